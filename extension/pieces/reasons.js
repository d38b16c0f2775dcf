// The reasons of a verdict, in order, and how far they reach.

import { el } from './dom.js';
import { counted, reasonSentence, say } from '../sentences.js';

/** @typedef {import('../shapes').View} View */
/** @typedef {import('../shapes').ReasonCode} ReasonCode */

/** @type {ReadonlySet<ReasonCode>} */
const FOR = new Set(['verified', 'mutual-connections', 'seen-before', 'photo-check-clean']);
/** @type {ReadonlySet<ReasonCode>} */
const AGAINST = new Set(['photo-under-other-name', 'photo-under-unclear-name', 'photo-check-other-name']);

/** @param {ReasonCode} code "+" speaks for, "–" speaks against, "·" neither. */
const side = (code) => (FOR.has(code) ? 'for' : AGAINST.has(code) ? 'against' : 'neither');

/** @param {View} view */
export function reasonList(view) {
  const items = view.reasons.map((reason) => {
    const text = reasonSentence(reason);
    if (!text) return null;
    const kind = side(reason.code);
    return el('li', { class: kind },
      el('span', { class: 'sign', 'aria-hidden': 'true' }, kind === 'for' ? '+' : kind === 'against' ? '–' : '·'),
      el('span', {}, kind === 'neither' ? null : el('span', { class: 'unseen' }, say(`speaks_${kind}`)), text));
  });
  return el('ul', { class: 'reasons' }, ...items);
}

/** @param {View} view How many photos it was compared with, and what that cannot show; null where nothing was compared. */
export function reach(view) {
  if (view.compared > 0) return el('p', { class: 'reach' }, counted('compared', view.compared));
  const looked = view.verdict === 'accept-safe' || view.reasons.some(({ code }) => code === 'too-little-known');
  return looked ? el('p', { class: 'reach' }, say('compared_none')) : null;
}
