// The text of a thank-you: a template filled with certain facts of the card. Uncertain ones are left out, and nothing
// that the inviter wrote is quoted.

import { firstName, certainCompany, whereMet } from './names.js';
import { plain, say } from './sentences.js';

/** @typedef {import('./shapes').View} View */

/** The blanks that a template may contain. */
export const BLANKS = Object.freeze(['first', 'company', 'shared', 'met']);
/** Blanks of earlier versions: still accepted, and never filled in. */
const FORMER_BLANKS = ['note'];
/** The most characters of a template. */
export const MOST_TEMPLATE = 1000;

const BLANK = /\{([^{}]*)\}/g;

/** @param {View} view @returns {string} The target company named by the reasons to accept; else the employer. */
function company(view) {
  const target = view.worth.find(({ code }) => code === 'target-company');
  return (
    (target && (certainCompany(target.words) || certainCompany(target.goal ?? ''))) || certainCompany(view.employer)
  );
}

/** @param {View} view @returns {Record<string, string>} By blank; empty if uncertain. */
function filling(view) {
  const shared = certainCompany(view.inCommon);
  return { first: firstName(view.name), company: company(view), shared, met: whereMet(view.note) };
}

/** @param {string} line */
const sentences = (line) => line.split(/(?<=[.!?…。！？])\s+/u);

/**
 * The error in a template: an unknown blank (its name), or a brace that belongs to no blank.
 * @param {string} template
 * @returns {{ code: 'unknown', blank: string } | { code: 'brace' | 'too-long' } | null}
 */
export function templateProblem(template) {
  if (template.length > MOST_TEMPLATE) return { code: 'too-long' };
  for (const [, blank] of template.matchAll(BLANK))
    if (![...BLANKS, ...FORMER_BLANKS].includes(blank)) return { code: 'unknown', blank: plain(blank, 40) };
  return /[{}]/.test(template.replace(BLANK, '')) ? { code: 'brace' } : null;
}

/** @typedef {'recruiter' | 'target' | 'peer' | 'shared' | 'plain'} Occasion */

/** @param {View} view @returns {Occasion} The first occasion that applies. */
export function occasionOf(view) {
  /** @param {...import('./shapes').WorthCode} codes */
  const has = (...codes) => view.worth.some(({ code }) => codes.includes(code));
  if (has('recruiter')) return 'recruiter';
  if (has('target-company', 'hiring-role')) return 'target';
  if (has('shared') || certainCompany(view.inCommon)) return 'shared';
  return has('peer') ? 'peer' : 'plain';
}

/** The wording that comes with the language, for an invitation without an occasion: what the options start from. */
export const startingTemplate = () => `${say('thanks_hello')}\n${say('thanks_plain')}`;

/** @param {View} view @returns {string} The thank-you in the language's own wording. */
export function thankYouFor(view) {
  const occasion = occasionOf(view);
  const hello = say(firstName(view.name) ? 'thanks_hello' : 'thanks_hello_unnamed');
  // A note can claim a meeting that did not happen; the user reads the text before it is sent.
  const rest = [say(`thanks_${occasion}`), say('thanks_met'), occasion === 'shared' ? '' : say('thanks_in_common')];
  return thankYou(view, `${hello}\n${rest.filter(Boolean).join(' ')}`);
}

/**
 * @param {View} view @param {string} template
 * @returns {string} The text with every blank filled: sentences with a blank that cannot be filled are left out.
 */
export function thankYou(view, template) {
  const values = filling(view);
  /** @param {string} sentence */
  const filled = (sentence) => {
    const known = [...sentence.matchAll(BLANK)].every(
      ([, blank]) => Object.hasOwn(values, blank) && values[blank] !== '',
    );
    const text = known ? sentence.replace(BLANK, (_, blank) => values[blank]) : '';
    return /[{}]/.test(text) ? '' : text;
  };
  const lines = template.split(/\r?\n/).map((line) => sentences(line).map(filled).filter(Boolean).join(' '));
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
