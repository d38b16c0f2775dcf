// One invitation in the list: a face and three lines. Its actions are in the detail view.

import { face } from './face.js';
import { el, boldStart, put } from '../shared/dom.js';
import { isBeingRead } from '../shared/photo-check-state.js';
import { actionsOf } from '../actions.js';
import {
  HEADLINE_LENGTH,
  engineName,
  month,
  person,
  plain,
  say,
  shortDay,
  verdictLine,
  verdictWord,
} from '../sentences.js';
import { BETWEEN, worthLine, worthWord } from '../worth.js';

/** @typedef {import('../shapes').View} View */
/** @typedef {import('./list.js').GroupName} GroupName */

const ICON_SIDE = 15;

/** @param {View} view @param {GroupName} group The third line: the open question, else the reasons to accept, else the headline. */
function third(view, group) {
  const { reported, aside } = actionsOf(view.key);
  if (group === 'reported' && reported !== undefined)
    return el('span', { class: 'line said' }, say('deed_reported', shortDay(reported)));
  if (group === 'aside' && aside !== undefined)
    return el('span', { class: 'line said' }, say('deed_aside', shortDay(aside)));
  if (group === 'again' && view.handled !== null)
    return el('span', { class: 'line said' }, say('accepted_in', month(view.handled)));
  if (isBeingRead(view))
    return el(
      'span',
      { class: 'line asks' },
      say('searching', engineName(/** @type {import('../requests').PhotoShown} */ (view.photo).reading?.engine ?? '')),
    );
  if (group === 'answer') return el('span', { class: 'line asks' }, say('check_question'));
  if (view.worth.length > 0) {
    const lines = view.worth.flatMap((worth, at) => [
      at > 0 && BETWEEN,
      ...boldStart(worthWord(worth.code), worthLine(worth)),
    ]);
    return el('span', { class: 'line worth' }, ...lines);
  }
  return el(
    'span',
    { class: 'line headline', dir: 'auto' },
    plain(view.headline, HEADLINE_LENGTH) || (view.worthWithheld ? say('worth_withheld') : ''),
  );
}

/** @param {string} key @param {() => void} opened */
export function createRow(key, opened) {
  const node = el('div', { class: 'item', role: 'option', 'data-key': key, click: opened });
  let shown = '';
  return {
    node,
    /** @param {View} view @param {GroupName} group */
    update: (view, group) => {
      const now = JSON.stringify([view, group, actionsOf(key)]);
      if (now === shown) return;
      shown = now;
      const basis = verdictLine(view);
      node.className = `item ${view.verdict} in-${group}`;
      put(
        node,
        face(view, ICON_SIDE),
        el(
          'span',
          { class: 'lines' },
          el('span', { class: 'line name', dir: 'auto' }, person(view.name)),
          el('span', { class: 'line basis', title: basis }, ...boldStart(verdictWord(view.verdict), basis)),
          third(view, group),
        ),
      );
    },
  };
}
