// The popup's first lines: how much was seen, and what it comes to.

import { el } from '../pieces/dom.js';
import { verdictMark } from '../pieces/marks.js';
import { progress, triage } from '../worth.js';
import { counted, moment, say } from '../sentences.js';

/** @typedef {import('../shapes').Overview} Overview */
/** @typedef {import('../shapes').Verdict} Verdict */

/** @param {Overview} overview @returns {string} "10 of 40 seen, scroll for the rest" */
export function seenLine({ seen, total }) {
  if (total === null || total < seen) return counted('seen', seen);
  return total > seen ? counted('seen_of', total, seen) : counted('seen_all', total);
}

/** @param {Overview} overview @returns {Array<{ mark: Verdict, text: string }>} "3 need a look", "6 safe", "1 likely fake" */
export function tally({ items }) {
  /** @param {...Verdict} verdicts */
  const count = (...verdicts) => items.filter(({ verdict }) => verdicts.includes(verdict)).length;
  /** @type {Array<[Verdict, string, number]>} */
  const parts = [
    [count('suspicious') > 0 ? 'suspicious' : 'unchecked', 'tally_look', count('suspicious', 'unchecked')],
    ['accept-safe', 'tally_safe', count('accept-safe')],
    ['likely-fake', 'tally_fake', count('likely-fake')],
  ];
  return parts.filter(([, , number]) => number > 0).map(([mark, key, number]) => ({ mark, text: counted(key, number) }));
}

/** @param {string} look @param {string} words */
const line = (look, words) => words !== '' && el('p', { class: look }, words);

/** @param {Overview} overview */
export function summary(overview) {
  const looked = overview.lastLooked;
  if (looked === null) return [];
  return [
    el('p', { class: 'seen' }, overview.seen > 0 && `${seenLine(overview)} · `, say('last_looked', moment(looked))),
    overview.items.length > 0 && el('ul', { class: 'tally' },
      ...tally(overview).map(({ mark, text }) => el('li', { class: mark }, verdictMark(mark, 13), text))),
    line('triage', triage(overview)),
    line('progress', progress(overview)),
  ];
}
