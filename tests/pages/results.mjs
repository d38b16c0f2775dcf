import { esc } from './document.mjs';

// Result pages of search engines, made up from their known structure. Classes are as meaningless as theirs,
// except the few by which the readers find parts.

/**
 * One result: `wrap` puts it into an address of the engine's own.
 * @typedef {{ url: string, title: string, wrap?: boolean }} Result
 */

/** @param {string} title @param {string} body */
const document = (title, body) =>
  `<!doctype html><html lang="en"><head><title>${esc(title)}</title><link rel="icon" href="data:,"></head><body>${body}</body></html>`;

const picture = '<img alt="" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">';

/** @param {Result} result */
const googleLink = ({ url, title, wrap }) =>
  `<div class="xYz1"><a href="${wrap ? `/url?sa=t&q=${esc(encodeURIComponent(url))}&usg=x` : esc(url)}" ping="/p">${picture}<div class="a9"><span>example.com</span><div role="heading" aria-level="3">${esc(title)}</div></div></a></div>`;

/** @param {Result[]} results As "Exact matches", or all: the page looks alike. */
export const google = (results) =>
  document(
    'Google Search',
    `
<header><a href="https://accounts.google.com/x">Sign in</a><a href="https://www.google.com/advanced_search">Settings</a></header>
<div role="navigation"><a href="https://elsewhere.example/ad">All</a></div>
<div id="search"><p>Search results</p>${results.map(googleLink).join('')}
<div data-text-ad="1"><a href="https://ads.example/buy">Buy portraits</a></div><a href="/aclk?q=https://ads.example/2">Ad</a></div>
<footer><a href="https://policies.google.com/privacy">Privacy</a></footer>`,
  );

export const googleNone = () =>
  document(
    'Google Search',
    '<div id="search"><div><p>No matches for your search</p><p>Try another part of the picture</p></div></div>',
  );

/** A part of the engine's page that is loaded later. @param {string} html */
export const late = (html) =>
  document(
    'Google Search',
    `<div id="search"></div><script>fetch('/late').then((answer) => answer.text()).then((text) => { document.querySelector('#search').innerHTML = text; });</script><template>${html}</template>`,
  );

/** @param {Result[]} results The inner part of such a page. */
export const googleLater = (results) => results.map(googleLink).join('');

/** @param {string} then */
export const consent = (then) =>
  document(
    'Before you continue',
    `<h1>Before you continue</h1><form action="${esc(then)}"><button>Reject all</button></form><a href="https://policies.google.com/">Terms</a>`,
  );

/** @param {Result[]} results */
export const tineye = (results) =>
  document(
    'TinEye',
    `<main><h2>${results.length} results</h2><p>Searched over 70 billion images</p>
${results.map(({ url, title }) => `<div class="match"><a href="${esc(url)}">${picture}</a><h4><a href="${esc(url)}">${esc(title)}</a></h4><p>Found on: <a href="${esc(url)}">${esc(new URL(url).pathname)}</a></p></div>`).join('')}
<a rel="sponsored noopener" href="https://stock.example/offer">From our sponsor</a></main><footer><a href="https://services.tineye.com/">Services</a></footer>`,
  );

/** @param {{ pages?: Result[], similar?: Result[] }} results */
export const bing = ({ pages = [], similar = [] }) =>
  document(
    'Bing',
    `<div id="b_content"><ul id="actionbar"><li class="t-pim" aria-label="Pages">Pages</li></ul><div class="insights rr">
<div class="tab-content pim content-nohead"><div class="pginlv"><ul>
${pages
  .map(({ url, title }) => {
    const to = esc(`https://www.bing.com/ck/a?!&&p=1&u=a1${Buffer.from(url).toString('base64url')}&ntb=1`);
    return `<li><div class="pigc"><a class="richImgLnk" href="${to}">${picture}</a><div class="pirc"><a href="${to}"><div class="pritext">${esc(title)}</div></a><a class="dfnc" href="${to}">${esc(new URL(url).host)}</a></div></div></li>`;
  })
  .join('')}</ul>${pages.length === 0 ? '<p>No pages with this image</p>' : ''}</div></div>
<div class="tab-content vsi"><ul>${similar.map(({ url, title }) => `<li><a class="richImgLnk" href="${esc(url)}" aria-label="${esc(title)}">${picture}</a></li>`).join('')}</ul></div></div></div>`,
  );

/** @param {{ sites?: Result[], sizes?: Result[] }} results */
export const yandex = ({ sites = [], sizes = [] }) =>
  document(
    'Yandex Images',
    `<div class="cbir-page"><section class="CbirSection CbirOtherSizes">${sizes.length === 0 ? '<div class="CbirOtherSizes-EmptyMessage">No matching images found</div>' : ''}${sizes.map(({ url, title }) => `<a class="Button" href="${esc(url)}">${esc(title)}</a>`).join('')}</section>
<section class="CbirSection CbirSites"><ul>${sites.map(({ url, title }) => `<li class="CbirSites-Item"><div><a class="Link" href="${esc(url)}">${esc(title)}</a></div><a class="Link" href="${esc(url)}">${esc(new URL(url).host)}</a></li>`).join('')}</ul></section></div>`,
  );

export const captcha = () =>
  document(
    'Just a moment',
    '<h1>Are you a robot?</h1><iframe src="https://challenges.cloudflare.com/turnstile" title="challenge"></iframe>',
  );

export const strange = () =>
  document('Something new', '<h1>We have redesigned everything</h1><p>Sign up to see results.</p>');
