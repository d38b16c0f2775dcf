// Common to all result pages: links that lead away from the engine, and their titles.

import { MAX_HITS } from '../messages.js';

/** @typedef {import('../shapes').Hit} Hit */

/** The longest address and title that are taken, in UTF-16 units. */
const LONGEST_URL = 4000;
const LONGEST_TITLE = 500;
/** Links after this many are not read. */
const MOST_LINKS = 5000;
/** How many texts of one link are read. */
const MOST_TEXTS = 40;

/** Not results: templates, hidden elements, and advertisements. */
const NO_RESULT =
  'template, noscript, [hidden], nav, footer, [role="navigation"], [role="contentinfo"], [data-text-ad], [data-ad-slot], ins';
/** Parameters in which an engine's own address carries another one. */
const WRAPPING = ['q', 'url', 'u', 'imgrefurl', 'purl', 'uddg'];

/** @param {string | null | undefined} text */
const line = (text) =>
  (text ?? '')
    .slice(0, LONGEST_TITLE * 4)
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, LONGEST_TITLE);

/** @param {URL} url Whether an engine's own address wraps another one; the core unwraps it. */
function isWrapped({ pathname, searchParams }) {
  // Bing encodes the wrapped address.
  if (pathname === '/ck/a') return searchParams.has('u');
  return WRAPPING.some((name) => /^https?:\/\//i.test(searchParams.get(name) ?? ''));
}

/**
 * @param {HTMLAnchorElement} link @param {RegExp} own The engine's own hosts.
 * @returns {string} The link's target, possibly wrapped; empty where it is on the engine's own hosts.
 */
function targetOf(link, own) {
  if (link.closest(NO_RESULT) || /(^|\s)sponsored(\s|$)/i.test(link.rel)) return '';
  /** @type {URL} */
  let url;
  try {
    url = new URL(link.href);
  } catch {
    return '';
  }
  if (!/^https?:$/.test(url.protocol) || url.href.length > LONGEST_URL) return '';
  if (!own.test(url.hostname)) return url.href;
  return !/^\/(aclk|pagead)/.test(url.pathname) && isWrapped(url) ? url.href : '';
}

/** @param {HTMLAnchorElement} link Its texts, one an element. */
function textsOf(link) {
  const walker = document.createTreeWalker(link, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (texts.length < MOST_TEXTS && walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    if (parent && !/^(SCRIPT|STYLE)$/.test(parent.tagName)) texts.push(line(walker.currentNode.nodeValue));
  }
  return texts;
}

/**
 * A link's title, and its rank, higher for a surer title: a heading in it or around it; without one its longest
 * text; without a text its picture's label.
 * @param {HTMLAnchorElement} link @returns {{ title: string, rank: number }}
 */
function titleOf(link) {
  const heading =
    link.querySelector('h1, h2, h3, h4, h5, h6, [role="heading"]') ??
    link.closest('h1, h2, h3, h4, h5, h6, [role="heading"]');
  const headed = line(heading?.textContent);
  if (headed) return { title: headed, rank: 3 };
  const [longest = ''] = textsOf(link).sort((a, b) => b.length - a.length);
  // An address or a host alone is no title.
  if (/\s/.test(longest) || (longest && !/[./]/.test(longest))) return { title: longest, rank: 2 };
  const label = line(link.getAttribute('aria-label') || link.title || link.querySelector('img')?.alt);
  return label ? { title: label, rank: 1 } : { title: longest, rank: 0 };
}

/**
 * The results among the links of a part of the page, each address once, with the best title that it has there.
 * @param {Document | Element} part @param {RegExp} own The engine's own hosts.
 * @param {(link: HTMLAnchorElement) => boolean} same Whether the engine says that this one shows the same picture.
 * @returns {Hit[]}
 */
export function hitsIn(part, own, same) {
  /** @type {Map<string, Hit & { rank: number }>} */
  const found = new Map();
  let looked = 0;
  for (const element of part.querySelectorAll('a[href]')) {
    if (++looked > MOST_LINKS) break;
    const link = /** @type {HTMLAnchorElement} */ (element);
    const url = targetOf(link, own);
    if (url === '') continue;
    const known = found.get(url);
    if (!known && found.size >= MAX_HITS) continue;
    const hit = { url, ...titleOf(link), same: same(link) };
    if (!known) found.set(url, hit);
    else found.set(url, { ...(hit.rank > known.rank ? hit : known), same: known.same || hit.same });
  }
  return [...found.values()].map(({ url, title, same: isSame }) => ({ url, title, same: isSame }));
}

/** Elements of a part for results that do not say that there are none: the page's heading, and invisible ones. */
const NO_WORDS = `script, style, h1, ${NO_RESULT}`;

/** @param {Element | null} part A part for results that has none. @returns {boolean} Whether it says in words that there are none; false while it is empty or loading. */
export function saysNone(part) {
  if (part === null || part.querySelector('[role="progressbar"], [aria-busy="true"]')) return false;
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { nodeValue, parentElement } = walker.currentNode;
    if (/\p{L}/u.test(nodeValue ?? '') && !parentElement?.closest(NO_WORDS)) return true;
  }
  return false;
}

/** A CAPTCHA: the frame of a CAPTCHA service, or a form named for it. */
const CAPTCHA =
  'iframe[src*="captcha" i], iframe[src*="challenges.cloudflare.com"], form[action*="captcha" i], form#captcha-form, form[action^="/sorry"], [class*="captcha" i] input, #challenge-form, #challenge-running, [id^="cf-chl"]';
/** A page or form that asks for consent to cookies. */
const CONSENT =
  'form[action*="consent" i], [id*="consent" i] button, [class*="consent" i] button, #bnp_container button, [id*="cookie" i] button';

/** @param {Document} page The state of a page without results, by what it asks for. @returns {'captcha' | 'consent' | 'unknown'} */
export const instead = (page) =>
  page.querySelector(CAPTCHA) ? 'captcha' : page.querySelector(CONSENT) ? 'consent' : 'unknown';

/** @param {Element | null} element @param {RegExp} token Whether an ancestor's id or class contains this. */
export function isWithin(element, token) {
  for (let at = element; at; at = at.parentElement) {
    for (const { name, value } of at.attributes) {
      if (/^(id|class|data-[\w-]+)$/.test(name) && value.length < 500 && token.test(value)) return true;
    }
  }
  return false;
}
