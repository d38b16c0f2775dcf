// Nobody waits for ever: neither for a task that hangs nor for a core that was given up.

import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { speak } from './texts.mjs';

speak('en');
const { ending, meanwhile, within } = await import('../../extension/background/deadlines.js');
const { currentError, noteOutcome } = await import('../../extension/background/current-error.js');

const never = new Promise(() => {});

test('a task is answered, or refused at its deadline', async () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const { ended } = ending();
  assert.equal(await within(Promise.resolve(7), 1000, ended), 7);
  await assert.rejects(within(Promise.reject(new Error('own')), 1000, ended), /own/);
  const late = within(/** @type {Promise<never>} */ (never), 1000, ended);
  mock.timers.tick(1000);
  await assert.rejects(late, (error) => /** @type {any} */ (error).code === 'not-ready');
  mock.timers.reset();
});

test('when a core is given up all its tasks end at once, and none of the next core’s', async () => {
  const first = ending();
  const second = ending();
  const tasks = [1, 2, 3].map(() => within(/** @type {Promise<never>} */ (never), 60_000, first.ended));
  const next = within(Promise.resolve('next'), 60_000, second.ended);
  first.end(new Error('trapped'));
  for (const task of tasks) await assert.rejects(task, /trapped/);
  assert.equal(await next, 'next');
});

test('a partial answer is polled for until there is one', async () => {
  const looked = [null, null, 'stored'];
  const known = await meanwhile(/** @type {Promise<never>} */ (never), async () => looked.shift() ?? null, 1);
  assert.deepEqual([known, looked], ['stored', []]);
  assert.equal(await meanwhile(Promise.resolve('whole'), async () => 'too late', 1000), null);
  assert.equal(await meanwhile(Promise.reject(new Error('refused')), async () => 'too late', 1000), null);
});

test('an error is shown until something is stored again', () => {
  assert.equal(currentError(), null);
  noteOutcome('see-card', 'storage-full');
  noteOutcome('view', null);
  assert.equal(currentError(), 'storage-full', 'reading says nothing of storing');
  noteOutcome('overrule', 'invitation-unknown');
  assert.equal(currentError(), 'storage-full', 'a refusal of one request is no trouble of all');
  noteOutcome('see-card', null);
  assert.equal(currentError(), null);
});
