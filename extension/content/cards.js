// Finds the cards on a page: their outermost elements, by mark or by structure. The time grows with the number of
// list items, the work is done in slices, and what was found out of an item is known until it changes.

import { isDrawn } from './reading.js';
import { CONTROL, ENTITY, ITEM, MARKED, PENDING, RECEIVED_LIST } from './selectors.js';
import { inSlices } from './slices.js';

/** @typedef {'marked' | 'structure'} Found */

/** How many list items are looked at in one slice. */
const ITEMS = 200;
/** What is known is found out anew after so long, in milliseconds: styles may change what is shown without a trace. */
const KNOWN_FOR = 5000;

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

/** What was found out of list items and cards, until they change. */
export class Known {
  /** @type {WeakMap<Node, boolean>} Items that may be cards by what is in and around them. */
  fits = new WeakMap();
  /** @type {WeakMap<Node, boolean>} Those that are shown. */
  shown = new WeakMap();
  #since = 0;

  /** @param {Node} node It changed, or something in it: to be told of everything it stands in as well. */
  forget(node) {
    this.fits.delete(node);
    this.shown.delete(node);
  }

  /** What stands around items changed. */
  forgetAll() {
    this.#since = performance.now();
    this.fits = new WeakMap();
    this.shown = new WeakMap();
  }

  /** Before a look. */
  expire() {
    if (performance.now() - this.#since > KNOWN_FOR) this.forgetAll();
  }
}

/** @template {Node} T @param {WeakMap<Node, boolean>} known @param {T} node @param {(node: T) => boolean} tell */
function recalled(known, node, tell) {
  let answer = known.get(node);
  if (answer === undefined) known.set(node, (answer = tell(node)));
  return answer;
}

/**
 * The outermost elements of what may be invitation cards.
 * @param {ParentNode} page
 * @param {Known} [known] @param {(items: Iterable<Element>, work: (item: Element) => void) => Promise<void>} [slices]
 * @returns {Promise<Map<Element, Found>>}
 */
export async function findCards(page, known = new Known(), slices = (items, work) => inSlices(items, work, { size: ITEMS })) {
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
    if (!last || !last.isConnected || !recalled(known.shown, last, isShown)) return;
    cards.set(last, last.closest(RECEIVED_LIST) ? 'marked' : 'structure');
  };
  await slices(page.querySelectorAll(ITEM), (item) => {
    // What holds a marked element is either its card, taken above, or the list of several.
    if (!recalled(known.fits, item, (one) => mayBeCard(one) && !one.closest(MARKED) && !one.querySelector(MARKED))) return;
    // In document order the next one stands inside this one, or none does.
    if (last && !last.contains(item)) take();
    last = item;
  });
  take();
  return cards;
}
