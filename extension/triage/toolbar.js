// Searching, filtering and sorting the list. Filter and order are remembered; a search is not.

import { load, save } from '../browser.js';
import { el } from '../shared/dom.js';
import { counted, say } from '../sentences.js';
import { WORTH_CODES, worthWord } from '../worth.js';
import { filtersOf } from './list.js';

/** @typedef {import('./list.js').Filter} Filter */
/** @typedef {import('./list.js').Order} Order */
/** @typedef {import('./list.js').Known} Known */

const KEY = 'triage';
/** @type {Filter[]} */
const PLAIN = ['check', 'genuine', 'fake', 'no-photo'];

/** @param {unknown} stored @returns {{ filter: Filter, order: Order }} The stored choice, with defaults for invalid parts. */
export function asChoice(stored) {
  const { filter, order } = /** @type {any} */ (typeof stored === 'object' && stored ? stored : {});
  return {
    filter: [...PLAIN, ...WORTH_CODES].includes(filter) ? filter : '',
    order: order === 'worth' ? 'worth' : 'next',
  };
}

/** @param {Filter} filter @param {number} count */
function filterWords(filter, count) {
  if (filter === 'no-photo') return counted('filter_no_photo', count);
  const isPart = filter === 'check' || filter === 'genuine' || filter === 'fake';
  return isPart
    ? counted(`triage_${filter}`, count)
    : say('filter_worth', worthWord(/** @type {import('../shapes').WorthCode} */ (filter)), count);
}

/**
 * @param {() => void} chosen Called when the choice has changed.
 * @returns {Promise<{ bar: HTMLElement, search: HTMLInputElement, choice: () => { filter: Filter, order: Order, search: string }, update: (known: Known) => void, clear: () => void }>}
 */
export async function toolbar(chosen) {
  const kept = asChoice(await load('local', KEY).catch(() => null));
  let { filter, order } = kept;
  /** @type {Filter} What is shown: nothing is filtered by what nobody fits. */
  let applied = '';
  const changed = () => {
    void save('local', KEY, { filter, order });
    chosen();
  };
  const search = el('input', {
    type: 'search',
    'data-place': 'search',
    placeholder: say('search_label'),
    'aria-label': say('search_label'),
    autocomplete: 'off',
    spellcheck: 'false',
    input: chosen,
  });
  const filters = el('select', {
    'data-place': 'filter',
    'aria-label': say('filter_label'),
    change: () => {
      filter = /** @type {Filter} */ (filters.value);
      applied = filter;
      changed();
    },
  });
  const orders = el(
    'select',
    {
      'data-place': 'sort',
      'aria-label': say('sort_label'),
      change: () => {
        order = orders.value === 'worth' ? 'worth' : 'next';
        changed();
      },
    },
    ...['next', 'worth'].map((value) => el('option', { value, selected: value === order }, say(`sort_${value}`))),
  );
  const bar = el(
    'div',
    { class: 'choosing', role: 'search', 'aria-label': say('choosing_title') },
    search,
    filters,
    orders,
  );
  let options = '';

  return {
    bar,
    search,
    choice: () => ({ filter: applied, order, search: search.value }),
    update: (known) => {
      const present = filtersOf(known);
      applied = present.some((one) => one.filter === filter) ? filter : '';
      const hasWorth = present.some((one) => !PLAIN.includes(one.filter));
      orders.hidden = !hasWorth;
      bar.hidden = known.items.length === 0;
      const now = JSON.stringify([present, applied]);
      if (now === options) return;
      options = now;
      filters.replaceChildren(
        el('option', { value: '', selected: applied === '' }, say('filter_all')),
        ...present.map((one) =>
          el('option', { value: one.filter, selected: one.filter === applied }, filterWords(one.filter, one.count)),
        ),
      );
    },
    clear: () => {
      search.value = '';
      filter = '';
      changed();
    },
  };
}
