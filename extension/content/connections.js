// Reads how many connections the user has, where a page of their own says so.

import { ask } from '../messages.js';
import { isDrawn } from './reading.js';
import { OWN_CONNECTIONS } from './selectors.js';

const LINK = `a[href*="${OWN_CONNECTIONS}"]`;
/** The longest text that is read as a count. */
const MOST_TEXT = 60;
/** "463", "1,204", "1.204", "500+" */
const NUMBER = /\d{1,3}(?:[.,\s\u00a0\u202f'’]\d{3})+|\d+/g;

/** @param {Element} element @returns {number | null} The number it shows beside a word, if it is just one. */
function countIn(element) {
  const text = (element.textContent ?? '').trim();
  if (text.length > MOST_TEXT || !/\p{L}/u.test(text)) return null;
  const numbers = text.match(NUMBER);
  return numbers?.length === 1 && isDrawn(element) ? Number(numbers[0].replace(/\D/g, '')) : null;
}

/** @param {Document} page @param {string} path @returns {number | null} null: the page does not say. */
export function readConnections(page, path) {
  const main = page.querySelector('main') ?? page.body;
  // On the list itself the count stands in or right after the heading.
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

/** @returns {(page: Document, path: string) => void} Tells the background of a count it has not been told of. */
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
