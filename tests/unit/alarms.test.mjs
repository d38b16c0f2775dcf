// Regular tasks continue when the clock is changed.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { speak } from './texts.mjs';

speak('en');
/** @type {Map<string, { name: string, scheduledTime: number, periodInMinutes?: number }>} */
const alarms = new Map();
let made = 0;
/** @type {(alarm: { name: string }) => void} */
let rings = () => {};
Object.assign(globalThis.chrome, {
  alarms: {
    get: async (/** @type {string} */ name) => alarms.get(name),
    create: async (/** @type {string} */ name, /** @type {{ periodInMinutes: number }} */ { periodInMinutes }) => {
      made += 1;
      alarms.set(name, { name, periodInMinutes, scheduledTime: Date.now() + periodInMinutes * 60_000 });
    },
    onAlarm: {
      addListener: (/** @type {typeof rings} */ listener) => {
        rings = listener;
      },
    },
  },
});
const { regularly } = await import('../../extension/browser.js');

/** The background starts. @param {number} [minutes] */
async function starts(minutes) {
  let rang = 0;
  regularly('tidy', () => (rang += 1), minutes);
  await new Promise((later) => setImmediate(later));
  rings({ name: 'another' });
  rings({ name: 'tidy' });
  assert.equal(rang, 1);
}

test('an alarm keeps its time however often the background starts, and is set again where it would wait too long', async () => {
  for (const count of [1, 1, 1]) {
    await starts();
    assert.equal(made, count);
  }
  const tidy = /** @type {{ name: string, scheduledTime: number }} */ (alarms.get('tidy'));
  // Set while the clock was ten years ahead.
  alarms.set('tidy', { ...tidy, periodInMinutes: 24 * 60, scheduledTime: Date.now() + 3650 * 86_400_000 });
  await starts();
  assert.ok(made === 2 && Number(alarms.get('tidy')?.scheduledTime) <= Date.now() + 86_400_000);
  // Set by a version with another period; and as a single alarm, by mistake.
  await starts(15);
  alarms.set('tidy', { name: 'tidy', scheduledTime: Date.now() });
  await starts(15);
  assert.deepEqual([made, alarms.get('tidy')?.periodInMinutes], [4, 15]);
});
