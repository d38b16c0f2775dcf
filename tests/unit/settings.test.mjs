// Settings have one owner: single changes, none lost, and no invalid value stored.

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { speak } from './texts.mjs';

speak('en');
/** @type {Record<string, unknown>} */
let stored = {};
Object.assign(globalThis.chrome, {
  storage: {
    local: {
      get: async (/** @type {string} */ key) => ({ [key]: stored[key] }),
      set: async (/** @type {object} */ values) => {
        // As slow as a disk: changes made meanwhile must not be lost.
        await new Promise((later) => setImmediate(later));
        stored = structuredClone({ ...stored, ...values });
      },
    },
  },
});
const { changeListed, changeSetting } = await import('../../extension/background/settings.js');
const { DEFAULTS, fromFile, loadSettings, isValid } = await import('../../extension/settings.js');

beforeEach(() => {
  stored = {};
});

test('changes made at once are all kept, and each changes nothing else', async () => {
  await changeSetting('seeMore', 'no');
  await Promise.all([
    changeSetting('badges', false),
    changeSetting('keepDays', 30),
    changeSetting('engine', 'bing'),
    changeSetting('thanks', 'Hello'),
  ]);
  assert.deepEqual(await loadSettings(), {
    ...DEFAULTS,
    seeMore: 'no',
    badges: false,
    keepDays: 30,
    engine: 'bing',
    thanks: 'Hello',
  });
});

test('invalid settings and values are refused', async () => {
  stored = { settings: { badges: 'yes', keepDays: -1, seeMore: 'yes', more: 1, __proto__: { thanks: 'x' } } };
  assert.deepEqual(await loadSettings(), { ...DEFAULTS, seeMore: 'yes' });
  stored = { settings: null };
  assert.deepEqual(await loadSettings(), DEFAULTS);
  for (const [name, value] of Object.entries(DEFAULTS)) assert.ok(isValid(name, value), name);
  for (const name of ['', 'constructor', '__proto__', 'toString', undefined, 7])
    assert.equal(isValid(name, true), false, String(name));
});

test('an engine known only to another version does not reset the other choices', async () => {
  stored = {
    settings: { engines: ['bing', 'altavista'], unread: ['altavista', 'bing'], providers: ['other', 'vision'] },
  };
  const { engines, unread, providers } = await loadSettings();
  assert.deepEqual([engines, unread, providers], [['bing'], ['bing'], ['vision']]);
});

test('entries of a list changed at once, or by pages opened before, undo nothing', async () => {
  const others = DEFAULTS.engines.filter((key) => key !== 'bing' && key !== 'tineye');
  await Promise.all([
    changeListed('engines', 'bing', false),
    changeListed('unread', 'bing', true),
    changeListed('engines', 'tineye', false),
    changeListed('unread', 'yandex', true),
  ]);
  assert.deepEqual((await loadSettings()).engines, others);
  assert.deepEqual(new Set((await loadSettings()).unread), new Set(['bing', 'yandex']));
  await changeListed('engines', 'bing', true);
  assert.ok((await loadSettings()).engines.includes('bing') && !(await loadSettings()).engines.includes('tineye'));
});

test('a file switches nothing on, and lets nothing be forgotten sooner', () => {
  const hostile = {
    on: false,
    badges: true,
    keepDays: 1,
    keepPhotos: 100,
    engine: 'bing',
    engines: ['tineye'],
    unread: [],
    providers: ['vision', 'sightengine'],
    budgetDay: 100_000,
    budgetMonth: 1_000_000,
    seeMore: 'yes',
    thanks: 'Hello',
    constructor: 1,
    other: 2,
  };
  assert.deepEqual(Object.fromEntries(fromFile(DEFAULTS, hostile)), {
    engine: 'bing',
    engines: ['tineye'],
    thanks: 'Hello',
  });
  assert.deepEqual(fromFile(DEFAULTS, { ...DEFAULTS, keepDays: 365 }), [['keepDays', 365]]);
  assert.deepEqual(fromFile(DEFAULTS, { thanks: 7, keepDays: 1e9, engine: 'none' }), []);
});
