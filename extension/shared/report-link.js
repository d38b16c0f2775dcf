// Preparing a report: one click copies the text and opens the profile. The user sends it.

import { noteAction } from './actions-shown.js';
import { el, isInPage } from './dom.js';
import { outLink, profileUrlOf } from './links.js';
import { ask } from '../messages.js';
import { reportText } from '../report.js';
import { hadPhotoFirst, say } from '../sentences.js';

/** @typedef {import('../shapes').View} View */
/** @typedef {import('./view-context.js').ViewContext} ViewContext */

/** @param {View} view Whether the report's button is emphasised: not for a person whose photo somebody else seems to use. */
const prominent = (view) => view.verdict === 'likely-fake' || (view.verdict === 'suspicious' && !hadPhotoFirst(view));

/**
 * The link alone; `reportState` shows the result of the click.
 * @param {View} view @param {ViewContext} context @param {{ words: string, look: string, place: string }} [as] Elsewhere than in its section.
 */
export function reportLink(view, context, as) {
  const url = profileUrlOf(view.profileUrl);
  /** @param {Event} event */
  const copy = (event) => {
    if (event.type === 'auxclick' && /** @type {MouseEvent} */ (event).button !== 1) return;
    if (context.leave && url) event.preventDefault();
    // The profile's own page then shows what to do there.
    ask('report-opened', { key: view.key }).catch(() => {});
    const copied = navigator.clipboard ? navigator.clipboard.writeText(reportText(view)) : Promise.reject();
    copied.then(
      () => {
        context.kept.set('report', 'copied');
        void noteAction(view, context, 'reported', true);
        if (url) context.leave?.(url);
      },
      () => {
        // Nothing is prepared yet: the text is to be copied by hand.
        context.kept.set('report', 'by-hand');
        context.redraw(view);
        context.focus('report-text');
      },
    );
  };
  const words = as?.words ?? say(prominent(view) ? 'report_action' : 'report_quiet');
  const look = as?.look ?? (prominent(view) ? `button report ${view.verdict}` : 'quiet-link');
  const properties = { class: look, 'data-place': as?.place ?? 'report', click: copy, auxclick: copy };
  return url ? outLink(url, words, properties) : el('button', { type: 'button', ...properties }, words);
}

/** @param {View} view @param {ViewContext} context What to do next, once the link was used. */
export function reportState(view, context) {
  const state = context.kept.get('report');
  if (state === 'copied') return el('p', { class: 'done', role: 'status' }, say('report_copied'));
  if (state !== 'by-hand') return null;
  // In LinkedIn's page a selected text could be read: the popup is offered instead.
  if (isInPage()) return el('p', { class: 'trouble', role: 'alert' }, say('copy_in_popup'));
  const text = el('textarea', {
    readonly: true,
    rows: 6,
    'data-place': 'report-text',
    'aria-label': say('report_text_label'),
  });
  text.value = reportText(view);
  const url = profileUrlOf(view.profileUrl);
  return el(
    'div',
    { class: 'by-hand' },
    el('p', { class: 'trouble', role: 'alert' }, say('report_by_hand')),
    text,
    url &&
      el(
        'p',
        {},
        outLink(url, say('report_open_profile'), {
          'data-place': 'report-open',
          click: () => noteAction(view, context, 'reported', true),
        }),
      ),
  );
}

/** @param {View} view @param {ViewContext} context */
export const report = (view, context) =>
  el(
    'section',
    { class: prominent(view) ? 'report-box' : 'report-box quiet' },
    prominent(view) && el('h3', {}, say('report_title')),
    reportLink(view, context),
    reportState(view, context) ?? (prominent(view) ? el('p', { class: 'hint' }, say('report_hint')) : null),
  );
