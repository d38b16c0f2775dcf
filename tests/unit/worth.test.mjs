// What is said of reasons to accept: the triage in one sentence, and the line of progress.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { missing, speak, view } from './texts.mjs';

speak('en');
const { STEPS, ofStep, progress, triage, weightOf, worthLine } = await import('../../extension/worth.js');

/** @typedef {import('../../extension/shapes').WorthCode} WorthCode */

/** @param {import('../../extension/shapes').Verdict} verdict @param {...WorthCode} codes */
const one = (verdict, ...codes) => view({ verdict, worth: codes.map((code) => ({ code, words: 'words', goal: null })) });

/** @param {import('../../extension/shapes').View[]} items @param {number} [connections] @returns {import('../../extension/requests').OverviewAnswer} */
const look = (items, connections) => ({ items, accepted: [], seen: items.length, total: null, lastLooked: 1, layout: 'recognised', connections: connections === undefined ? null : { count: connections, at: 1 }, trouble: null });

test('the triage says what to do next, and who is among those to accept', () => {
  const safe = [one('accept-safe', 'recruiter'), one('accept-safe', 'recruiter', 'target-company'), ...Array.from({ length: 4 }, () => one('accept-safe'))];
  const items = [one('suspicious'), one('unchecked', 'recruiter'), one('unchecked'), ...safe, one('likely-fake')];
  assert.equal(triage(look(items)), 'Look at these three; accept these six (two recruiters, one at a target company); one likely fake, prepared to report.');
  assert.equal(triage(look([one('accept-safe'), one('unchecked')])), 'Look at this one; accept this one.');
  assert.equal(triage(look(Array.from({ length: 13 }, () => one('unchecked')))), 'Look at these 13.');
  assert.equal(triage({ ...look([]), accepted: [one('likely-fake')] }), 'Look again at one accepted earlier.');
  assert.equal(triage(look([])), '');
});

test('everybody stands under one step, and it is the one that counts them in the triage', () => {
  const items = [one('unchecked'), one('suspicious'), one('accept-safe'), one('likely-fake')];
  const steps = STEPS.map(([step]) => ofStep(items, step).map(({ verdict }) => verdict));
  assert.deepEqual(steps, [[], ['suspicious', 'unchecked'], ['accept-safe'], ['likely-fake']]);
});

test('the progress is shown as far as it is known, and ends at 500', () => {
  const items = [one('accept-safe', 'recruiter'), one('unchecked', 'recruiter', 'target-company')];
  assert.equal(progress(look(items, 463)), '2 recruiters, 1 at a target company · 463 of 500 connections');
  assert.equal(progress(look([], 463)), '463 of 500 connections');
  assert.equal(progress(look([], 500)), '');
  assert.equal(progress(look(items)), '2 recruiters, 1 at a target company');
  assert.equal(progress(look([])), '');
});

test('a reason shows the words it rests on, fit to be shown', () => {
  /** @param {string} words */
  const shown = (words) => worthLine({ code: 'recruiter', words, goal: null });
  assert.equal(shown('Talent\u202e  Partner').replace(/[\u2066-\u2069]/g, ''), 'Recruiter · Talent Partner');
  assert.equal(shown('RECRUITER'), 'Recruiter');
  assert.match(shown('x'.repeat(500)), /^.{10,200}…\u2069$/);
  assert.ok(!shown('a\u202eb').includes('\u202e'));
});

test('a recruiter counts more than a topic, and nothing counts nothing', () => {
  assert.ok(weightOf(one('accept-safe', 'recruiter')) > weightOf(one('accept-safe', 'topic')));
  assert.equal(weightOf(one('accept-safe')), 0);
  assert.deepEqual([...missing], []);
});
