// The popup's first lines: how much was seen, and what it comes to.

import { el } from '../shared/dom.js';
import { progress, triage } from '../worth.js';
import { counted, moment, say } from '../sentences.js';

/** @typedef {import('../shapes').Overview} Overview */

/** @param {Overview} overview @returns {string} "10 of 40 seen, scroll for the rest" */
export function seenLine({ seen, total }) {
  if (total === null || total < seen) return counted('seen', seen);
  return total > seen ? counted('seen_of', total, seen) : counted('seen_all', total);
}

/** @param {string} look @param {string} words */
const line = (look, words) => words !== '' && el('p', { class: look }, words);

/** @param {Overview} overview */
export function summary(overview) {
  const looked = overview.lastLooked;
  if (looked === null) return [];
  return [
    el('p', { class: 'seen' }, overview.seen > 0 && `${seenLine(overview)} · `, say('last_looked', moment(looked))),
    line('triage', triage(overview)),
    line('progress', progress(overview)),
  ];
}
