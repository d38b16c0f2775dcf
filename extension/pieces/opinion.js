// The user's own word on an inviter: said, shown, taken back. It stands above every finding.

import { el } from './dom.js';
import { keptText } from './desk.js';
import { ask } from '../messages.js';
import { problem, say, verdictWord } from '../sentences.js';

/** @typedef {import('../shapes').View} View */
/** @typedef {import('./desk.js').Desk} Desk */

/** @param {View} view @param {Desk} desk @param {'known' | 'fake' | 'undo'} says */
async function overrule(view, desk, says) {
  desk.kept.delete('opinion-problem');
  try {
    const changed = /** @type {View[]} */ (await ask('overrule', { key: view.key, says }));
    desk.redraw(changed.find(({ key }) => key === view.key) ?? view);
  } catch (error) {
    desk.kept.set('opinion-problem', problem(error));
    desk.redraw(view);
  }
  desk.focus(says === 'undo' ? 'opinion-known' : 'opinion-undo');
}

/** @param {Desk} desk */
const trouble = (desk) => el('p', { class: 'trouble', role: 'alert' }, keptText(desk, 'opinion-problem'));

/**
 * What the user said, what would be said without it, and the way back; null while they said nothing.
 * @param {View} view @param {Desk} desk
 */
export function opinionSaid(view, desk) {
  if (!view.opinion) return null;
  return el('div', { class: 'opinion said' },
    el('p', {},
      el('b', {}, say(view.opinion === 'known' ? 'opinion_known' : 'opinion_fake')), ' ',
      view.overruled && `${say('opinion_without', verdictWord(view.overruled))} `,
      el('button', { type: 'button', class: 'textual', 'data-place': 'opinion-undo', click: () => overrule(view, desk, 'undo') }, say('undo'))),
    trouble(desk));
}

/** The two things a user may say; null once they have. @param {View} view @param {Desk} desk */
export function opinionAsked(view, desk) {
  if (view.opinion) return null;
  /** @param {'known' | 'fake'} says */
  const button = (says) =>
    el('button', { type: 'button', class: 'textual', 'data-place': `opinion-${says}`, click: () => overrule(view, desk, says) }, say(`say_${says}`));
  return el('section', { class: 'opinion' },
    el('h3', {}, say('opinion_title')),
    el('p', { class: 'row' }, button('known'), button('fake')),
    trouble(desk));
}
