// The panel stays in the window and off its badge.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { place } from '../../extension/badge/place.js';

const VIEW = { width: 1000, height: 800 };
/** @param {number} left @param {number} top */
const badge = (left, top) => ({ left, right: left + 200, top, bottom: top + 24 });

test('below where there is room, aligned with the badge', () => {
  assert.deepEqual(place(badge(100, 100), { width: 344, height: 300 }, VIEW, false), { left: 100, top: 130, most: 640 });
  assert.equal(place(badge(400, 100), { width: 344, height: 300 }, VIEW, true).left, 256);
});

test('above where there is more room', () => {
  const { top, most } = place(badge(100, 700), { width: 344, height: 500 }, VIEW, false);
  assert.equal(top, 700 - 6 - 500);
  assert.ok(most >= 500);
});

test('always in the window, never over the badge', () => {
  for (let top = 0; top < 776; top += 8) {
    for (const left of [-50, 0, 400, 790, 990]) {
      for (const height of [150, 400, 900]) {
        for (const fromRight of [true, false]) {
          const at = badge(left, top);
          const put = place(at, { width: 344, height }, VIEW, fromRight);
          const taken = Math.min(height, put.most);
          assert.ok(put.left >= 8 && put.left + 344 <= 992);
          assert.ok(put.top >= 8 && put.top + taken <= 792);
          assert.ok(put.top >= at.bottom || put.top + taken <= at.top, JSON.stringify({ at, put, height }));
        }
      }
    }
  }
});
