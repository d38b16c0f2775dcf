// The user's own opinion of an inviter: given, shown, taken back. It overrules every finding.

import { el } from './dom.js';
import { sendAnswer } from './send-answer.js';
import { keptText } from './view-context.js';
import { ask } from '../messages.js';
import { say, verdictWord } from '../sentences.js';

/** @typedef {import('../shapes').View} View */
/** @typedef {import('./view-context.js').ViewContext} ViewContext */

/** @param {View} view @param {ViewContext} context @param {'known' | 'fake' | 'undo'} says */
async function overrule(view, context, says) {
  await sendAnswer(view, context, 'opinion-problem', () => ask('overrule', { key: view.key, says }));
  context.focus(says === 'undo' ? 'opinion-known' : 'opinion-undo');
}

/** @param {ViewContext} context */
const trouble = (context) => el('p', { class: 'trouble', role: 'alert' }, keptText(context, 'opinion-problem'));

/**
 * The user's opinion, the verdict without it, and an undo button; null without an opinion.
 * @param {View} view @param {ViewContext} context
 */
export function opinionShown(view, context) {
  if (!view.opinion) return null;
  return el(
    'div',
    { class: 'opinion said' },
    el(
      'p',
      {},
      el('b', {}, say(view.opinion === 'known' ? 'opinion_known' : 'opinion_fake')),
      ' ',
      view.overruled && `${say('opinion_without', verdictWord(view.overruled))} `,
      el(
        'button',
        {
          type: 'button',
          class: 'textual',
          'data-place': 'opinion-undo',
          click: () => overrule(view, context, 'undo'),
        },
        say('undo'),
      ),
    ),
    trouble(context),
  );
}

/** Buttons for the two opinions; null once one is given. @param {View} view @param {ViewContext} context */
export function opinionButtons(view, context) {
  if (view.opinion) return null;
  /** @param {'known' | 'fake'} says */
  const button = (says) =>
    el(
      'button',
      { type: 'button', class: 'textual', 'data-place': `opinion-${says}`, click: () => overrule(view, context, says) },
      say(`say_${says}`),
    );
  return el(
    'section',
    { class: 'opinion' },
    el('h3', {}, say('opinion_title')),
    el('p', { class: 'row' }, button('known'), button('fake')),
    trouble(context),
  );
}
