// Preparing a report: one click copies the text and opens the profile. Sending it stays with the user.

import { el } from './dom.js';
import { outLink, profileUrlOf } from './links.js';
import { reportText } from '../report.js';
import { say } from '../sentences.js';

/** @typedef {import('../shapes').View} View */
/** @typedef {import('./desk.js').Desk} Desk */

/** @param {View} view Whether the report stands out, or waits quietly. */
const prominent = (view) => view.verdict === 'likely-fake' || view.verdict === 'suspicious';

/**
 * The link alone; what came of the click is shown by `reportState`.
 * @param {View} view @param {Desk} desk @param {boolean} [brief] In a row of other links.
 */
export function reportLink(view, desk, brief = false) {
  const url = profileUrlOf(view.profileUrl);
  /** @param {Event} event */
  const copy = (event) => {
    if (event.type === 'auxclick' && /** @type {MouseEvent} */ (event).button !== 1) return;
    if (desk.leave && url) event.preventDefault();
    const copied = navigator.clipboard ? navigator.clipboard.writeText(reportText(view)) : Promise.reject();
    copied.then(
      () => {
        desk.kept.set('report', 'copied');
        desk.redraw(view);
        if (url) desk.leave?.(url);
      },
      () => {
        desk.kept.set('report', 'by-hand');
        desk.redraw(view);
        desk.focus('report-text');
      });
  };
  const words = say(brief ? 'report_short' : prominent(view) ? 'report_action' : 'report_quiet');
  const look = brief ? (view.verdict === 'likely-fake' ? 'button report brief' : 'plain') : prominent(view) ? `button report ${view.verdict}` : 'quiet-link';
  const properties = { class: look, 'data-place': 'report', click: copy, auxclick: copy };
  return url ? outLink(url, words, properties) : el('button', { type: 'button', ...properties }, words);
}

/** @param {View} view @param {Desk} desk What to do next, once the link was used. */
export function reportState(view, desk) {
  const state = desk.kept.get('report');
  if (state === 'copied') return el('p', { class: 'done', role: 'status' }, say('report_copied'));
  if (state !== 'by-hand') return null;
  const text = el('textarea', { readonly: true, rows: 6, 'data-place': 'report-text', 'aria-label': say('report_text_label') });
  text.value = reportText(view);
  const url = profileUrlOf(view.profileUrl);
  return el('div', { class: 'by-hand' },
    el('p', { class: 'done', role: 'alert' }, say('report_by_hand')), text,
    url && el('p', {}, outLink(url, say('report_open_profile'))));
}

/** @param {View} view @param {Desk} desk */
export const report = (view, desk) =>
  el('section', { class: prominent(view) ? 'report-box' : 'report-box quiet' },
    prominent(view) && el('h3', {}, say('report_title')),
    reportLink(view, desk),
    reportState(view, desk) ?? (prominent(view) ? el('p', { class: 'hint' }, say('report_hint')) : null));
