// Whether a text is a month of a year, in the page's language: what the browser itself would print.

/** @typedef {{ year: number, month: number }} Month */

/** LinkedIn opened in this year. */
const FIRST_YEAR = 2003;
const LONGEST = 40;
const STYLES = /** @type {const} */ (['long', 'short']);

/** @param {string} text The text without variants of spelling: full stops, "of", spaces, direction marks. */
const folded = (text) =>
  text
    .toLowerCase()
    .replace(/[.,\u200e\u200f\u061c]/g, ' ')
    .replace(/\s(de|del|of|d’|d')\s/g, ' ')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim();

/** @type {Map<string, Map<string, Month>>} */
const known = new Map();

/** @param {string} language @returns {Map<string, Month>} Every month, by its spelling. */
function monthsIn(language) {
  const before = known.get(language);
  if (before) return before;
  /** @type {Map<string, Month>} */
  const months = new Map();
  const last = new Date().getFullYear();
  for (const month of STYLES) {
    // Some languages write years of another calendar; a page may do so or not.
    for (const calendar of [undefined, 'gregory']) {
      try {
        const format = new Intl.DateTimeFormat(language, {
          year: 'numeric',
          month,
          timeZone: 'UTC',
          ...(calendar ? { calendar } : {}),
        });
        for (let year = FIRST_YEAR; year <= last; year += 1) {
          for (let at = 0; at < 12; at += 1)
            months.set(folded(format.format(Date.UTC(year, at, 15))), { year, month: at + 1 });
        }
      } catch {
        // The language tag is invalid.
      }
    }
  }
  known.set(language, months);
  return months;
}

/** @param {string} text @param {string} language The page's, such as `de-DE`; empty if it does not say. @returns {Month | null} */
export function monthOf(text, language) {
  if (text.length > LONGEST) return null;
  const said = folded(text);
  for (const tag of [language, 'en']) {
    const month = tag ? monthsIn(tag).get(said) : undefined;
    if (month) return month;
  }
  return null;
}
