// Finds the cards on a page: their outermost elements, by mark or by structure. The time grows with the number of
// list items, and the work is done in slices.

import { isDrawn } from './reading.js';
import { CONTROL, ENTITY, ITEM, MARKED, PENDING, RECEIVED_LIST } from './selectors.js';
import { inSlices } from './slices.js';

/** @typedef {'marked' | 'structure'} Found */

/** How many list items are looked at in one slice. */
const ITEMS = 40;

/** A card is shown if something on it can be pressed. @param {Element} root */
function isShown(root) {
  if (!root.isConnected || !isDrawn(root)) return false;
  for (const control of root.querySelectorAll(CONTROL)) if (isDrawn(control)) return true;
  return false;
}

/**
 * A list item around a marked element belongs to it, if it holds no other: note and controls may stand there.
 * @param {Element} marked
 */
function outermost(marked) {
  const item = marked.parentElement?.closest('[role="listitem"]');
  const outer = marked.parentElement?.closest(MARKED);
  if (outer) return outer;
  return item && item.querySelectorAll(PENDING).length === 1 ? item : marked;
}

/** @param {Element} item */
const mayBeCard = (item) => item.querySelector(ENTITY) !== null && item.querySelector(CONTROL) !== null;

/**
 * The outermost elements of what may be invitation cards.
 * @param {ParentNode} page
 * @param {(items: Iterable<Element>, work: (item: Element) => void) => Promise<void>} [slices]
 * @returns {Promise<Map<Element, Found>>}
 */
export async function findCards(page, slices = (items, work) => inSlices(items, work, { size: ITEMS })) {
  /** @type {Map<Element, Found>} */
  const cards = new Map();
  await slices(page.querySelectorAll(MARKED), (element) => {
    let root = element;
    for (let next = outermost(root); next !== root; next = outermost(root)) root = next;
    if (!cards.has(root) && isShown(root)) cards.set(root, 'marked');
  });
  /** @type {Element | null} */
  let last = null;
  const take = () => {
    if (!last || !isShown(last)) return;
    cards.set(last, last.closest(RECEIVED_LIST) ? 'marked' : 'structure');
  };
  await slices(page.querySelectorAll(ITEM), (item) => {
    // What holds a marked element is either its card, taken above, or the list of several.
    if (!mayBeCard(item) || item.closest(MARKED) || item.querySelector(MARKED)) return;
    // In document order the next one stands inside this one, or none does.
    if (last && !last.contains(item)) take();
    last = item;
  });
  take();
  return cards;
}
