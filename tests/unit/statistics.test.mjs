// Kept by the background: the counts by month, the order of the page, and the user's actions.

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { speak } from './texts.mjs';

speak('en');
/** @type {Record<string, any>} */
let stored = {};
const area = {
  get: async (/** @type {string} */ key) => ({ [key]: stored[key] }),
  set: async (/** @type {object} */ values) => {
    await new Promise((later) => setImmediate(later));
    stored = structuredClone({ ...stored, ...values });
  },
};
/** Tells who shows it. @type {(changes: object, area: string) => void} */
let told = () => {};
Object.assign(globalThis.chrome, {
  storage: {
    local: area,
    session: area,
    onChanged: {
      addListener: (/** @type {typeof told} */ listener) => {
        told = listener;
      },
    },
  },
});
const { count, forgetStatistics, keepCounted, monthOf, readStatistics, withCounted } = await import(
  '../../extension/background/statistics.js'
);
const { joined } = await import('../../extension/background/order.js');
const { keepActions, noteActions } = await import('../../extension/background/actions.js');
const { allActions, assume } = await import('../../extension/actions.js');

beforeEach(() => {
  stored = {};
});

const MARCH = new Date(2026, 2, 5).getTime();
const APRIL = new Date(2026, 3, 5).getTime();

test('each invitation counts once in each column, in its month, and no longer once it is undone', () => {
  const event = (/** @type {string} */ key, /** @type {any} */ what, done = true) => ({ key, what, done });
  let counts = withCounted(undefined, [event('a', 'seen'), event('b', 'seen'), event('a', 'seen')], MARCH);
  counts = withCounted(counts, [event('a', 'reported'), event('a', 'seen')], APRIL);
  assert.deepEqual(counts.months, {
    '2026-03': { seen: 2, checked: 0, reported: 0, recruiters: 0 },
    '2026-04': { seen: 0, checked: 0, reported: 1, recruiters: 0 },
  });
  assert.equal(counts.since, MARCH);
  counts = withCounted(counts, [event('a', 'reported', false), event('a', 'reported', false)], APRIL);
  assert.equal(counts.months['2026-04'].reported, 0);
  // A key may be any text.
  assert.equal(
    withCounted(undefined, [event('__proto__', 'seen'), event('constructor', 'seen')], MARCH).months['2026-03'].seen,
    2,
  );
});

test('many at once are all counted, and forgotten together', async () => {
  await Promise.all(Array.from({ length: 40 }, (_, index) => count([`k${index % 20}`], 'seen')));
  assert.equal((await readStatistics()).months[monthOf(Date.now())].seen, 20);
  await forgetStatistics();
  assert.deepEqual((await readStatistics()).months, {});
});

test('what was just counted is in the statistics, though not stored yet', async () => {
  const counted = count(['a'], 'checked');
  assert.equal((await readStatistics()).months[monthOf(Date.now())]?.checked, 1);
  await counted;
});

test('counts made just before everything was forgotten do not come back', async () => {
  const counted = count(['in:olga-owner'], 'seen');
  await forgetStatistics();
  await counted;
  assert.deepEqual([(await readStatistics()).months, stored.tally.counted], [{}, {}]);
  const one = count(['in:olga-owner', 'in:theo'], 'seen');
  await keepCounted((key) => key !== 'in:olga-owner');
  await one;
  assert.deepEqual(Object.keys(stored.tally.counted), ['in:theo']);
});

test('invalid stored counts start again from 0', () => {
  for (const months of [null, 5, 'x', { '2026-03': null }, { '2026-03': 7 }])
    assert.equal(
      withCounted(
        /** @type {any} */ ({ since: 1, months, counted: null }),
        [{ key: 'a', what: 'seen', done: true }],
        MARCH,
      ).months['2026-03'].seen,
      1,
    );
});

test('a part of the page is merged into the known order', () => {
  assert.deepEqual(joined([], ['a', 'b']), ['a', 'b']);
  assert.deepEqual(joined(['a', 'b', 'c', 'd'], ['c', 'b']), ['a', 'c', 'b', 'd']);
  assert.deepEqual(joined(['a', 'b'], ['b', 'c']), ['a', 'b', 'c'], 'scrolled on');
  assert.deepEqual(joined(['b', 'c'], ['new', 'b']), ['new', 'b', 'c'], 'somebody new at the top');
  assert.deepEqual(joined(['a'], ['z']), ['a', 'z']);
});

test('actions are noted, undone, and forgotten', async () => {
  await Promise.all([noteActions(['a'], 'reported', true), noteActions(['a', 'b'], 'aside', true)]);
  assert.deepEqual(Object.keys(stored.deeds.a), ['reported', 'aside']);
  await noteActions(['a'], 'reported', false);
  assert.deepEqual(Object.keys(stored.deeds.a), ['aside']);
  await keepActions((key) => key !== 'b');
  assert.deepEqual(Object.keys(stored.deeds), ['a']);
  await noteActions(['a'], 'aside', false);
  assert.deepEqual(stored.deeds, {});
});

test('an invitation being set aside is shown so, whatever is stored meanwhile, until the background has answered', () => {
  const stored = (/** @type {object} */ newValue) => told({ deeds: { newValue } }, 'local');
  const isAside = (/** @type {string} */ key) => allActions()[key]?.aside !== undefined;
  const settles = ['a', 'b', 'c'].map((key) => assume(key, 'aside', 1));
  // The first of them, and something else.
  stored({ a: { aside: 1 }, x: { reported: 1 } });
  assert.deepEqual(['a', 'b', 'c'].map(isAside), [true, true, true]);
  settles[0](true);
  settles[1](true);
  settles[2](false);
  assert.deepEqual(['a', 'b', 'c'].map(isAside), [true, true, false], 'the last one was not stored');
  assert.equal(allActions().x.reported, 1);
  // Undone before the first answer came: the later one counts.
  const first = assume('d', 'aside', 1);
  const second = assume('d', 'aside', undefined);
  first(true);
  stored({ d: { aside: 1 } });
  assert.equal(isAside('d'), false);
  second(true);
  assert.equal(isAside('d'), false);
  stored({});
  assert.deepEqual(allActions(), {});
});
