// The question whether two photos that look alike are the same picture, which the user answers.

import { el } from './dom.js';
import { keptText } from './view-context.js';
import { profileLink } from './links.js';
import { sendAnswer } from './send-answer.js';
import { ask } from '../messages.js';
import { counted, person, say } from '../sentences.js';

/** @typedef {import('../shapes').View} View */
/** @typedef {import('../shapes').Twin} Twin */
/** @typedef {import('./view-context.js').ViewContext} ViewContext */

/** @param {View} view @param {Twin} twin @param {ViewContext} context @param {'same' | 'other' | 'undo'} says @param {string} next The place that gets the focus next. */
async function compare(view, twin, context, says, next) {
  // Set before the answer, since a notice of the change may come first: the undo button is then visible.
  context.kept.set('others-open', says === 'other');
  await sendAnswer(view, context, 'compare-problem', () =>
    ask('compare-photos', { one: view.photo?.id ?? '', other: twin.photo, says }),
  );
  context.focus(next);
}

/**
 * @param {View} view @param {Twin} twin @param {ViewContext} context @param {string} place @param {'same' | 'other' | 'undo'} says
 * @param {string} next @param {string} look @param {string} words
 */
const button = (view, twin, context, place, says, next, look, words) =>
  el(
    'button',
    { type: 'button', class: look, 'data-place': place, click: () => compare(view, twin, context, says, next) },
    words,
    el('span', { class: 'unseen' }, ` (${person(twin.name)})`),
  );

/**
 * Asks whether a similar photo is the same picture, or shows the user's answer.
 * @param {View} view @param {Twin} twin @param {number} index @param {ViewContext} context
 */
export function likeness(view, twin, index, context) {
  if (!view.photo) return null;
  const undo = `same-undo-${index}`;
  if (twin.same === true) {
    return el(
      'p',
      { class: 'fact' },
      say('said_same'),
      ' ',
      button(view, twin, context, undo, 'undo', `same-${index}`, 'textual', say('undo')),
    );
  }
  const other = button(
    view,
    twin,
    context,
    `other-${index}`,
    'other',
    'others-door',
    twin.nearExact ? 'quiet-link' : 'button small',
    say('say_not_same'),
  );
  if (twin.nearExact) return el('p', {}, other);
  return el(
    'div',
    { class: 'row' },
    button(view, twin, context, `same-${index}`, 'same', undo, 'button small', say('say_same')),
    other,
  );
}

/** Photos that the user called different, folded away, each with an undo button. @param {View} view @param {ViewContext} context */
export function otherPictures(view, context) {
  const others = view.twins.filter(({ same }) => same === false);
  if (others.length === 0) return null;
  return el(
    'details',
    { class: 'others', 'data-place': 'others', open: context.kept.get('others-open') === true },
    el('summary', { 'data-place': 'others-door' }, counted('others', others.length)),
    el(
      'ul',
      {},
      ...others.map((twin, index) =>
        el(
          'li',
          {},
          profileLink(twin.profileUrl, person(twin.name)),
          ' ',
          button(view, twin, context, `others-undo-${index}`, 'undo', 'same-0', 'textual', say('undo')),
        ),
      ),
    ),
  );
}

/** @param {ViewContext} context The error of the last answer; empty if there was none. */
export const compareTrouble = (context) =>
  el('p', { class: 'trouble', role: 'alert' }, keptText(context, 'compare-problem'));
