// Past searches: when, by which engine, with what result.

import { el } from '../shared/dom.js';
import { profileLink } from '../shared/links.js';
import { whenTyped } from './typing.js';
import { ask } from '../messages.js';
import { counted, engineName, person, problem, say, shortDay } from '../sentences.js';

/** @typedef {import('../shapes').SearchLine} SearchLine */
/** @typedef {import('../shapes').SearchPage} SearchPage */

/** @param {SearchLine} line */
const outcomeOf = ({ outcome, found, strongest }) => {
  if (outcome === 'none' || found === 0) return say(outcome === 'none' ? 'history_nothing' : 'history_similar');
  return `${counted('history_found', found)}${strongest ? ` · ${say(`found_${strongest.replaceAll('-', '_')}`)}` : ''}`;
};

/** @returns {{ nodes: HTMLElement[], refresh: () => Promise<void> }} */
export function searchHistory() {
  const search = el('input', {
    type: 'search',
    placeholder: say('history_search'),
    'aria-label': say('history_search'),
    maxlength: 200,
    'data-place': 'history-search',
  });
  const list = el('ul', { class: 'people history' });
  const state = el('p', { class: 'hint', role: 'status' });
  const more = el(
    'button',
    { type: 'button', class: 'button', hidden: true, 'data-place': 'history-more', click: () => add() },
    say('history_more'),
  );
  let after = '';
  /** The number of the latest request: earlier answers are dropped. */
  let asked = 0;

  async function add() {
    const mine = (asked += 1);
    try {
      const { items, next } = /** @type {SearchPage} */ (await ask('searches', { text: search.value.trim(), after }));
      if (mine !== asked) return;
      list.append(
        ...items.map((line) =>
          el(
            'li',
            {},
            el(
              'div',
              { class: 'person' },
              profileLink(line.profileUrl, person(line.name)),
              el('span', { class: 'fact' }, `${shortDay(line.at)} · ${engineName(line.engine)}`),
              el('span', { class: 'fact' }, outcomeOf(line)),
            ),
          ),
        ),
      );
      after = next ?? '';
      more.hidden = next === null;
      state.textContent =
        list.children.length > 0 ? '' : say(search.value.trim() ? 'history_no_match' : 'history_none');
    } catch (error) {
      state.textContent = problem(error);
    }
  }
  async function refresh() {
    after = '';
    list.replaceChildren();
    await add();
  }
  whenTyped(search, refresh);
  return { nodes: [search, list, more, state], refresh };
}
