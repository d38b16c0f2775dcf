// A page shows the newest state, however the answers overlap.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { oneAtATime } from '../../extension/shared/one-at-a-time.js';

test('a task asked for while it runs runs once more, and again after a failure', async () => {
  /** @type {Array<(failed?: boolean) => void>} */
  const running = [];
  const run = oneAtATime(
    () => new Promise((done, fail) => running.push((failed) => (failed ? fail(new Error('no answer')) : done()))),
  );
  const first = run();
  void run();
  void run();
  assert.equal(running.length, 1);
  running[0]();
  await new Promise(setImmediate);
  assert.equal(running.length, 2);
  running[1]();
  await first;
  assert.equal(running.length, 2);
  const failing = run();
  running[2](true);
  await assert.rejects(failing, /no answer/);
  const next = run();
  running[3]();
  await next;
});
