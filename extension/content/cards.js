// Finds the cards on a page: their outermost elements, by mark or by structure. Runs in time linear in the number of
// list items, works in slices, and caches the result for each item until it changes.

import { isDrawn } from './visibility.js';
import { CONTROL, ENTITY, ITEM, MARKED, PENDING, RECEIVED_LIST } from './selectors.js';
import { inSlices } from './slices.js';

/** @typedef {import('../shapes').Root} Root */

/** How many list items are checked in one slice. */
const ITEMS = 200;
/** How long the cache is valid, in milliseconds: styles may change what is shown without any observable change. */
const CACHED_FOR = 5000;

/** A card is shown if something on it can be pressed. @param {Element} root */
function isShown(root) {
  if (!root.isConnected || !isDrawn(root)) return false;
  for (const control of root.querySelectorAll(CONTROL)) if (isDrawn(control)) return true;
  return false;
}

/**
 * A list item around a marked element belongs to its card, if it holds no other marked element: note and controls may
 * be there.
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

/** Caches the results for list items and cards, until they change. */
export class CardCache {
  /** @type {WeakMap<Node, boolean>} Items that may be cards by what is in and around them. */
  fits = new WeakMap();
  /** @type {WeakMap<Node, boolean>} Those that are shown. */
  shown = new WeakMap();
  #since = 0;

  /** @param {Node} node A node that changed, or in which something changed; to be called for each of its ancestors too. */
  forget(node) {
    this.fits.delete(node);
    this.shown.delete(node);
  }

  /** An ancestor of items changed. */
  forgetAll() {
    this.#since = performance.now();
    this.fits = new WeakMap();
    this.shown = new WeakMap();
  }

  /** To be called before each scan of the page. */
  expire() {
    if (performance.now() - this.#since > CACHED_FOR) this.forgetAll();
  }
}

/** @template {Node} T @param {WeakMap<Node, boolean>} known @param {T} node @param {(node: T) => boolean} compute */
function cached(known, node, compute) {
  let answer = known.get(node);
  if (answer === undefined) known.set(node, (answer = compute(node)));
  return answer;
}

/**
 * The outermost elements of possible invitation cards.
 * @param {ParentNode} page
 * @param {CardCache} [known] @param {(items: Iterable<Element>, work: (item: Element) => void) => Promise<void>} [slices]
 * @returns {Promise<Map<Element, Root>>}
 */
export async function findCards(
  page,
  known = new CardCache(),
  slices = (items, work) => inSlices(items, work, { size: ITEMS }),
) {
  /** @type {Map<Element, Root>} */
  const cards = new Map();
  await slices(page.querySelectorAll(MARKED), (element) => {
    let root = element;
    for (let next = outermost(root); next !== root; next = outermost(root)) root = next;
    if (!cards.has(root) && isShown(root)) cards.set(root, 'marked');
  });
  /** @type {Element | null} */
  let last = null;
  const take = () => {
    if (!last?.isConnected || !cached(known.shown, last, isShown)) return;
    cards.set(last, last.closest(RECEIVED_LIST) ? 'marked' : 'structure');
  };
  await slices(page.querySelectorAll(ITEM), (item) => {
    // An item around marked elements is either a card, taken above, or a list of several.
    if (!cached(known.fits, item, (one) => mayBeCard(one) && !one.closest(MARKED) && !one.querySelector(MARKED)))
      return;
    // In document order the next element is inside this one, or none is.
    if (last && !last.contains(item)) take();
    last = item;
  });
  take();
  return cards;
}
