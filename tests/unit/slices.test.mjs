// Work in slices: never more cards at a time than a slice holds, and all of them in order.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SLICE, inSlices, timeInSlices } from '../../extension/content/slices.js';

/** @param {number} many @param {number} [size] @returns {Promise<{ runs: number[], seen: number[] }>} how many between two yields */
async function count(many, size) {
  const runs = [0];
  /** @type {number[]} */
  const seen = [];
  await inSlices(
    Array.from({ length: many }, (_, index) => index),
    (item) => {
      seen.push(item);
      runs[runs.length - 1] += 1;
    },
    { ...(size === undefined ? {} : { size }), rest: async () => void runs.push(0), now: () => 0 },
  );
  return { runs, seen };
}

test('at most a slice of cards between yields, however many there are', async () => {
  for (const many of [0, 1, SLICE, SLICE + 1, 10, 300]) {
    const { runs, seen } = await count(many);
    assert.ok(
      runs.every((run) => run <= SLICE),
      `${many}: ${runs}`,
    );
    assert.deepEqual(
      seen,
      Array.from({ length: many }, (_, index) => index),
      'all, in order, once',
    );
    assert.equal(runs.length, Math.max(1, Math.ceil(many / SLICE)), 'and no more yields than needed');
  }
  assert.deepEqual((await count(7, 3)).runs, [3, 3, 1]);
});

test('a slice that takes long ends early', async () => {
  let now = 0;
  let rests = 0;
  await inSlices(
    [1, 2, 3, 4],
    () => {
      now += 20;
    },
    {
      size: 100,
      rest: async () => {
        rests += 1;
      },
      now: () => now,
    },
  );
  assert.equal(rests, 3);
});

test('the time of slices is counted without the waits between them', async () => {
  let now = 0;
  const before = timeInSlices();
  await inSlices(
    [1, 2, 3],
    () => {
      now += 5;
    },
    {
      size: 1,
      rest: async () => {
        now += 1000;
      },
      now: () => now,
    },
  );
  assert.equal(timeInSlices() - before, 15);
});

test('the page runs between slices', async () => {
  /** @type {string[]} */
  const order = [];
  const page = new Promise((done) => {
    setTimeout(() => {
      order.push('page');
      done(undefined);
    }, 0);
  });
  await inSlices([1, 2, 3], (item) => void order.push(`card ${item}`), { size: 1 });
  await page;
  assert.ok(order.indexOf('page') < order.indexOf('card 3'), order.join(', '));
});

test('an error in one card is not hidden', async () => {
  await assert.rejects(
    inSlices([1], () => {
      throw new Error('card');
    }),
    /card/,
  );
});
