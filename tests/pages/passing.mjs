import { esc, page, profile } from './document.mjs';
import { photoUrl } from './people.mjs';

// Pages on which people are passed by, with everything that makes it hard to assign photos to people.

/** @typedef {import('./people.mjs').Person} Person @typedef {import('./document.mjs').Options} Options */

/** @param {Person} one @param {string} alt @param {number} [size] */
const image = (one, alt, size = 100) =>
  one.photo ? `<img alt="${esc(alt)}" src="${esc(photoUrl(one.photo, size))}" width="48" height="48">` : '';

/**
 * /feed/: the reader's own picture beside no link, a page's post, posts with a decorated picture each, a comment, a
 * mention, and a picture whose label names another person.
 * @param {Person[]} authors @param {Options & { me: Person, commenter: Person, mentioned: Person, unclear: Person }} options
 */
export function feed(authors, { me, commenter, mentioned, unclear, ...options }) {
  const author = (
    /** @type {Person} */ one,
  ) => `<div><a href="${profile(one)}" aria-label="View: ${esc(one.name)} • 2nd ${esc(one.headline)}">${image(one, '')}</a>
<a href="${profile(one)}"><span><span dir="ltr"><span aria-hidden="true">${esc(one.name)}</span><span class="visually-hidden">View ${esc(one.name)}’s profile</span></span></span><span> • 2nd</span></a><p>${esc(one.headline)}</p></div>`;
  return page(
    `<h1>Feed</h1><section>${image(me, `Photo of ${me.name}`)}<button>Start a post</button></section>
<div role="article"><a href="/company/lindenhof-pumps/"><img alt="Lindenhof Pumps" src="https://media.licdn.com/dms/image/v2/C4E0BAQlogo/company-logo_100_100/company-logo_100_100/0/1?e=2000000000&amp;v=beta&amp;t=x" width="48" height="48"></a><a href="/company/lindenhof-pumps/">Lindenhof Pumps</a><p>We are hiring.</p></div>
${authors.map((one) => `<div role="article">${author(one)}<p>A word of thanks to <a href="${profile(mentioned)}">${esc(mentioned.name)}</a>.</p><button aria-label="Like">Like</button></div>`).join('\n')}
<div role="article"><div><a href="${profile(commenter)}">${image(commenter, commenter.name)}<span class="visually-hidden">Status is online</span></a></div><div><a href="${profile(commenter)}"><strong>${esc(commenter.name.split(' ')[0])}</strong> <strong>${esc(commenter.name.split(' ').slice(1).join(' '))}</strong></a><p>Well said.</p></div></div>
<div role="article"><a href="${profile(unclear)}">${image(unclear, 'Somebody else at work')}</a><a href="${profile(unclear)}">${esc(unclear.name)}</a><a href="${profile(unclear)}">View profile</a></div>`,
    { title: 'Feed', ...options },
  );
}
