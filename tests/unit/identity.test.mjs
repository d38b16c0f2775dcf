// Whose card it is, when a list reuses a row for another person.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { identityOf, isAnother, isHalfDrawn } from '../../extension/content/identity.js';
import { photoUrl } from '../pages/people.mjs';

/** @param {string} slug @param {string} asset @param {string} [urn] */
const who = (slug, asset, urn = '') =>
  identityOf({
    root: 'marked',
    urn,
    language: 'en',
    pieces: [
      { kind: 'link', href: 'https://www.linkedin.com/company/x/', text: '', strong: false },
      { kind: 'link', href: slug && `https://www.linkedin.com/in/${slug}/`, text: '', strong: false },
      { kind: 'image', src: 'data:,', alt: '', link: '' },
      { kind: 'image', src: photoUrl({ asset: 'M1' }), alt: '', link: 'https://www.linkedin.com/in/mutual/' },
      { kind: 'image', src: asset && photoUrl({ asset }), alt: '', link: '' },
      { kind: 'link', href: 'https://www.linkedin.com/in/mutual/', text: '', strong: false },
    ],
  });
const ANN = who('Ann', 'A1', 'urn:li:invitation:1');

test('another person, photo or invitation is another card; an unknown part is no difference', () => {
  assert.deepEqual(ANN, { urn: 'urn:li:invitation:1', slug: 'ann', upload: 'A1' });
  for (const same of [ANN, who('ann', ''), who('ann', 'A1', ''), who('ann', '', 'urn:li:invitation:1')])
    assert.ok(!isAnother(ANN, same) && !isAnother(same, ANN), JSON.stringify(same));
  for (const other of [
    who('bo', 'A1'),
    who('bo', 'B1'),
    who('bo', ''),
    who('ann', 'B1'),
    who('ann', 'A1', 'urn:li:invitation:2'),
  ])
    assert.ok(isAnother(ANN, other) && isAnother(other, ANN), JSON.stringify(other));
});

test('the former person’s photo beside another name is a half-drawn card', () => {
  assert.ok(isHalfDrawn(ANN, who('bo', 'A1')));
  for (const whole of [ANN, who('bo', 'B1'), who('bo', ''), who('ann', 'B1')])
    assert.ok(!isHalfDrawn(ANN, whole), JSON.stringify(whole));
});
