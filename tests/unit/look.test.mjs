// Every text has enough contrast to its background, in light and dark.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { COLOURS } from '../../extension/shared/look.js';
import { lightness } from '../../extension/badge/scheme.js';

/** @type {Map<string, [string, string]>} */
const colours = new Map(
  [...COLOURS.matchAll(/--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(([, name, light, dark]) => [
    name,
    [light, dark],
  ]),
);
colours.set('white', ['#ffffff', '#ffffff']);

/** @param {string} hex */
const light = (hex) => {
  const parts = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
  return Number(lightness(`rgb(${parts.join(', ')})`)?.light);
};
/** @param {string} a @param {string} b */
const contrast = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);

const PAIRS = [
  ...['ink', 'soft', 'accent', 'safe', 'fake', 'look', 'open'].flatMap((text) => [
    [text, 'ground'],
    [text, 'raised'],
  ]),
  ['safe', 'safe-ground'],
  ['look', 'look-ground'],
  ['fake', 'fake-ground'],
  ['open', 'open-ground'],
  ['soft', 'open-ground'],
  ['ink', 'look-ground'],
  ['ink', 'safe-ground'],
  ['ink', 'open-ground'],
  ['soft', 'look-ground'],
  ['accent', 'look-ground'],
  ['white', 'fake-solid'],
  ['white', 'accent-ground'],
];

test('contrast is at least 4.5 to 1', () => {
  for (const [text, ground] of PAIRS) {
    for (const scheme of [0, 1]) {
      const [a, b] = [colours.get(text)?.[scheme], colours.get(ground)?.[scheme]];
      assert.ok(a && b, `${text} on ${ground}`);
      const ratio = contrast(a, b);
      assert.ok(ratio >= 4.5, `${text} on ${ground}, ${scheme ? 'dark' : 'light'}: ${ratio.toFixed(2)}`);
    }
  }
});

test('the contrast of the focus ring is at least 3 to 1', () => {
  for (const ground of ['ground', 'raised', 'look-ground']) {
    for (const scheme of [0, 1])
      assert.ok(contrast(String(colours.get('ring')?.[scheme]), String(colours.get(ground)?.[scheme])) >= 3);
  }
});

test('computed colours are parsed in every notation', () => {
  const white = [
    'rgb(255, 255, 255)',
    'rgba(255, 255, 255, 1)',
    'color(srgb 1 1 1)',
    'color(display-p3 1 1 1 / 1)',
    'oklch(1 0 0)',
    'oklab(1 0 0)',
    'lab(100 0 0)',
    'lch(100 0 0)',
  ];
  for (const colour of white) assert.ok(Number(lightness(colour)?.light) > 0.98, colour);
  const dark = ['rgb(27, 31, 35)', 'color(srgb 0.1 0.1 0.1)', 'oklch(0.2 0.01 250)', 'lab(10 0 0)'];
  for (const colour of dark) assert.ok(Number(lightness(colour)?.light) < 0.05, colour);
  assert.equal(lightness('rgba(0, 0, 0, 0)')?.alpha, 0);
  assert.equal(lightness('color(srgb 1 1 1 / 0.5)')?.alpha, 0.5);
  for (const other of ['', 'transparent', 'red', 'rgb()', 'rgb(a, b, c)', 'url(x)'])
    assert.equal(lightness(other), null, other);
});
