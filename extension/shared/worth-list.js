// The reasons to accept an invitation, each with the words it rests on.

import { el, boldStart } from './dom.js';
import { say } from '../sentences.js';
import { worthLine, worthWord } from '../worth.js';

/** @typedef {import('../shapes').View} View */

/** @param {View} view The notice that reasons are withheld because the inviter is suspected. */
const withheld = (view) => view.worthWithheld && el('p', { class: 'hint worth-withheld' }, say('worth_withheld'));

/** @param {View} view The reasons, one below the other. */
export function worthList(view) {
  if (view.worth.length === 0) return withheld(view);
  const items = view.worth.map((worth) => el('li', {}, ...boldStart(worthWord(worth.code), worthLine(worth))));
  return el(
    'section',
    { class: 'worth-box' },
    el('h3', {}, say('worth_title')),
    el('ul', { class: 'worth-list' }, ...items),
  );
}
