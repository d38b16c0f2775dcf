// Which controls of a card answer its invitation.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answeringControls } from '../../extension/content/answering.js';

const NAME = 'Theo Falkner';
/** @typedef {import('../../extension/shapes').Piece} Piece */
/** @param {string} text @returns {Piece} */
const said = (text) => ({ kind: 'text', text });
/** @param {string} text @param {string} [label] @returns {Piece} */
const control = (text, label = '') => ({ kind: 'control', label, text, href: '' });
/** @type {Piece} */
const link = { kind: 'link', href: 'https://www.linkedin.com/in/theo/', text: NAME, strong: true };
const ignore = control('Ignore', `Ignore an invitation to connect from ${NAME}`);
const accept = control('Accept', `Accept ${NAME}’s invitation`);
/** @param {Piece[]} pieces The texts of those that answer. */
const answering = (...pieces) =>
  answeringControls(pieces, NAME).map(
    (at) => /** @type {{ text: string }} */ (/** @type {unknown} */ (pieces[at])).text,
  );

test('two controls side by side that name the inviter answer, whatever stands around them', () => {
  assert.deepEqual(answering(link, said(NAME), ignore, accept), ['Ignore', 'Accept']);
  const more = control('… more');
  const reply = control('Reply', `Reply to ${NAME}`);
  assert.deepEqual(
    answering(link, said(NAME), said('A long headline'), more, ignore, accept, said('A note'), more, reply),
    ['Ignore', 'Accept'],
  );
  assert.deepEqual(answering(said(NAME), ignore, accept, control('Message', `Message ${NAME}`)), ['Ignore', 'Accept']);
  assert.deepEqual(answering(link, control('', `${NAME} is verified`), said(NAME), ignore, accept), [
    'Ignore',
    'Accept',
  ]);
});

test('in any language, with a cut name, and without labels', () => {
  const long = 'Maria Fernanda Guadalupe de los Angeles Rodriguez Montenegro del Castillo';
  const pieces = ['zamietnuť', 'prijať'].map((word) => control(word, `${long.slice(0, 62).toUpperCase()}… ${word}`));
  assert.deepEqual(answeringControls([said('x'), control('viac'), said('y'), ...pieces], long), [3, 4]);
  assert.deepEqual(answering(link, said(NAME), control('viac'), said('text'), control('nie'), control('áno')), [
    'nie',
    'áno',
  ]);
});

test('a single control answers only where no other may', () => {
  assert.deepEqual(answering(link, said(NAME), accept), ['Accept']);
  assert.deepEqual(answering(link, said(NAME), control('Accept')), ['Accept']);
  assert.deepEqual(answering(link, said(NAME), accept, said('A note'), control('Reply', `Reply to ${NAME}`)), [
    'Accept',
  ]);
  assert.deepEqual(answering(link, control('one'), said('text'), control('two'), said('text'), control('three')), []);
});
