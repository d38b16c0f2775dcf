// The findings behind a verdict, grouped by side, and the limits of the comparison.

import { el } from './dom.js';
import { counted, hadPhotoFirst, reasonSentence, say } from '../sentences.js';

/** @typedef {import('../shapes').View} View */
/** @typedef {import('../shapes').Reason} Reason */

/** The heading of each group, and the sign before its findings. @type {Array<[Reason['side'], string, string]>} */
const GROUPS = [
  ['against', 'findings_against', '–'],
  ['limit', 'findings_limit', '·'],
  ['for', 'findings_for', '+'],
  ['unchecked', 'findings_unchecked', '·'],
];

/** @param {Reason} reason @param {string} sign */
function finding(reason, sign) {
  const text = reasonSentence(reason);
  const isWeak = reason.strength === 'weak' && (reason.side === 'against' || reason.side === 'for');
  return (
    text &&
    el(
      'li',
      {},
      el('span', { class: 'sign', 'aria-hidden': 'true' }, sign),
      el('span', {}, text, isWeak && el('span', { class: 'weak' }, ` ${say('weak_sign')}`)),
    )
  );
}

/** @param {View} view @param {Reason} reason Whether another finding says the same: since when the profile has had its photo. */
const isSaidAlready = (view, { code }) => code === 'photo-is-old' && hadPhotoFirst(view);

/** @param {View} view All findings; within each group they come in order of weight. */
export function reasonList(view) {
  const groups = GROUPS.map(([side, title, sign]) => {
    // The user's opinion overrules the verdict, so findings that only limit the verdict are left out.
    if (side === 'limit' && view.opinion) return null;
    const found = view.reasons
      .filter((reason) => reason.side === side && !isSaidAlready(view, reason))
      .map((reason) => finding(reason, sign))
      .filter(Boolean);
    if (found.length === 0) return null;
    const heading = side === 'unchecked' && view.verdict === 'unchecked' ? 'findings_no_verdict' : title;
    return el('section', { class: side }, el('h3', {}, say(heading)), el('ul', { class: 'reasons' }, ...found));
  });
  return el('div', { class: 'findings' }, ...groups);
}

/** @param {View} view How many photos it was compared with, and what that cannot show; null where nothing was compared. */
export function reach(view) {
  if (view.compared > 0) return el('p', { class: 'reach' }, counted('compared', view.compared));
  const looked = view.verdict === 'accept-safe' || view.reasons.some(({ code }) => code === 'too-little-known');
  return looked ? el('p', { class: 'reach' }, say('compared_none')) : null;
}
