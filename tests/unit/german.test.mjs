// What the popup says to do next, in German: its sentence is put together from parts.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { missing, speak, view } from './texts.mjs';

speak('de');
const { progress, triage } = await import('../../extension/worth.js');

/** @param {import('../../extension/shapes').Verdict} verdict @param {...import('../../extension/shapes').WorthCode} codes */
const one = (verdict, ...codes) => view({ verdict, worth: codes.map((code) => ({ code, words: 'words', goal: null })) });

test('the triage and the progress are sentences in German as well', () => {
  const items = [one('suspicious'), one('unchecked', 'target-company'), one('unchecked'), one('accept-safe', 'recruiter', 'target-company'), one('accept-safe', 'recruiter'), one('likely-fake')];
  const look = { items, accepted: [one('likely-fake')], seen: 6, total: null, lastLooked: 1, layout: /** @type {const} */ ('recognised'), connections: { count: 463, at: 1 }, trouble: null };
  assert.equal(triage(look), 'Sehen Sie sich eine früher angenommene noch einmal an; sehen Sie sich diese drei an; nehmen Sie diese zwei an (zwei aus dem Recruiting, eine aus einem Zielunternehmen); eine vermutlich Fake, zum Melden vorbereitet.');
  assert.equal(progress(look), '2 aus dem Recruiting, 2 aus Zielunternehmen · 463 von 500 Kontakten');
  assert.equal(triage({ ...look, accepted: [], items: items.slice(2, 4) }), 'Sehen Sie sich diese eine an; nehmen Sie diese eine an (eine aus dem Recruiting, eine aus einem Zielunternehmen).');
  assert.deepEqual([...missing], []);
});
