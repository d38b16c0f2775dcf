// Reasons to accept → words, weights and counts.

import { counted, isolated, say } from './sentences.js';

/** @typedef {import('./shapes').View} View */
/** @typedef {import('./shapes').Worth} Worth */
/** @typedef {import('./shapes').WorthCode} WorthCode */
/** @typedef {import('./shapes').Overview} Overview */

/** How much each reason counts when a list is sorted by them, weightiest first. @type {Record<WorthCode, number>} */
const WEIGHTS = { 'hiring-role': 5, recruiter: 4, 'target-company': 4, peer: 2, topic: 1, shared: 1 };

export const WORTH_CODES = /** @type {WorthCode[]} */ (Object.keys(WEIGHTS));
/** From so many connections on a profile says "500+": https://www.linkedin.com/help/linkedin/answer/a564064 */
export const ENOUGH_CONNECTIONS = 500;
/** The most characters of a reason's words that are shown. */
const MOST_WORDS = 90;

/** @param {WorthCode} code "Recruiter" */
export const worthWord = (code) => say(`worth_${code.replaceAll('-', '_')}`);

/** @param {Worth} worth "Target company · Nordwind GmbH"; the reason alone where the words say the same. */
export function worthLine({ code, words }) {
  const word = worthWord(code);
  return words.trim().toLocaleLowerCase() === word.toLocaleLowerCase() ? word : say('worth_line', word, isolated(words, MOST_WORDS));
}

/** @param {View} view "Recruiter · Talent Partner — Target company · Nordwind"; empty if there are none. */
export const worthLines = (view) => view.worth.map(worthLine).join(' — ');

/** @param {View} view */
export const weightOf = (view) => view.worth.reduce((sum, { code }) => sum + WEIGHTS[code], 0);

/** @param {View[]} views @param {WorthCode} code */
export const countOf = (views, code) => views.filter(({ worth }) => worth.some((one) => one.code === code)).length;

/** @param {string} text */
const asSentence = (text) => `${text.charAt(0).toLocaleUpperCase()}${text.slice(1)}`;

/** @param {Overview} overview @returns {string} What to do next, in one sentence; empty if there is nothing. */
export function triage({ items }) {
  /** @param {...import('./shapes').Verdict} verdicts */
  const those = (...verdicts) => items.filter(({ verdict }) => verdicts.includes(verdict));
  const [look, safe, fake] = [those('suspicious', 'unchecked'), those('accept-safe'), those('likely-fake')];
  const [recruiters, targets] = [countOf(safe, 'recruiter'), countOf(safe, 'target-company')];
  const why = [recruiters > 0 && counted('triage_recruiters', recruiters), targets > 0 && counted('triage_targets', targets)].filter(Boolean).join(', ');
  const accept = safe.length > 0 && counted('triage_accept', safe.length);
  const parts = [
    look.length > 0 && counted('triage_look', look.length),
    accept && (why ? say('triage_why', accept, why) : accept),
    fake.length > 0 && counted('triage_fake', fake.length),
  ].filter(Boolean);
  return parts.length > 0 ? asSentence(`${parts.join('; ')}.`) : '';
}

/** @param {Overview} overview @returns {string} "3 recruiters, 2 at target companies · 463 of 500 connections"; may be empty. */
export function progress({ items, connections }) {
  const [recruiters, targets] = [countOf(items, 'recruiter'), countOf(items, 'target-company')];
  const found = [recruiters > 0 && counted('triage_recruiters', recruiters), targets > 0 && counted('triage_targets', targets)].filter(Boolean).join(', ');
  const known = connections && connections.count < ENOUGH_CONNECTIONS ? counted('progress_connections', connections.count, ENOUGH_CONNECTIONS) : '';
  return [found, known].filter(Boolean).join(' · ');
}
