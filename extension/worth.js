// Reasons to accept → words, weights and counts.

import { counted, isolated, say, spelled } from './sentences.js';

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

/** Between reasons in one line: "Recruiter · Talent Partner — Target company · Nordwind". */
export const BETWEEN = ' — ';

/** @param {View} view */
export const weightOf = (view) => view.worth.reduce((sum, { code }) => sum + WEIGHTS[code], 0);

/** @param {View[]} views @param {WorthCode} code */
export const countOf = (views, code) => views.filter(({ worth }) => worth.some((one) => one.code === code)).length;

/** @typedef {'again' | 'look' | 'accept' | 'fake'} Step What to do next with somebody. */

/**
 * The steps in their order, and the verdicts that call for them. The triage's sentence and the headings of the popup's
 * list are both made of this. Accepted earlier is no verdict: who is to be looked at again comes from elsewhere.
 * @type {Array<[Step, import('./shapes').Verdict[]]>}
 */
export const STEPS = [
  ['again', []],
  ['look', ['suspicious', 'unchecked']],
  ['accept', ['accept-safe']],
  ['fake', ['likely-fake']],
];

/** @param {View[]} views @param {Step} step Those to whom it applies, by verdict in the order of the step's verdicts. */
export function ofStep(views, step) {
  const verdicts = STEPS.find(([one]) => one === step)?.[1] ?? [];
  return verdicts.flatMap((verdict) => views.filter((view) => view.verdict === verdict));
}

/** @param {string} text */
const asSentence = (text) => `${text.charAt(0).toLocaleUpperCase()}${text.slice(1)}`;

/** @param {View[]} views @param {(key: string, count: number) => string} count @returns {string} "two recruiters, one at a target company" */
function whoAmong(views, count) {
  const [recruiters, targets] = [countOf(views, 'recruiter'), countOf(views, 'target-company')];
  return [recruiters > 0 && count('triage_recruiters', recruiters), targets > 0 && count('triage_targets', targets)].filter(Boolean).join(', ');
}

/** @param {Overview} overview @returns {string} What to do next, in one sentence; empty if there is nothing. */
export function triage({ items, accepted }) {
  const parts = STEPS.map(([step]) => {
    const those = step === 'again' ? accepted : ofStep(items, step);
    if (those.length === 0) return '';
    const what = spelled(`triage_${step}`, those.length);
    const who = step === 'accept' ? whoAmong(those, spelled) : '';
    return who ? say('triage_why', what, who) : what;
  }).filter(Boolean);
  return parts.length > 0 ? asSentence(`${parts.join('; ')}.`) : '';
}

/** @param {Overview} overview @returns {string} "3 recruiters, 2 at target companies · 463 of 500 connections"; may be empty. */
export function progress({ items, connections }) {
  const known = connections && connections.count < ENOUGH_CONNECTIONS ? counted('progress_connections', connections.count, ENOUGH_CONNECTIONS) : '';
  return [whoAmong(items, counted), known].filter(Boolean).join(' · ');
}
