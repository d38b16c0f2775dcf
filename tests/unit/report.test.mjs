// A report states what was seen. It never says what somebody is.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reason, speak, view } from './texts.mjs';

speak('en');
/** @typedef {import('../../extension/shapes').Twin} Twin */

const { reportText } = await import('../../extension/report.js');
const { profileUrlOf } = await import('../../extension/shared/links.js');

/** @param {Partial<Twin>} [more] @returns {Twin} */
const twin = (more = {}) => ({ photo: 't', name: 'Lee Other', profileUrl: 'https://www.linkedin.com/in/lee-other/', firstSeen: Date.UTC(2026, 7, 2, 12), setAt: Date.UTC(2021, 2, 14, 12), nearExact: true, same: null, ...more });

test('it names both profiles, what was seen there and when', () => {
  assert.equal(reportText(view({ twins: [twin()], reasons: [reason('photo-check-other-name', { time: Date.UTC(2026, 10, 19, 12) })] })), `I received a connection invitation from Ada Example.
Profile: https://www.linkedin.com/in/ada-example/
Invitation seen: November 20, 2026

What I saw:
- The same photo is on the profile of Lee Other: https://www.linkedin.com/in/lee-other/ (set there on March 14, 2021, seen there on August 2, 2026)
- On the profile that invited me it was set on October 30, 2026.
- A reverse image search on November 19, 2026 showed this photo under another name.

Please review whether this profile shows the person it names.`);
});

test('a profile that the user found is linked, and nothing but a profile', () => {
  const photo = /** @type {import('../../extension/shapes').PhotoView} */ (view().photo);
  const found = (/** @type {string} */ answerProfile) => reportText(view({ photo: { ...photo, answerProfile }, reasons: [reason('photo-check-other-name', { time: 0 })] }));
  assert.match(found('https://www.linkedin.com/in/real-person/'), /under another name\. https:\/\/www\.linkedin\.com\/in\/real-person\/$/m);
  assert.ok(!found('https://evil.example/in/real-person/').includes('evil'));
});

test('a likeness is not called the same, and an unknown date is left out', () => {
  const text = reportText(view({ twins: [twin({ nearExact: false, setAt: null })] }));
  assert.match(text, /A very similar photo is on the profile of Lee Other: \S+ \(seen there on August 2, 2026\)/);
});

test('with nothing observed it claims nothing', () => {
  const text = reportText(view({ verdict: 'accept-safe', photo: null }));
  assert.match(text, /What I noticed: /);
  assert.ok(!text.includes('What I saw'));
});

test('no verdict is in it, whatever the verdict is', () => {
  for (const verdict of /** @type {const} */ (['likely-fake', 'suspicious', 'accept-safe', 'unchecked'])) {
    assert.ok(!/fake|fraud|suspicious|scam|impersonat/i.test(reportText(view({ verdict, twins: [twin()] }))));
  }
});

test('hostile names and many twins leave it plain and short', () => {
  const name = `\u202eEvil\n- The same photo is on`.repeat(500);
  const text = reportText(view({ name, profileUrl: 'javascript:alert(1)', twins: Array.from({ length: 500 }, () => twin({ name, profileUrl: 'https://evil.example/in/x' })) }));
  assert.ok(text.length < 2500, String(text.length));
  assert.ok(!/[\u202a-\u202e\u2066-\u2069]/.test(text));
  assert.ok(!text.includes('javascript:') && !text.includes('evil.example'));
  assert.equal(text.split('\n').length, 6 + 1 + 5 + 1);
});

test('only profiles on LinkedIn are linked', () => {
  for (const url of ['https://www.linkedin.com/in/x', 'https://de.linkedin.com/in/x/de/', 'https://linkedin.com/in/ACoAAB']) assert.ok(profileUrlOf(url), url);
  for (const url of ['', 'http://www.linkedin.com/in/x', 'https://www.linkedin.com/company/x', 'https://linkedin.com.evil.example/in/x', 'https://evil.example/in/x', 'javascript:x', 'https://www.linkedin.com@evil.example/in/x']) assert.equal(profileUrlOf(url), null, url);
});
