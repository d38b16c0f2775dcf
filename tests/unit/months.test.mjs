// Months as LinkedIn prints them, in any language, and texts that are not months.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { monthOf } from '../../extension/content/months.js';

test('a month of a year is read in the page’s language', () => {
  /** @type {Array<[string, string, number, number]>} */
  const written = [
    ['August 2013', 'en', 2013, 8],
    ['Aug 2013', 'en-US', 2013, 8],
    ['März 2012', 'de', 2012, 3],
    ['mars 2012', 'fr', 2012, 3],
    ['marzo de 2012', 'es', 2012, 3],
    ['marzo 2012', 'es', 2012, 3],
    ['marzo 2012', 'it', 2012, 3],
    ['maart 2012', 'nl', 2012, 3],
    ['março de 2012', 'pt-BR', 2012, 3],
    ['mars 2012', 'sv', 2012, 3],
    ['2012年3月', 'ja', 2012, 3],
    ['2012년 3월', 'ko', 2012, 3],
    ['2012年3月', 'zh-CN', 2012, 3],
    ['март 2012 г.', 'ru', 2012, 3],
    ['March 2012', 'de', 2012, 3],
    [' MARCH\u00a02012 ', 'en', 2012, 3],
  ];
  for (const [text, language, year, month] of written)
    assert.deepEqual(monthOf(text, language), { year, month }, `${text} (${language})`);
});

test('nothing else is a month', () => {
  for (const text of [
    '',
    '2012',
    'March',
    '3/2012',
    'Updated over 1 year ago',
    'March 2012 and more',
    'Ada March 2012',
    'March 1999',
    'March 9999',
    'x'.repeat(1000),
  ])
    assert.equal(monthOf(text, 'en'), null, text);
  assert.equal(monthOf('März 2012', 'no such language'), null);
});
