// TinEye finds the same picture, even cropped or recoloured, and no merely similar ones.

import { hitsIn, instead } from './hits.js';

const OWN = /(^|\.)(tineye|ideeinc)\.com$/i;
/** Elements that may state the number of results. */
const COUNTS = 'h1, h2, h3, h4, [role="heading"], [role="status"]';

/** @param {Document} page @returns {number | null} How many results the page says it found. */
function countOf(page) {
  for (const element of page.querySelectorAll(COUNTS)) {
    // "0 results", "1,204 results": a number with a word; not a number inside an address or a file's name.
    const [, digits] =
      /^\s*(\d{1,3}(?:[.,\s\u00a0\u202f]\d{3})*|\d+)\s+\p{L}+\s*$/u.exec((element.textContent ?? '').slice(0, 200)) ??
      [];
    if (digits) return Number(digits.replace(/\D/g, ''));
  }
  return null;
}

/** @type {import('./readers.js').Reader} */
export const tineye = {
  placeOf: ({ pathname }) => (/^\/search(\/|$)/.test(pathname) ? 'exact' : null),
  exactOf: () => null,
  read(page) {
    const count = countOf(page);
    if (count === 0) return { state: 'none', hits: [] };
    const hits = hitsIn(page.querySelector('main, [role="main"]') ?? page, OWN, () => true);
    return { state: hits.length > 0 && count !== null ? 'results' : instead(page), hits };
  },
};
