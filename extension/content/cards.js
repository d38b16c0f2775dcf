// Finds the cards on a page: their outermost elements, by mark or by structure.

import { CONTROL, ENTITY, ITEM, MARKED } from './selectors.js';

/** @param {Element} element */
const isDrawn = (element) => element.getClientRects().length > 0;

/** A card is shown if something on it can be pressed. @param {Element} root */
const isShown = (root) => [...root.querySelectorAll(CONTROL)].some(isDrawn);

/**
 * A list item around a marked element belongs to it, if it holds no other: note and controls may stand there.
 * @param {Element} marked
 */
function outermost(marked) {
  const item = marked.parentElement?.closest('[role="listitem"]');
  const outer = marked.parentElement?.closest(MARKED);
  if (outer) return outer;
  return item && item.querySelectorAll('[data-view-name="pending-invitation"]').length === 1 ? item : marked;
}

/** @param {Element} item */
const mayBeCard = (item) => item.querySelectorAll(CONTROL).length > 1 && item.querySelector(ENTITY) !== null;

/**
 * The outermost elements of what may be invitation cards, in document order.
 * @param {ParentNode} page @returns {Map<Element, 'marked' | 'structure'>}
 */
export function findCards(page) {
  /** @type {Map<Element, 'marked' | 'structure'>} */
  const cards = new Map();
  for (const element of page.querySelectorAll(MARKED)) {
    let root = element;
    for (let next = outermost(root); next !== root; next = outermost(root)) root = next;
    if (!cards.has(root) && isShown(root)) cards.set(root, 'marked');
  }
  const candidates = [...page.querySelectorAll(ITEM)].filter(mayBeCard);
  for (const item of candidates) {
    const isInnermost = !candidates.some((other) => other !== item && item.contains(other));
    const isMarked = item.closest(MARKED) !== null || [...cards.keys()].some((root) => root.contains(item) || item.contains(root));
    if (isInnermost && !isMarked && isShown(item)) cards.set(item, 'structure');
  }
  return cards;
}
