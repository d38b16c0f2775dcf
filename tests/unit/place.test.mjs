// The panel stays in the window and never covers its badge.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { place } from '../../extension/badge/place.js';

const VIEW = { width: 1000, height: 800 };
/** @param {number} left @param {number} top */
const badge = (left, top) => ({ left, right: left + 200, top, bottom: top + 24 });

test('below where there is room, aligned with the badge', () => {
  assert.deepEqual(place(badge(100, 100), { width: 344, height: 300 }, VIEW, false), {
    left: 100,
    top: 130,
    most: 640,
    isBeside: false,
  });
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
          assert.ok(
            put.top >= at.bottom || put.top + taken <= at.top || put.left >= at.right || put.left + 344 <= at.left,
            JSON.stringify({ at, put, height }),
          );
        }
      }
    }
  }
});

test('in a low window the whole panel fits, wherever the badge is', () => {
  const view = { width: 1280, height: 650 };
  for (let top = 0; top <= 626; top += 6) {
    const at = badge(240, top);
    const put = place(at, { width: 360, height: 640 }, view, false, { left: 240, right: 664 });
    assert.ok(put.most >= 420, `${top}: ${put.most}`);
    assert.ok(put.top >= 8 && put.top + Math.min(640, put.most) <= 642, JSON.stringify({ top, put }));
    // The panel's position does not reveal the badge's width.
    assert.deepEqual(
      place({ ...at, right: at.left + 90 }, { width: 360, height: 640 }, view, false, { left: 240, right: 664 }),
      put,
    );
  }
});
