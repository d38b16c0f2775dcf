// Times in any language, as the browser prints them, and texts that only look like one.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { saysTime } from '../../extension/content/times.js';

test('the browser’s text for a time ago is recognised in every language', () => {
  for (const language of [
    'en',
    'de-DE',
    'fr',
    'es',
    'tr',
    'ja',
    'ko',
    'zh-CN',
    'ar',
    'ar-EG',
    'hi',
    'pl',
    'ru',
    'th',
    'he',
    'bn',
  ]) {
    const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
    for (const [count, unit] of /** @type {Array<[number, Intl.RelativeTimeFormatUnit]>} */ ([
      [0, 'day'],
      [1, 'day'],
      [2, 'day'],
      [3, 'hour'],
      [5, 'week'],
      [11, 'month'],
      [2, 'year'],
    ])) {
      const text = format.format(-count, unit);
      assert.ok(saysTime(text, language), `${language}: ${text}`);
    }
  }
  assert.ok(saysTime('Vor 2 Tagen', 'de'));
  assert.ok(saysTime('2 days ago', 'tr'), 'English on a page that says otherwise');
  assert.ok(saysTime('Yesterday', ''));
});

test('other texts are not times, and no language tag causes an error', () => {
  for (const text of [
    '12 mutual connections',
    'Nurse',
    '',
    '2 days ago I saw you',
    'in 2 days',
    '2017 - 2022 CTO',
    `${'x'.repeat(5000)} 2 days ago`,
  ]) {
    assert.equal(saysTime(text, 'en'), false, text);
  }
  assert.equal(saysTime('2 days ago', 'not a language!'), true);
  assert.equal(saysTime('Nurse', '€'), false);
});
