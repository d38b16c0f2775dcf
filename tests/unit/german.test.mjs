// The line on what there is to do, in German: it is put together from parts.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { known, missing, speak, view } from './texts.mjs';

speak('de');
const { progress, triage } = await import('../../extension/worth.js');
const { sumsOf } = await import('../../extension/triage/list.js');

/** @param {import('../../extension/shapes').Verdict} verdict @param {...import('../../extension/shapes').WorthCode} codes */
const one = (verdict, ...codes) =>
  view({ key: `k${Math.random()}`, verdict, worth: codes.map((code) => ({ code, words: 'words', goal: null })) });

test('the line on what there is to do and the progress are in German as well', () => {
  const items = [
    one('suspicious'),
    one('unchecked', 'target-company'),
    one('unchecked'),
    one('accept-safe', 'recruiter', 'target-company'),
    one('accept-safe', 'recruiter'),
    one('likely-fake'),
  ];
  assert.equal(
    triage(sumsOf(known({ items, accepted: [one('likely-fake')] }))),
    '1 früher angenommen, noch einmal ansehen · 3 zu prüfen · 2 wirken echt (2 aus dem Recruiting, 1 aus einem Zielunternehmen) · 1 vermutlich Fake',
  );
  assert.equal(
    progress({
      items,
      accepted: [],
      seen: 6,
      total: null,
      lastLooked: 1,
      layout: 'recognised',
      connections: { count: 463, at: 1 },
    }),
    '463 von 500 Kontakten',
  );
  assert.deepEqual([...missing], []);
});
