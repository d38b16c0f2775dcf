// Links that lead out of panel and popup: always a new tab, never with an opener or referrer.

import { el, isInPage } from './dom.js';
import { arrowOut } from './icons.js';
import { say } from '../sentences.js';

/** Where LinkedIn lists received invitations. */
export const INVITATIONS_URL = 'https://www.linkedin.com/mynetwork/invitation-manager/received/';

/** @param {string} url @returns {string | null} The address, if its scheme is http or https. */
export function webUrlOf(url) {
  try {
    const { protocol, href } = new URL(url);
    return protocol === 'https:' || protocol === 'http:' ? href : null;
  } catch {
    return null;
  }
}

/** @param {string} url @returns {string | null} The address, if it is a profile on LinkedIn. */
export function profileUrlOf(url) {
  try {
    const { protocol, host, pathname, href } = new URL(url);
    const ours = protocol === 'https:' && /^([a-z]{2,3}\.)?linkedin\.com$/.test(host) && pathname.startsWith('/in/');
    return ours ? href : null;
  } catch {
    return null;
  }
}

/** A pasted text without zero-width characters, which some programs copy with a link. @param {string} text */
export const withoutInvisible = (text) => text.replace(/[\u200b-\u200f\u2060\ufeff]/gu, '');

/**
 * @param {string} text As pasted: often without its scheme, and with spaces around it.
 * @returns {string} With https:// where it begins with a LinkedIn host; else unchanged; the later check refuses it.
 */
export function pastedLink(text) {
  return withoutInvisible(text)
    .trim()
    .replace(/^(?:https?:)?(?:\/\/)?((?:[a-z]{2,3}\.)?linkedin\.com\/)/i, (_, host) => `https://${host.toLowerCase()}`);
}

/** How long a pressed link has its address, in milliseconds: until the browser has followed it, or shows its menu. */
const HREF_FOR = 1000;

/**
 * In LinkedIn's page a link has its address only while it is pressed: the page's speculation rules can make the browser
 * fetch all links, in closed roots too.
 * @param {Element | null} link Any element: only such a link gets its address.
 */
export function giveHrefBriefly(link) {
  if (!(link instanceof HTMLAnchorElement) || !link.dataset.href || link.href) return;
  link.href = link.dataset.href;
  setTimeout(() => link.removeAttribute('href'), HREF_FOR);
}

/**
 * @param {string} url @param {string} text @param {Record<string, any>} [properties]
 * @returns {HTMLAnchorElement}
 */
export const outLink = (url, text, properties = {}) =>
  el(
    'a',
    {
      ...(isInPage() ? { 'data-href': url, role: 'link', tabindex: 0 } : { href: url }),
      target: '_blank',
      rel: 'noopener noreferrer',
      ...properties,
    },
    text,
    el('span', { class: 'joint' }),
    arrowOut(),
    el('span', { class: 'unseen' }, say('opens_new_tab')),
  );

/** @param {string} profileUrl @param {string} name A link to a profile, or the bare name where there is none. */
export function profileLink(profileUrl, name) {
  const url = profileUrlOf(profileUrl);
  return url ? outLink(url, name, { class: 'name' }) : el('span', { class: 'name' }, name);
}
