// LinkedIn's "About this profile", which says how old the account is: a link to it, and what was read there.

import { el } from './dom.js';
import { outLink, profileUrlOf } from './links.js';
import { say, shortDay, wholeMonth } from '../sentences.js';

/** @typedef {import('../shapes').View} View */

/** @param {string} profileUrl Of a profile. @param {string} overlay */
export const overlayUrl = (profileUrl, overlay) =>
  `${profileUrl.replace(/[?#].*$/, '').replace(/\/?$/, '/')}overlay/${overlay}/`;

/** @param {View} view */
export function aboutShown(view) {
  const url = profileUrlOf(view.profileUrl);
  const { account: known } = view;
  if (!url && !known) return null;
  const facts =
    known &&
    [
      known.joined !== null && say('account_joined', wholeMonth(known.joined)),
      known.photoUpdated !== null && say('account_photo', wholeMonth(known.photoUpdated)),
      known.verified && say('account_verified'),
    ]
      .filter(Boolean)
      .join(' · ');
  return el(
    'section',
    { class: 'about' },
    el('h3', {}, say('account_title')),
    facts && known
      ? el('p', {}, facts, el('span', { class: 'fact' }, ` (${say('account_read', shortDay(known.at))})`))
      : el('p', { class: 'hint' }, say('account_hint')),
    url && el('p', {}, outLink(overlayUrl(url, 'about-this-profile'), say('account_door'), { 'data-place': 'about' })),
  );
}
