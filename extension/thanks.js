// A thank-you for an invitation: a template, filled with what the card says. What cannot be filled in is left out.

import { NAME_LENGTH, plain } from './sentences.js';

/** @typedef {import('./shapes').View} View */

/** What a template may have filled in. */
export const BLANKS = Object.freeze(['first', 'company', 'shared', 'note']);
/** The most characters of what is filled in, and of a template. */
const MOST_FILLED = 80;
const MOST_QUOTED = 120;
export const MOST_TEMPLATE = 1000;

const BLANK = /\{([^{}]*)\}/g;
/** Before a name, and no part of it. */
const TITLES = new Set(['dr', 'prof', 'professor', 'mr', 'mrs', 'ms', 'mx', 'miss', 'herr', 'frau', 'dipl', 'ing', 'mag', 'sir', 'dame', 'lord', 'lady', 'rev', 'hon', 'eng', 'med', 'rer', 'nat', 'phil', 'jur', 'h', 'c']);
/** Written with the family name first, or in a way that cannot be taken apart here. */
const EASTERN = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** @param {string} text Braces would look like something left to fill in. */
const braceless = (text) => text.replace(/[{}]/g, '');

/**
 * @param {string} name As displayed.
 * @returns {string} What to call them by; empty where that cannot be told.
 */
export function firstName(name) {
  const shown = plain(name, NAME_LENGTH).replace(/[([{"“„«].*?[)\]}"”“»]/gu, ' ').split(/[,|•·/]|\s[-–—]\s/u)[0].trim();
  if (EASTERN.test(shown)) return /^[\p{L}\p{M} ・]+$/u.test(shown) ? shown : '';
  const first = shown.split(/[\s]+/u).find((word) => !TITLES.has(word.replace(/[.-].*$/u, '').toLowerCase()) && /\p{L}/u.test(word)) ?? '';
  if (!/^\p{L}[\p{L}\p{M}'’-]+$/u.test(first)) return '';
  // ANNA-LENA is how it is written, not how one writes to her.
  return first === first.toUpperCase() && first.length > 2 ? first.toLowerCase().replace(/(^|[-'’])\p{L}/gu, (start) => start.toUpperCase()) : first;
}

/** @param {string} note @returns {string} Its first sentence, if that is short enough to quote. */
function quoted(note) {
  const [sentence = ''] = plain(note, 600).split(/(?<=[.!?…])\s/u);
  const bare = braceless(sentence).replace(/[.…\s]+$/u, '').replace(/["“”„]/gu, '');
  return bare.length <= MOST_QUOTED ? bare : '';
}

/** @param {View} view @returns {Record<string, string>} By blank; empty where the card does not say. */
const filling = (view) => ({
  first: firstName(view.name),
  company: braceless(plain(view.employer, MOST_FILLED)),
  shared: braceless(plain(view.inCommon, MOST_FILLED)),
  note: quoted(view.note),
});

/** @param {string} line */
const sentences = (line) => line.split(/(?<=[.!?…。！？])\s+/u);

/**
 * What is wrong with a template: a blank that nothing fills (its name), or a brace that belongs to none.
 * @param {string} template
 * @returns {{ code: 'unknown', blank: string } | { code: 'brace' | 'too-long' } | null}
 */
export function templateProblem(template) {
  if (template.length > MOST_TEMPLATE) return { code: 'too-long' };
  for (const [, blank] of template.matchAll(BLANK)) if (!BLANKS.includes(blank)) return { code: 'unknown', blank: plain(blank, 40) };
  return /[{}]/.test(template.replace(BLANK, '')) ? { code: 'brace' } : null;
}

/**
 * @param {View} view @param {string} template
 * @returns {string} The text, every blank in it filled: sentences with one that cannot be are left out.
 */
export function thankYou(view, template) {
  const values = filling(view);
  /** @param {string} sentence */
  const filled = (sentence) => {
    const known = [...sentence.matchAll(BLANK)].every(([, blank]) => Object.hasOwn(values, blank) && values[blank] !== '');
    const text = known ? sentence.replace(BLANK, (_, blank) => values[blank]) : '';
    return /[{}]/.test(text) ? '' : text;
  };
  const lines = template.split(/\r?\n/).map((line) => sentences(line).map(filled).filter(Boolean).join(' '));
  return lines.join('\n').replace(/\n{3,}/g, '\n\n').trim();
}
