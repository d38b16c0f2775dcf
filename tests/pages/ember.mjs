import { batches, entity, esc, page, profile } from './document.mjs';
import { photoUrl } from './people.mjs';

/** @typedef {import('./people.mjs').Person} Person @typedef {import('./document.mjs').Options} Options */

const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

/** Received invitations, 2020–23: a list of `li`, pictures that come late, the note after the buttons. @param {Person[]} people @param {Options} [options] */
export const render = (people, options = {}) => page(main(people, options), { title: 'Invitations', ...options });

/** @param {Person[]} people @param {Options} [options] */
export function main(people, options = {}) {
  return `<section class="mn-invitation-manager artdeco-card"><nav class="artdeco-tablist"><a href="/mynetwork/invitation-manager/" aria-current="page">Received</a><a href="/mynetwork/invitation-manager/sent/">Sent</a></nav>
<ul class="artdeco-list mn-invitation-list">${batches(
    people.map((one, index) => card(one, index, options)),
    options,
  )}</ul></section>`;
}

/** @param {Person} one @param {number} index @param {Options} options */
function card(one, index, { size }) {
  const name = esc(one.name);
  const href = `https://www.linkedin.com${profile(one)}`;
  const invited = entity(one);
  const image = one.photo
    ? `<img class="ivm-view-attr__img--centered EntityPhoto-circle-5 evi-image lazy-image ember-view" width="72" height="72" loading="lazy" alt="${name}’s profile picture" src="${PIXEL}" data-delayed-url="${esc(photoUrl(one.photo, one.photo.size ?? size))}">`
    : `<div class="ivm-view-attr__ghost-entity EntityPhoto-circle-5-ghost-person"></div>`;
  const title =
    one.kind === 'person'
      ? ''
      : ` ${invited.words} <a class="app-aware-link" href="${invited.href}"><strong>${esc(invited.name)}</strong></a>`;
  return `<li class="invitation-card artdeco-list__item ember-view" id="ember${300 + index}"><div class="invitation-card__container"><div class="display-flex flex-1">
<a class="app-aware-link invitation-card__picture" href="${href}"><div class="ivm-image-view-model">${image}</div></a>
<div class="invitation-card__details"><div class="invitation-card__tvm-title t-16"><a class="app-aware-link" href="${href}"><strong><span>${name}</span></strong></a>${title}</div>
<div class="invitation-card__subtitle t-14">${esc(one.headline)}</div>
${one.context ? `<div class="member-insights"><div class="t-12"><span class="member-insights__icon"><li-icon type="in-common-icon"><svg viewBox="0 0 16 16"><circle cx="8" cy="6" r="3"/></svg></li-icon></span><span class="member-insights__count">${esc(one.context)}</span></div></div>` : ''}
<time class="time-badge t-12">${esc(one.time)}</time></div></div>
<div class="invitation-card__action-container"><button class="artdeco-button artdeco-button--tertiary invitation-card__action-btn" aria-label="Ignore ${name}’s invitation"><span class="artdeco-button__text">Ignore</span></button>
<button class="artdeco-button artdeco-button--secondary invitation-card__action-btn" aria-label="Accept ${name}’s invitation"><span class="artdeco-button__text">Accept</span></button></div></div>
${one.note ? `<div class="invitation-card__custom-message-container"><blockquote class="invitation-card__custom-message t-14"><span class="lt-line-clamp__line">${esc(one.note)}</span></blockquote></div>` : ''}</li>`;
}
