// The background keeps itself alive while an answer is pending, and no longer.

import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { speak } from './texts.mjs';

speak('en');
const { onMessage } = await import('../../extension/browser.js');

test('calls of the API come while an answer is on its way, and end with it', async () => {
  mock.timers.enable({ apis: ['setInterval'] });
  let calls = 0;
  /** @type {Function} */
  let heard = () => assert.fail('nobody listens');
  Object.assign(globalThis.chrome.runtime, {
    getPlatformInfo: async () => {
      calls += 1;
    },
    onMessage: {
      addListener: (/** @type {Function} */ listener) => {
        heard = listener;
      },
    },
  });
  /** @type {(answer: unknown) => void} */
  let finish = () => {};
  onMessage(
    () =>
      new Promise((resolve) => {
        finish = resolve;
      }),
  );
  const answered = new Promise((respond) => assert.equal(heard({}, { id: 'test' }, respond), true));
  // Longer than the idle time after which both browsers end a background.
  for (const round of [1, 2, 3]) {
    mock.timers.tick(29_000);
    assert.ok(calls >= round, `${calls} calls after ${round} times 29 seconds`);
  }
  finish(7);
  assert.equal(await answered, 7);
  const until = calls;
  mock.timers.tick(600_000);
  assert.equal(calls, until);
});
