// Reads LinkedIn's "About this profile" when the user opened it: rows of a label and a month. The page also shows what the
// person wrote, so only its rows count, and dates that contradict each other are dropped.

import { saysChanged, saysPicture } from './labels.js';
import { monthOf } from './months.js';
import { isDrawn, oneLine } from './reading.js';
import { DIALOG, PRESSABLE, VERIFIED_MARK } from './selectors.js';

/** @typedef {import('../shapes').AccountAsRead} AccountAsRead */
/** @typedef {import('./months.js').Month} Month */

/** How many texts are looked at; how far above a month its row is looked for, in elements. */
const MOST = 200;
const CLIMB = 4;
/** The longest label of a row, in UTF-16 units. */
const LABEL = 60;
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

/** @param {Month} month For comparing. */
const order = ({ year, month }) => year * 12 + month;

/** @param {Element} element That holds a month. @param {Element} scope @returns {Element | null} What holds it together with its label. */
function rowOf(element, scope) {
  let at = /** @type {Element | null} */ (element);
  const own = oneLine(element.textContent);
  for (let climbed = 0; at && at !== scope && climbed < CLIMB; climbed += 1, at = at.parentElement) {
    if (oneLine(at.textContent).length <= own.length) continue;
    // What stands around it without a text of its own belongs to it: a mark beside the words.
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
  /** @type {Array<{ label: string, month: Month, row: Element }>} */
  const rows = [];
  for (const { text, element } of textsIn(scope)) {
    // A name may look like a month, and so may a headline: these stand in links and headings, or say the name.
    if (text === owner || element.closest(`a, h1, h2, ${PRESSABLE}`)) continue;
    const month = monthOf(text, language);
    const row = month && rowOf(element, scope);
    if (!month || !row) continue;
    const label = oneLine(row.textContent).replace(text, '').trim();
    if (label === '' || label.length > LABEL || label.includes(owner)) continue;
    rows.push({ label, month, row });
  }
  const [first, ...others] = rows;
  if (!first) return null;
  // The account was made before all else that has a date. Where its row is missing, another one comes first.
  const joined =
    others.every(({ month }) => order(month) >= order(first.month)) &&
    !saysPicture(first.label) &&
    !saysChanged(first.label) &&
    !first.row.querySelector(VERIFIED_MARK)
      ? first.month
      : null;
  const photo = rows.find(({ label, row }) => saysPicture(label) && !row.querySelector(VERIFIED_MARK));
  // An offer to verify oneself bears the mark too, in a link or button, and no date.
  const verified = rows.some(({ row }) =>
    [...row.querySelectorAll(VERIFIED_MARK)].some((mark) => !mark.closest(`a, ${PRESSABLE}`)),
  );
  return { joined, photoUpdated: photo?.month ?? null, verified };
}
