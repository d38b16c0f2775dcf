// Whether a text says how long ago something was, in the page's language: what the browser itself would print.

/** @type {Intl.RelativeTimeFormatUnit[]} */
const UNITS = ['second', 'minute', 'hour', 'day', 'week', 'month', 'year'];
/** @type {Intl.RelativeTimeFormatStyle[]} */
const STYLES = ['long', 'short', 'narrow'];
/** The longest text that may be a time, in UTF-16 units. */
const LONGEST = 40;
/** Times ago without a digit ("yesterday", "two days ago" in Arabic) are known up to this many units. */
const WORDED = 2;
const MOST_KNOWN = 400;

/** @type {Map<string, Set<string>>} */
const known = new Map();

/** @param {string} text */
const folded = (text) =>
  text
    .toLowerCase()
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim();

/** @param {string} language @param {number} count */
function printed(language, count) {
  const key = `${language} ${count}`;
  let texts = known.get(key);
  if (texts) return texts;
  texts = new Set();
  for (const style of STYLES) {
    for (const numeric of /** @type {const} */ (['always', 'auto'])) {
      try {
        const format = new Intl.RelativeTimeFormat(language, { style, numeric });
        for (const unit of UNITS) texts.add(folded(format.format(-count, unit)));
      } catch {
        // The language tag is invalid.
      }
    }
  }
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, texts);
  return texts;
}

/** The number in a text, whatever its digits. @param {string} text @returns {number | null} */
function numberIn(text) {
  const found = text.match(/\p{Nd}+/gu);
  if (found?.length !== 1 || found[0].length > 3) return null;
  // The ten digits of a script are consecutive, and begin at a multiple of 16 or 6 after one.
  const digits = [...found[0]].map((digit) => {
    const code = /** @type {number} */ (digit.codePointAt(0));
    let zero = code;
    while (zero > 0 && code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
    return code - zero;
  });
  return Number(digits.join(''));
}

/** @param {string} text @param {string} language The page's, such as `de-DE`; empty if it does not say. */
export function saysTime(text, language) {
  if (text.length > LONGEST) return false;
  const said = folded(text);
  const count = numberIn(said);
  const counts = count === null ? [0, 1, WORDED] : [count];
  return [language, 'en'].some((tag) => tag !== '' && counts.some((ago) => printed(tag, ago).has(said)));
}
