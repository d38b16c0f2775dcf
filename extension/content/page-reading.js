// Reads an invitation page as a whole: the number of invitations it states, and the content outside the cards.

import { isDrawn } from './visibility.js';
import { AROUND, COUNTED, PERSON, PHOTO, PRESSABLE } from './selectors.js';
import { inSlices } from './slices.js';

/** "All (2)", "Focused (1,204)"; below a billion: a longer number is no count of invitations. */
const COUNT = /\((\d{1,3}(?:[.,\s\u00a0\u202f]?\d{3}){0,2})\)\s*$/;
const MOST_COUNTS = 50;
/** The most texts ("No new invitations", and a hint) and buttons that an empty list shows. */
const EMPTY_TEXTS = 4;
const EMPTY_BUTTONS = 2;
/** The most elements outside cards that are counted: more make no difference. */
const ENOUGH = 50;
/** How many links and buttons are checked in one slice. */
const ELEMENTS = 500;

/** Texts outside tabs and menus. @param {Element} within */
function textsIn(within) {
  let texts = 0;
  const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
  while (texts < ENOUGH && walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    if (
      /\p{L}/u.test(walker.currentNode.nodeValue ?? '') &&
      parent &&
      isDrawn(parent) &&
      !parent.closest(`${AROUND}, script, style, template, noscript`)
    )
      texts += 1;
  }
  return texts;
}

/** The number of elements that an empty list would not show: there may be an invitation that was not recognised. @param {Element} within */
function beyondEmpty(within) {
  /** @param {string} selector */
  const count = (selector) => {
    let found = 0;
    for (const element of within.querySelectorAll(selector))
      if (found < ENOUGH && isDrawn(element) && !element.closest(AROUND)) found += 1;
    return found;
  };
  return count(PHOTO) + Math.max(0, count(PRESSABLE) - EMPTY_BUTTONS) + Math.max(0, textsIn(within) - EMPTY_TEXTS);
}

/** Whether this window shows a page at all: hidden frames, and pages that hold only a frame, say nothing. */
function showsPage() {
  try {
    const frame = window.frameElement;
    if (frame && (!isDrawn(frame) || innerWidth < 2 || innerHeight < 2)) return false;
  } catch {
    return false;
  }
  return true;
}

/**
 * @param {Document} page @param {Iterable<Element>} cards @param {string[]} keys @param {number} invitations
 * @returns {Promise<import('../shapes').PageAsRead | null>} null: this window shows no page that could be read as a whole.
 */
export async function readPage(page, cards, keys, invitations) {
  if (!showsPage()) return null;
  const roots = new Set(cards);
  const within = page.querySelector('main') ?? page.body;
  /** @param {Element} element */
  const isOutside = (element) => {
    for (let at = /** @type {Element | null} */ (element); at; at = at.parentElement) if (roots.has(at)) return false;
    return isDrawn(element);
  };
  /** @type {number[]} */
  const counts = [];
  await inSlices(
    within.querySelectorAll(COUNTED),
    (element) => {
      const [, digits] = COUNT.exec((element.textContent ?? '').slice(0, 100).trim()) ?? [];
      if (digits && counts.length < MOST_COUNTS && isOutside(element)) counts.push(Number(digits.replace(/\D/g, '')));
    },
    { size: ELEMENTS },
  );
  const links = new Set();
  await inSlices(
    within.querySelectorAll(PERSON),
    (link) => {
      if (isOutside(link)) links.add(link.getAttribute('href'));
    },
    { size: ELEMENTS },
  );
  const outside = links.size;
  if (invitations > 0) return { keys, cards: invitations, outside, counts };
  const frames = [...within.querySelectorAll('iframe')].some((frame) => isDrawn(frame));
  // Still empty, or the list is in a frame, whose own content script reads it.
  if (counts.length === 0 && (frames || textsIn(within) === 0)) return null;
  return { keys, cards: 0, outside: outside + beyondEmpty(within), counts };
}
