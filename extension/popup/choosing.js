// Sorting and filtering the list by reasons to accept. Shown only where there are any.

import { el } from '../shared/dom.js';
import { say } from '../sentences.js';
import { WORTH_CODES, countOf, weightOf, worthWord } from '../worth.js';

/** @typedef {import('../shapes').View} View */
/** @typedef {import('../shapes').WorthCode} WorthCode */

/**
 * @param {() => void} chosen Something else is to be shown.
 * @returns {{ bar: HTMLElement, choose: (views: View[]) => View[], order: (views: View[]) => View[], byWorth: () => boolean }}
 */
export function choosing(chosen) {
  let sort = 'next';
  /** @type {WorthCode | ''} */
  let only = '';
  const bar = el('div', { class: 'choosing', role: 'group', 'aria-label': say('choosing_title') });

  /** @param {View[]} views */
  function draw(views) {
    const focused = bar.contains(document.activeElement) ? /** @type {HTMLElement} */ (document.activeElement).dataset.place : undefined;
    const present = WORTH_CODES.map((code) => ({ code, count: countOf(views, code) })).filter(({ count }) => count > 0);
    if (!present.some(({ code }) => code === only)) only = '';
    bar.hidden = present.length === 0;
    const select = el('select', { 'data-place': 'sort', 'aria-label': say('sort_label'), change: () => {
      sort = select.value;
      chosen();
    } }, ...['next', 'worth'].map((value) => el('option', { value, selected: value === sort }, say(value === 'worth' ? 'sort_worth' : 'sort_next'))));
    const filters = present.map(({ code, count }) =>
      el('button', { type: 'button', class: 'filter', 'data-place': `filter-${code}`, 'aria-pressed': String(code === only), click: () => {
        only = only === code ? '' : code;
        chosen();
      } }, `${worthWord(code)} `, el('span', { class: 'count' }, String(count))));
    bar.replaceChildren(select, ...filters);
    if (focused) /** @type {HTMLElement | null} */ (bar.querySelector(`[data-place="${focused}"]`))?.focus();
  }

  return {
    bar,
    byWorth: () => sort === 'worth',
    choose: (views) => {
      draw(views);
      return only === '' ? views : views.filter(({ worth }) => worth.some(({ code }) => code === only));
    },
    order: (views) => (sort === 'worth' ? [...views].sort((a, b) => weightOf(b) - weightOf(a)) : views),
  };
}
