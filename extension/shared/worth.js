// The reasons to accept an invitation, each with the words it rests on.

import { el, ledBy } from './dom.js';
import { say } from '../sentences.js';
import { BETWEEN, worthLine, worthWord } from '../worth.js';

/** @typedef {import('../shapes').View} View */

/** @param {View} view That there would be reasons, for who is suspected. */
const withheld = (view) => view.worthWithheld && el('p', { class: 'hint worth-withheld' }, say('worth_withheld'));

/** @param {View} view In one line, for a list. */
export function worthBrief(view) {
  if (view.worth.length === 0) return withheld(view);
  const lines = view.worth.flatMap((worth, at) => [at > 0 && BETWEEN, ...ledBy(worthWord(worth.code), worthLine(worth))]);
  return el('p', { class: 'worth' }, el('span', { class: 'unseen' }, `${say('worth_title')}: `), ...lines);
}

/** @param {View} view One below the other. */
export function worthList(view) {
  if (view.worth.length === 0) return withheld(view);
  const items = view.worth.map((worth) => el('li', {}, ...ledBy(worthWord(worth.code), worthLine(worth))));
  return el('section', { class: 'worth-box' }, el('h3', {}, say('worth_title')), el('ul', { class: 'worth-list' }, ...items));
}
