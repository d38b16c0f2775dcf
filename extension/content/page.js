// Reads an invitation page as a whole: how many it says there are, and who stands on it outside the cards.

import { COUNTED, PERSON } from './selectors.js';

/** "All (2)", "Focused (1,204)". */
const COUNT = /\((\d{1,3}(?:[.,\s\u00a0\u202f]?\d{3})*)\)\s*$/;
const MOST_COUNTS = 50;

/**
 * @param {Document} page @param {Iterable<Element>} cards @param {string[]} keys @param {number} invitations
 * @returns {import('../shapes').PageAsRead}
 */
export function readPage(page, cards, keys, invitations) {
  const roots = new Set(cards);
  const within = page.querySelector('main') ?? page.body;
  /** @param {Element} element */
  const isOutside = (element) => {
    for (let at = /** @type {Element | null} */ (element); at; at = at.parentElement) if (roots.has(at)) return false;
    return element.getClientRects().length > 0;
  };
  const strangers = new Set([...within.querySelectorAll(PERSON)].filter(isOutside).map((link) => link.getAttribute('href')));
  const counts = [];
  for (const element of within.querySelectorAll(COUNTED)) {
    const [, digits] = COUNT.exec((element.textContent ?? '').slice(0, 100).trim()) ?? [];
    if (digits && counts.length < MOST_COUNTS && isOutside(element)) counts.push(Number(digits.replace(/\D/g, '')));
  }
  return { keys, cards: invitations, strangers: strangers.size, counts };
}
