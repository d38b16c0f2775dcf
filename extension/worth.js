// Words, weights and counts of the reasons to accept.

import { counted, isolated, say } from './sentences.js';

/** @typedef {import('./shapes').View} View */
/** @typedef {import('./shapes').Worth} Worth */
/** @typedef {import('./shapes').WorthCode} WorthCode */
/** @typedef {import('./shapes').Overview} Overview */

/** How much each reason counts when a list is sorted by them, weightiest first. @type {Record<WorthCode, number>} */
const WEIGHTS = { 'hiring-role': 5, recruiter: 4, 'target-company': 4, peer: 2, topic: 1, shared: 1 };

export const WORTH_CODES = /** @type {WorthCode[]} */ (Object.keys(WEIGHTS));
/** From this many connections on, a profile says "500+": https://www.linkedin.com/help/linkedin/answer/a564064 */
export const ENOUGH_CONNECTIONS = 500;
/** The most characters of a reason's words that are shown. */
const MOST_WORDS = 90;

/** @param {WorthCode} code The reason's word, such as "Recruiter". */
export const worthWord = (code) => say(`worth_${code.replaceAll('-', '_')}`);

/** @param {Worth} worth "Target company · Nordwind GmbH"; the reason alone where the words say the same. */
export function worthLine({ code, words }) {
  const word = worthWord(code);
  return words.trim().toLocaleLowerCase() === word.toLocaleLowerCase()
    ? word
    : say('worth_line', word, isolated(words, MOST_WORDS));
}

/** Between reasons in one line: "Recruiter · Talent Partner — Target company · Nordwind". */
export const BETWEEN = ' — ';

/** @param {View} view */
export const weightOf = (view) => view.worth.reduce((sum, { code }) => sum + WEIGHTS[code], 0);

/** @param {View[]} views @param {WorthCode} code */
export const countOf = (views, code) => views.filter(({ worth }) => worth.some((one) => one.code === code)).length;

/** @param {View[]} views @returns {string} "2 recruiters, 1 at a target company" */
function whoAmong(views) {
  const [recruiters, targets] = [countOf(views, 'recruiter'), countOf(views, 'target-company')];
  return [recruiters > 0 && counted('triage_recruiters', recruiters), targets > 0 && counted('triage_targets', targets)]
    .filter(Boolean)
    .join(', ');
}

/** @param {import('./triage/list.js').Sums} sums @returns {string} What there is to do, in one line; empty if there is nothing. */
export function triage({ again, check, genuine, fake }) {
  const who = whoAmong(genuine);
  const looksGenuine = genuine.length > 0 && counted('triage_genuine', genuine.length);
  return [
    again.length > 0 && counted('triage_again', again.length),
    check.length > 0 && counted('triage_check', check.length),
    looksGenuine && (who ? say('triage_why', looksGenuine, who) : looksGenuine),
    fake.length > 0 && counted('triage_fake', fake.length),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** @param {Overview} overview @returns {string} "463 of 500 connections"; may be empty. */
export const progress = ({ connections }) =>
  connections && connections.count < ENOUGH_CONNECTIONS
    ? counted('progress_connections', connections.count, ENOUGH_CONNECTIONS)
    : '';
