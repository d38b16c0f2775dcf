// Texts on reasons to accept: the line on what there is to do, and the line of progress.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { known, missing, safe, speak, view } from './texts.mjs';

speak('en');
const { progress, triage, weightOf, worthLine } = await import('../../extension/worth.js');
const { sumsOf } = await import('../../extension/triage/list.js');

/** @typedef {import('../../extension/shapes').WorthCode} WorthCode */

/** @param {import('../../extension/shapes').Verdict} verdict @param {...WorthCode} codes */
const one = (verdict, ...codes) =>
  view({ key: `k${Math.random()}`, verdict, worth: codes.map((code) => ({ code, words: 'words', goal: null })) });

/** @param {number} [connections] @returns {import('../../extension/requests').OverviewAnswer} */
const look = (connections) => ({
  items: [],
  accepted: [],
  seen: 0,
  total: null,
  lastLooked: 1,
  layout: 'recognised',
  connections: connections === undefined ? null : { count: connections, at: 1 },
  trouble: null,
});

test('one line says what there is to do, and who is among those that look genuine', () => {
  const genuine = [
    one('accept-safe', 'recruiter'),
    one('accept-safe', 'recruiter', 'target-company'),
    ...Array.from({ length: 4 }, () => safe()),
  ];
  const items = [one('suspicious'), one('unchecked', 'recruiter'), one('unchecked'), ...genuine, one('likely-fake')];
  const says = (/** @type {Partial<import('../../extension/triage/list.js').Known>} */ what) =>
    triage(sumsOf(known(what)));
  assert.equal(says({ items }), '3 to check · 6 look genuine (2 recruiters, 1 at a target company) · 1 likely fake');
  assert.equal(says({ items: [one('accept-safe'), one('unchecked')] }), '1 to check · 1 looks genuine');
  assert.equal(says({ accepted: [one('likely-fake')] }), '1 accepted earlier, look again');
  assert.equal(says({}), '');
  const [fake] = items.slice(-1);
  assert.equal(says({ items: [fake], actions: { [fake.key]: { reported: 1 } } }), '', 'what was reported is done');
});

test('the progress is shown if it is known, and ends at 500', () => {
  assert.equal(progress(look(463)), '463 of 500 connections');
  assert.equal(progress(look(500)), '');
  assert.equal(progress(look()), '');
});

test('a reason shows the words it rests on, made safe to show', () => {
  /** @param {string} words */
  const shown = (words) => worthLine({ code: 'recruiter', words, goal: null });
  assert.equal(shown('Talent\u202e  Partner').replace(/[\u2066-\u2069]/g, ''), 'Recruiter · Talent Partner');
  assert.equal(shown('RECRUITER'), 'Recruiter');
  assert.match(shown('x'.repeat(500)), /^.{10,200}…\u2069$/);
  assert.ok(!shown('a\u202eb').includes('\u202e'));
});

test('a recruiter counts more than a topic, and no reason counts 0', () => {
  assert.ok(weightOf(one('accept-safe', 'recruiter')) > weightOf(one('accept-safe', 'topic')));
  assert.equal(weightOf(one('accept-safe')), 0);
  assert.deepEqual([...missing], []);
});
