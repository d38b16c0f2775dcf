// Shows that the user prepared a report of an invitation or set it aside, with the date and an undo button.

import { el } from './dom.js';
import { keptText } from './view-context.js';
import { assume, actionsOf } from '../actions.js';
import { ask } from '../messages.js';
import { day, problem, say } from '../sentences.js';

/** @typedef {import('../shapes').View} View */
/** @typedef {import('./view-context.js').ViewContext} ViewContext */
/** @typedef {import('../actions.js').Action} Action */

/** @param {View} view @param {ViewContext} context @param {Action} action @param {boolean} done */
export async function noteAction(view, context, action, done) {
  const goOn = action === 'aside' && done ? context.onward?.(view.key) : null;
  // The state kept for this invitation: another one may be open when the answer comes.
  const { kept } = context;
  kept.delete('action-problem');
  const settle = assume(view.key, action, done ? Date.now() : undefined);
  // The message that the report was copied no longer applies.
  if (action === 'reported' && !done) kept.delete('report');
  context.redraw(view);
  const isLeft = goOn?.() ?? false;
  if (action === 'aside' && !isLeft) context.focus(done ? 'aside-undo' : 'aside');
  try {
    await ask('note-deed', { key: view.key, action, done });
    settle(true);
  } catch (error) {
    settle(false);
    kept.set('action-problem', problem(error));
    context.redraw(view);
  }
}

/** @param {View} view @param {ViewContext} context The user's actions, each with an undo button; null if there are none. */
export function actionsShown(view, context) {
  const actions = actionsOf(view.key);
  const trouble = el('p', { class: 'trouble', role: 'alert' }, keptText(context, 'action-problem'));
  /** @type {Action[]} */
  const done = ['reported', 'aside'];
  const lines = done.flatMap((action) => {
    const at = actions[action];
    if (at === undefined) return [];
    return el(
      'p',
      {},
      el('b', {}, say(`deed_${action}`, day(at))),
      ' ',
      el(
        'button',
        {
          type: 'button',
          class: 'textual',
          'data-place': `${action}-undo`,
          click: () => noteAction(view, context, action, false),
        },
        say('undo'),
      ),
    );
  });
  if (lines.length === 0) return keptText(context, 'action-problem') ? trouble : null;
  return el('div', { class: 'opinion said' }, ...lines, trouble);
}

/** @param {string[]} keys @param {boolean} done Sets them aside together, or takes that back. @returns {Promise<void>} Rejects where it was not stored. */
export async function setAside(keys, done) {
  const settles = keys.map((key) => assume(key, 'aside', done ? Date.now() : undefined));
  let isStored = false;
  try {
    await ask('set-aside', { keys, done });
    isStored = true;
  } finally {
    for (const settle of settles) settle(isStored);
  }
}

/** @param {View} view @param {ViewContext} context @param {string} [look] The button that sets it aside. */
export function asideButton(view, context, look = 'textual') {
  const { aside, reported } = actionsOf(view.key);
  if (aside !== undefined || reported !== undefined) return null;
  return el(
    'button',
    { type: 'button', class: look, 'data-place': 'aside', click: () => noteAction(view, context, 'aside', true) },
    say('aside_action'),
  );
}
