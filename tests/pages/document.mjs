import { SCRIPT } from './behaviour.mjs';
import { photoUrl } from './people.mjs';

/** @typedef {import('./people.mjs').Person} Person */

/**
 * @typedef {object} Options
 * @property {boolean} [classless] strips every class attribute
 * @property {boolean} [duplicates] a hidden copy of each card, as made for other widths
 * @property {number} [batch] how many cards are there at first, and come with each load; 10
 * @property {'main' | 'window'} [scroller]
 * @property {string} [lang]
 * @property {number} [size] the edge of the photos the page shows; 100
 * @property {string} [title]
 * @property {Record<string, string>} [routes] main content by path, for in-app navigation
 */

/** @param {string} text */
export const esc = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const SHEET = `
:root { color-scheme: light dark; --page: #f4f2ee; --card: #fff; --text: #1f1f1f; --soft: #5e5e5e; --line: #e3e0da; --blue: #0a66c2; }
@media (prefers-color-scheme: dark) { :root { --page: #141416; --card: #1d2226; --text: #e8e8ea; --soft: #a9adb2; --line: #35393d; --blue: #71b7fb; } }
* { box-sizing: border-box; margin: 0; }
body { background: var(--page); color: var(--text); font: 14px/1.4 system-ui, -apple-system, "Segoe UI", "Helvetica Neue", sans-serif; }
header { height: 52px; background: var(--card); border-bottom: 1px solid var(--line); display: flex; align-items: center; gap: 28px; padding: 0 max(24px, calc(50vw - 500px)); color: var(--soft); }
header b { color: #fff; background: var(--blue); border-radius: 4px; padding: 3px 8px; font-size: 15px; }
main { padding: 24px max(24px, calc(50vw - 400px)); }
html[dir=ltr] body[data-scroller=main] { height: 100vh; overflow: hidden; }
body[data-scroller=main] main { height: calc(100vh - 52px); overflow-y: auto; }
main nav { display: flex; gap: 20px; padding: 12px 16px; background: var(--card); border: 1px solid var(--line); border-radius: 8px 8px 0 0; }
main nav a { color: var(--soft); font-weight: 600; text-decoration: none; } main nav a[aria-current] { color: var(--blue); border-bottom: 2px solid; }
main nav ul { display: flex; gap: 20px; padding: 0; } ul { list-style: none; padding: 0; } h1 { font-size: 20px; padding: 12px 0; } h2, h3 { font-size: 16px; padding: 16px 0 8px; } hr { border: 0; }
[role=listitem], main section > ul > li { display: block; position: relative; min-height: 96px; padding: 12px 230px 12px 100px; background: var(--card); border: 1px solid var(--line); border-top: 0; }
[role=listitem] a, main section > ul > li a { color: inherit; text-decoration: none; } [role=listitem] strong, main li strong { font-size: 16px; }
[role=listitem] p + p, [role=listitem] div > p, main li div { color: var(--soft); } [role=listitem] p:first-of-type, main li strong { color: var(--text); }
[role=listitem] a img, main section > ul > li a img, figure > svg { position: absolute; left: 16px; top: 12px; width: 72px; height: 72px; border-radius: 50%; background: var(--line); object-fit: cover; }
svg[aria-label], svg[id^=company], svg[id^=school], p svg[id^=person], .member-insights svg { width: 14px; height: 14px; vertical-align: -2px; fill: var(--soft); }
button, [role=listitem] a[aria-label] { font: 600 15px/1 inherit; font-family: inherit; padding: 8px 14px; border: 0; border-radius: 99px; background: transparent; color: var(--soft); cursor: pointer; }
[aria-label^=Accept], [aria-label$=annehmen], [aria-label^=Invite], [aria-label^=Withdraw], [aria-label$=einladen] { color: var(--blue) !important; border: 1px solid currentColor !important; }
[role=listitem] [aria-label^=Accept], [role=listitem] [aria-label$=annehmen], [role=listitem] [aria-label^=Withdraw], [role=listitem] [aria-label^=Invite], li [aria-label^=Accept], [role=listitem] [aria-label^=Message] { position: absolute; right: 16px; top: 28px; }
[role=listitem] [aria-label^=Ignore], [role=listitem] [aria-label$=ignorieren], li [aria-label^=Ignore] { position: absolute; right: 118px; top: 28px; } [lang=de] [aria-label$=ignorieren] { right: 142px; }
blockquote { margin-top: 8px; padding: 8px 12px; border-radius: 8px; background: var(--page); } [hidden] { display: none !important; } iframe { width: 100%; height: 640px; border: 0; }
[role=radio], [role=button]:not(a) { display: inline-block; margin: 8px 8px 8px 0; padding: 4px 12px; border: 1px solid var(--line); border-radius: 99px; cursor: pointer; } [role=radio] input, [role=button] input { display: none; }
`;

/**
 * The whole document around a page's main content.
 * @param {string} main
 * @param {Options} [options]
 */
export function page(
  main,
  { classless = false, scroller = 'window', lang = 'en', title = 'Stand-in', routes = {} } = {},
) {
  const templates = Object.entries(routes)
    .map(([path, content]) => `<template data-route="${esc(path)}">${content}</template>`)
    .join('');
  const html = `<!doctype html><html lang="${lang}" dir="ltr"><head><meta charset="utf-8"><title>${esc(title)}</title><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><style>${SHEET}</style></head>
<body data-scroller="${scroller}"><header><b>nw</b><span>Home</span><span>Network</span><span>Jobs</span></header><main tabindex="-1">${main}</main>${templates}<script nonce="__NONCE__">${SCRIPT}</script></body></html>`;
  return classless ? html.replace(/(<[^>]*?)\sclass="[^"]*"/g, '$1') : html;
}

/**
 * The first batch of cards, and all of them once more where the page's script takes later batches and re-renders from.
 * @param {string[]} cards each one element
 * @param {Options} options
 */
export function batches(cards, { batch = 10, duplicates = false }) {
  const first = cards.slice(0, batch);
  const copies = duplicates ? first.map((card) => `<div hidden aria-hidden="true">${card}</div>`) : [];
  return `${first.join('\n')}<template data-batch="${batch}">${cards.join('\n')}</template>${copies.join('')}`;
}

/** @param {Person} one @param {Options} [options] @param {string} [label] */
export function picture(one, { size } = {}, label = `${one.name}’s profile picture`) {
  if (!one.photo)
    return `<figure><svg id="person-accent-4" viewBox="0 0 48 48" aria-hidden="true"><circle cx="24" cy="18" r="9"/><path d="M7 48q2-18 17-18t17 18z"/></svg></figure>`;
  const alt = one.photo.kind === 'framed' ? `${one.name} is open to work, profile picture` : label;
  return `<figure aria-label="${esc(alt)}"><img alt="${esc(alt)}" src="${esc(photoUrl(one.photo, one.photo.size ?? size))}" width="72" height="72"></figure>`;
}

/** @param {Person} one */
export function marks(one) {
  return (
    (one.verified
      ? ' <svg id="verified-small" aria-label="Verified" role="img" viewBox="0 0 16 16"><path d="M8 1l6 3v4q0 5-6 7-6-2-6-7V4z"/></svg>'
      : '') +
    (one.premium ? ' <svg aria-label="Premium" role="img" viewBox="0 0 16 16"><path d="M2 2h12v12H2z"/></svg>' : '')
  );
}

/** The icon beside LinkedIn's own line: the picture of a mutual connection, or the mark of an employer. @param {Person} one */
export function contextIcon(one) {
  return /mutual|gemeinsam/.test(one.context)
    ? '<svg id="person-accent-2" viewBox="0 0 16 16" aria-hidden="true"><circle cx="8" cy="6" r="3"/></svg> '
    : '<svg id="company-accent-4" viewBox="0 0 16 16" aria-hidden="true"><path d="M2 2h12v12H2z"/></svg> ';
}

/** @param {Person} one */
export const profile = (one) => `/in/${encodeURI(one.slug)}/`;

/** The text and link of an invitation to something other than connecting. @param {Person} one */
export function entity(one) {
  const words = {
    person: '',
    company: 'invited you to follow',
    school: 'invited you to follow their school',
    groups: 'invited you to join',
    events: 'invited you to an event',
    newsletters: 'invited you to subscribe to',
  };
  const name = one.entity || 'Lindenhof Pumps';
  return { words: words[one.kind], name, href: `/${one.kind}/${name.toLowerCase().replace(/[^a-z]+/g, '-')}-731/` };
}
