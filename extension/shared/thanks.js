// A thank-you to copy, for an invitation that is safe to accept. Sending it stays with the user.

import { el, inGuest } from './dom.js';
import { onSaved } from '../browser.js';
import { loadSettings, withDefaults } from '../settings.js';
import { say } from '../sentences.js';
import { thankYou, thankYouFor } from '../thanks.js';

/** @typedef {import('../shapes').View} View */
/** @typedef {import('./view-context.js').ViewContext} ViewContext */

/** The user's own template, empty if they want none; null: the language's own wording. @type {string | null} */
let own = null;
loadSettings().then(({ thanks }) => {
  own = thanks;
}, () => {});
onSaved((key, value) => {
  if (key === 'settings') own = withDefaults(value).thanks;
});

/** @param {View} view @returns {string} The draft; empty where there is nothing to thank for, or the user wants none. */
export function draft(view) {
  if (view.verdict !== 'accept-safe' || view.handled !== null) return '';
  return own === null ? thankYouFor(view) : thankYou(view, own);
}

/** @param {View} view @param {ViewContext} context @param {string} look */
export function thanksButton(view, context, look) {
  const text = draft(view);
  if (!text) return null;
  const copy = () => {
    const copied = navigator.clipboard ? navigator.clipboard.writeText(text) : Promise.reject();
    copied.then(() => 'copied', () => 'by-hand').then((state) => {
      context.kept.set('thanks', state);
      context.redraw(view);
      if (state === 'by-hand') context.focus('thanks-text');
    });
  };
  return el('button', { type: 'button', class: look, 'data-place': 'thanks', click: copy }, say('thanks_action'));
}

/** @param {View} view @param {ViewContext} context What came of the click. */
export function thanksState(view, context) {
  const state = context.kept.get('thanks');
  const text = draft(view);
  if (!text || typeof state !== 'string') return null;
  if (state === 'copied') return el('p', { class: 'done', role: 'status' }, say('thanks_copied'));
  // In a page it could be found: it is selected in the popup.
  if (inGuest()) return el('p', { class: 'done', role: 'alert' }, say('copy_in_popup'));
  const area = el('textarea', { readonly: true, rows: 5, dir: 'auto', 'data-place': 'thanks-text', 'aria-label': say('thanks_title') });
  area.value = text;
  return el('div', { class: 'by-hand' }, el('p', { class: 'done', role: 'alert' }, say('thanks_by_hand')), area);
}

/** @param {View} view @param {ViewContext} context The draft as it will be copied, with its button. */
export function thanks(view, context) {
  const text = draft(view);
  if (!text) return null;
  return el('section', { class: 'thanks' },
    el('h3', {}, say('thanks_title')),
    el('blockquote', { class: 'draft', dir: 'auto' }, text),
    thanksButton(view, context, 'button'),
    thanksState(view, context) ?? el('p', { class: 'hint' }, say('thanks_hint')));
}
