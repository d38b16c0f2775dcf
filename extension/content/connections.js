// Reads the user's number of connections from their own pages.

import { ask } from '../messages.js';
import { isDrawn } from './visibility.js';
import { OWN_CONNECTIONS } from './selectors.js';

const LINK = `a[href*="${OWN_CONNECTIONS}"]`;
/** The longest text that is read as a count. */
const MOST_TEXT = 60;
/** "463", "1,204", "1.204", "500+" */
const NUMBER = /\d{1,3}(?:[.,\s\u00a0\u202f'’]\d{3})+|\d+/g;

/** @param {Element} element @returns {number | null} The number in its text, if that is one number beside a word. */
function countIn(element) {
  const text = (element.textContent ?? '').trim();
  if (text.length > MOST_TEXT || !/\p{L}/u.test(text)) return null;
  const numbers = text.match(NUMBER);
  return numbers?.length === 1 && isDrawn(element) ? Number(numbers[0].replace(/\D/g, '')) : null;
}

/** @param {Document} page @param {string} path @returns {number | null} null: the page does not say. */
export function readConnections(page, path) {
  const main = page.querySelector('main') ?? page.body;
  // On the list itself the count is in or right after the heading.
  const heading = path.startsWith(OWN_CONNECTIONS) ? main.querySelector('h1, h2') : null;
  const beside = heading
    ? [heading, heading.nextElementSibling, heading.parentElement?.nextElementSibling ?? null]
    : [];
  for (const element of [...beside, ...page.querySelectorAll(LINK)]) {
    const count = element ? countIn(element) : null;
    if (count !== null) return count;
  }
  return null;
}

/** @returns {(page: Document, path: string) => void} A reader that sends each new count to the background. */
export function connectionsReader() {
  /** @type {number | null} */
  let told = null;
  return (page, path) => {
    const count = readConnections(page, path);
    if (count === null || count === told) return;
    told = count;
    ask('see-connections', { count }).catch(() => {
      told = null;
    });
  };
}
