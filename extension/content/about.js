// Reads LinkedIn's "About this profile" when the user opened it: rows of a label and a month. The page also shows what the
// person wrote, so only its rows count.

import { MAX_LABEL, MAX_ROWS } from '../messages.js';
import { isDrawn } from './visibility.js';
import { monthOf } from './months.js';
import { oneLine } from './reading.js';
import { DIALOG, PRESSABLE, VERIFIED_MARK } from './selectors.js';

/** @typedef {import('../shapes').AccountAsRead} AccountAsRead */

/** The most texts that are read; how far above a month its row is searched for, in elements. */
const MOST = 200;
const CLIMB = 4;
/** @param {Element} scope @returns {Array<{ text: string, element: Element }>} Its drawn texts, in order. */
function textsIn(scope) {
  const walker = document.createTreeWalker(scope, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (texts.length < MOST && walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    const text = oneLine(walker.currentNode.nodeValue);
    if (text && element && isDrawn(element) && !element.closest('script, style')) texts.push({ text, element });
  }
  return texts;
}

/** @param {Element} element The month's. @param {Element} scope @returns {Element | null} The element around the month and its label. */
function rowOf(element, scope) {
  let at = /** @type {Element | null} */ (element);
  const own = oneLine(element.textContent);
  for (let climbed = 0; at && at !== scope && climbed < CLIMB; climbed += 1, at = at.parentElement) {
    if (oneLine(at.textContent).length <= own.length) continue;
    // An element around the row without a text of its own belongs to it: it adds a mark beside the words.
    const { textContent } = at;
    while (at.parentElement && at.parentElement !== scope && at.parentElement.textContent === textContent)
      at = at.parentElement;
    return at;
  }
  return null;
}

/**
 * @param {Document} page @param {string} owner The name on the profile, as the page shows it; empty if it is not known.
 * @returns {AccountAsRead | null} null: nothing is shown yet, or it is not understood.
 */
export function readAbout(page, owner) {
  const scope = [...page.querySelectorAll(DIALOG)].filter(isDrawn).at(-1) ?? page.querySelector('main');
  if (!scope || !owner) return null;
  const language = page.documentElement.lang;
  /** @type {AccountAsRead['rows']} */
  const rows = [];
  let verified = false;
  for (const { text, element } of textsIn(scope)) {
    // Names and headlines may look like a month: those are in links and headings, or contain the name.
    if (text === owner || element.closest(`a, h1, h2, ${PRESSABLE}`)) continue;
    const month = monthOf(text, language);
    const row = month && rowOf(element, scope);
    if (!month || !row || rows.length === MAX_ROWS) continue;
    const label = oneLine(row.textContent).replace(text, '').trim().normalize('NFC');
    if (label === '' || label.length > MAX_LABEL || label.includes(owner)) continue;
    const marks = [...row.querySelectorAll(VERIFIED_MARK)];
    // An offer to verify one's own profile has the mark too, in a link or button.
    verified ||= marks.some((mark) => !mark.closest(`a, ${PRESSABLE}`));
    rows.push({ label, month, verified: marks.length > 0 });
  }
  return rows.length > 0 ? { rows, verified } : null;
}
