// Pictures of a card: which comes first, and whether the card's own is still to come.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isPhotoComing } from '../../extension/content/identity.js';
import { putPhotosFirst, sentAddress } from '../../extension/content/pictures.js';
import { photoUrl } from '../pages/people.mjs';

/** @typedef {import('../../extension/shapes').Piece} Piece */
const ANN = 'https://www.linkedin.com/in/ann/';
const PHOTO = photoUrl({ asset: 'A1' });
const FRAME = 'https://static.licdn.com/aero-v1/sc/h/frame';
/** @param {string} src @param {string} [link] @returns {Piece} */
const image = (src, link = ANN) => ({ kind: 'image', src, alt: '', link });
/** @param {string} text @returns {Piece} */
const said = (text) => ({ kind: 'text', text });
/** @param {Piece[]} pieces */
const sources = (...pieces) => {
  putPhotosFirst(pieces);
  return pieces.flatMap((piece) => (piece.kind === 'image' ? [piece.src] : []));
};

test('a spacer or a frame in the same link comes after the photo, but no other picture moves', () => {
  assert.deepEqual(sources(image('data:,'), image(FRAME), image(PHOTO)), [PHOTO, FRAME, 'data:,']);
  assert.deepEqual(sources(image(FRAME), said(''), image(PHOTO)), [PHOTO, FRAME]);
  for (const pieces of [
    [image(FRAME), said('Ann Lee'), image(PHOTO)],
    [image(FRAME), image(PHOTO, 'https://www.linkedin.com/in/bo/')],
    [image(FRAME, ''), image(PHOTO, '')],
    [image(PHOTO), image(photoUrl({ asset: 'B1' }))],
  ])
    assert.deepEqual(
      sources(...pieces),
      pieces.flatMap((piece) => (piece.kind === 'image' ? [piece.src] : [])),
    );
});

test('a photo that the page does not show is named without what is needed to fetch it', () => {
  for (const state of /** @type {const} */ (['loading', 'unrequested', 'lost'])) {
    assert.equal(sentAddress({ address: PHOTO, state }), 'https://media.licdn.com/not-shown/profile-displayphoto');
    assert.equal(sentAddress({ address: FRAME, state }), FRAME, 'never fetched');
  }
  assert.equal(sentAddress({ address: PHOTO, state: 'shown' }), PHOTO);
});

test('a card waits for its own photo, and for no other', () => {
  const who = { urn: '', slug: 'ann', upload: '' };
  /** @param {import('../../extension/content/pictures.js').State} state @param {Partial<import('../../extension/content/reading.js').CardPicture>} [more] */
  const picture = (state, more) => ({ link: ANN, alt: '', state, isPortrait: true, ...more });
  assert.equal(isPhotoComing(who, []), false);
  assert.equal(isPhotoComing(who, [picture('unrequested')]), false);
  assert.equal(isPhotoComing(who, [picture('loading')]), true);
  assert.equal(isPhotoComing(who, [picture('faded')]), true);
  assert.equal(isPhotoComing(who, [picture('lost')]), false);
  assert.equal(isPhotoComing(who, [picture('shown', { isPortrait: false }), picture('loading')]), true);
  assert.equal(isPhotoComing(who, [picture('shown'), picture('unrequested')]), false);
  assert.equal(isPhotoComing(who, [picture('unrequested', { link: 'https://www.linkedin.com/in/bo/' })]), false);
  assert.equal(isPhotoComing(who, [picture('loading', { link: '', alt: '' })]), false);
  assert.equal(isPhotoComing(who, [picture('loading', { link: '', alt: 'Ann Lee' })]), true);
});
