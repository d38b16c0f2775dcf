// The user's goals: checked, and saved as they are typed.

import { whenTyped } from './typing.js';
import { el } from '../shared/dom.js';
import { ask } from '../messages.js';
import { counted, plain, problem, say } from '../sentences.js';

/** @typedef {import('../shapes').Goals} Goals */
/** @typedef {keyof Goals} Field */

/** As in crate/core/src/worth/goals.rs; what the core refuses is shown all the same. */
const MOST_ENTRIES = 100;
const LONGEST = { headline: 300, title: 100, entry: 100 };

/** @type {Array<{ field: Field, lines: boolean }>} */
const FIELDS = [
  { field: 'companies', lines: true },
  { field: 'roles', lines: true },
  { field: 'topics', lines: true },
  { field: 'title', lines: false },
  { field: 'headline', lines: false },
];

/** @param {string} text @returns {string[]} */
const entries = (text) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** @param {Field} field @param {string} text @returns {string} The error in words; empty if there is none. */
function trouble(field, text) {
  if (field === 'headline' || field === 'title')
    return [...text.trim()].length > LONGEST[field] ? counted('goals_too_long', LONGEST[field]) : '';
  const all = entries(text);
  if (all.length > MOST_ENTRIES) return counted('goals_too_many', MOST_ENTRIES);
  if (all.some((entry) => [...entry].length > LONGEST.entry)) return counted('goals_too_long', LONGEST.entry);
  const wordless = all.find((entry) => !/[\p{L}\p{N}]/u.test(entry));
  return wordless ? say('goals_no_letters', plain(wordless, 40)) : '';
}

/**
 * @param {(words: string) => void} tell Called with the result of saving, in words.
 * @returns {{ nodes: HTMLElement[], refresh: () => Promise<void> }}
 */
export function goalsFields(tell) {
  let last = '';
  const fields = FIELDS.map(({ field, lines }) => {
    const properties = {
      id: `goals-${field}`,
      dir: 'auto',
      'aria-describedby': `goals-${field}-hint goals-${field}-trouble`,
    };
    const input = lines ? el('textarea', { ...properties, rows: 3 }) : el('input', { ...properties, type: 'text' });
    const wrong = el('p', { id: `goals-${field}-trouble`, class: 'trouble', role: 'alert' });
    const node = el(
      'div',
      { class: 'setting stacked' },
      el('label', { for: properties.id }, say(`goals_${field}`)),
      input,
      el('p', { id: `goals-${field}-hint`, class: 'hint' }, say(`goals_${field}_hint`)),
      wrong,
    );
    return { field, lines, input, wrong, node };
  });

  async function save() {
    let fits = true;
    for (const { field, input, wrong } of fields) {
      const words = trouble(field, input.value);
      if (wrong.textContent !== words) wrong.textContent = words;
      input.setAttribute('aria-invalid', String(words !== ''));
      fits &&= words === '';
    }
    const goals = /** @type {Goals} */ (
      Object.fromEntries(
        fields.map(({ field, lines, input }) => [field, lines ? entries(input.value) : input.value.trim()]),
      )
    );
    const now = JSON.stringify(goals);
    if (!fits || now === last) return;
    try {
      await ask('set-goals', { goals });
      last = now;
      tell(say('saved'));
    } catch (error) {
      tell(problem(error));
    }
  }

  for (const { input } of fields) whenTyped(input, save);

  return {
    nodes: fields.map(({ node }) => node),
    refresh: async () => {
      const goals = await ask('goals');
      for (const { field, input } of fields) {
        const value = goals[field];
        input.value = Array.isArray(value) ? value.join('\n') : value;
      }
      last = JSON.stringify(Object.fromEntries(fields.map(({ field }) => [field, goals[field]])));
    },
  };
}
