// The statistics by month: a plain chart of the invitations seen, and a table of all counts.

import { el, put } from '../shared/dom.js';
import { ask } from '../messages.js';
import { day, number, month, problem, say } from '../sentences.js';

/** @typedef {import('../requests').Statistics} Statistics */
/** @typedef {import('../requests').Counts} Counts */

/** The most months shown: the latest. */
const MOST = 12;
/** @type {Array<keyof Counts>} */
const COLUMNS = ['seen', 'checked', 'reported', 'recruiters'];

/** @param {string} key "2026-11" @returns {string} "Nov 2026" */
function monthWords(key) {
  const [year, at] = key.split('-').map(Number);
  return month(new Date(year, at - 1, 15).getTime());
}

/** @param {Array<[string, Counts]>} months */
function table(months) {
  const most = Math.max(1, ...months.map(([, { seen }]) => seen));
  /** @param {number} count */
  const bar = (count) => {
    const drawn = el('span', { class: 'bar', 'aria-hidden': 'true' });
    drawn.style.inlineSize = `${Math.round((count / most) * 100)}%`;
    return el('td', { class: 'chart' }, drawn, el('span', {}, number(count)));
  };
  return el(
    'div',
    { class: 'statistics', tabindex: 0, role: 'region', 'aria-label': say('section_statistics') },
    el(
      'table',
      {},
      el(
        'thead',
        {},
        el(
          'tr',
          {},
          el('th', { scope: 'col' }, say('stat_month')),
          ...COLUMNS.map((column) => el('th', { scope: 'col' }, say(`stat_${column}`))),
        ),
      ),
      el(
        'tbody',
        {},
        ...months.map(([key, counts]) =>
          el(
            'tr',
            {},
            el('th', { scope: 'row' }, monthWords(key)),
            bar(counts.seen),
            ...COLUMNS.slice(1).map((column) =>
              el('td', { class: counts[column] > 0 ? 'count' : 'count none' }, number(counts[column])),
            ),
          ),
        ),
      ),
    ),
  );
}

/** @returns {{ node: HTMLElement, refresh: () => Promise<void> }} */
export function statisticsShown() {
  const node = el('div', {});
  return {
    node,
    refresh: async () => {
      try {
        const { since, months } = /** @type {Statistics} */ (await ask('statistics'));
        const latest = Object.entries(months)
          .filter(([, counts]) => COLUMNS.some((column) => counts[column] > 0))
          .sort(([one], [other]) => (one < other ? 1 : -1))
          .slice(0, MOST);
        put(
          node,
          latest.length > 0 ? table(latest) : el('p', { class: 'hint' }, say('stat_none')),
          latest.length > 0 && since !== null && el('p', { class: 'hint' }, say('stat_since', day(since))),
        );
      } catch (error) {
        put(node, el('p', { class: 'trouble' }, problem(error)));
      }
    },
  };
}
