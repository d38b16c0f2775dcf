// A thank-you to copy, for an invitation that is safe to accept: shown before it is copied. The user sends it.

import { currentSettings } from './current-settings.js';
import { el, isInPage } from './dom.js';
import { ask } from '../messages.js';
import { problem, say } from '../sentences.js';
import { MOST_TEMPLATE, thankYou, thankYouFor } from '../thank-you.js';

/** @typedef {import('../shapes').View} View */
/** @typedef {import('./view-context.js').ViewContext} ViewContext */

/** The most characters of a draft: a template with its blanks filled. */
const MOST = MOST_TEMPLATE * 2;

/** @param {View} view @returns {string} The draft; empty where there is nothing to thank for, or the user wants none. */
export function draft(view) {
  if (view.verdict !== 'accept-safe' || view.handled !== null) return '';
  const { thanks: own } = currentSettings();
  return own === null ? thankYouFor(view) : thankYou(view, own);
}

/** @param {View} view @param {ViewContext} context @returns {string} The draft with the user's edits. */
function edited(view, context) {
  const own = context.kept.get('thanks-draft');
  return typeof own === 'string' ? own : draft(view);
}

/** @param {View} view @param {ViewContext} context */
function copy(view, context) {
  const copied = navigator.clipboard ? navigator.clipboard.writeText(edited(view, context)) : Promise.reject();
  copied
    .then(
      () => 'copied',
      () => 'by-hand',
    )
    .then((state) => {
      context.kept.set('thanks', state);
      context.redraw(view);
      if (state === 'by-hand') context.focus('thanks-text');
    });
}

/** @param {ViewContext} context The result of the click. */
function outcome(context) {
  const state = context.kept.get('thanks');
  if (state === 'copied') return el('p', { class: 'done', role: 'status' }, say('thanks_copied'));
  // In LinkedIn's page a selected text could be read: the popup is offered instead.
  if (state === 'by-hand')
    return el('p', { class: 'trouble', role: 'alert' }, say(isInPage() ? 'copy_in_popup' : 'thanks_by_hand'));
  return typeof state === 'string'
    ? el('p', { class: 'trouble', role: 'alert' }, state)
    : el('p', { class: 'hint' }, say('thanks_hint'));
}

/** @param {View} view @param {ViewContext} context The draft in a field of its own: what is typed is what is copied. */
function field(view, context) {
  const text = el('textarea', {
    class: 'draft',
    rows: 4,
    dir: 'auto',
    maxlength: MOST,
    'data-place': 'thanks-text',
    'aria-label': say('thanks_title'),
  });
  text.value = edited(view, context);
  text.addEventListener('input', () => {
    context.kept.set('thanks-draft', text.value);
    // The text has changed since it was copied.
    if (context.kept.delete('thanks')) context.redraw(view);
  });
  return text;
}

/**
 * In LinkedIn's page the draft has no field, since the page can search a field's text. It is edited on
 * our own page.
 * @param {View} view @param {ViewContext} context
 */
const elsewhere = (view, context) =>
  el(
    'button',
    {
      type: 'button',
      class: 'textual',
      'data-place': 'thanks-edit',
      click: () => {
        ask('open-page', { key: view.key }).catch((error) => {
          context.kept.set('thanks', problem(error));
          context.redraw(view);
        });
      },
    },
    say('thanks_edit'),
  );

/** @param {View} view @param {ViewContext} context The draft as it will be copied, with its button. */
export function thanks(view, context) {
  if (!draft(view)) return null;
  return el(
    'section',
    { class: 'thanks' },
    el('h3', {}, say('thanks_title')),
    isInPage() ? el('blockquote', { class: 'draft', dir: 'auto' }, draft(view)) : field(view, context),
    el(
      'p',
      { class: 'row' },
      el(
        'button',
        { type: 'button', class: 'button', 'data-place': 'thanks', click: () => copy(view, context) },
        say('thanks_action'),
      ),
      isInPage() && elsewhere(view, context),
    ),
    outcome(context),
  );
}
