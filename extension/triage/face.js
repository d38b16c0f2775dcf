// Somebody's face as a small copy, or the first letter of their name where there is no photo.

import { el } from '../shared/dom.js';
import { verdictMark } from '../shared/marks.js';
import { fillCopies } from '../shared/twins.js';
import { barePerson } from '../sentences.js';

/** @typedef {import('../shapes').View} View */

/** @type {Map<string, HTMLCanvasElement[]>} Faces that are to be filled, by photo. */
let waiting = new Map();

/** Fills all that were made since, with one question. */
function fill() {
  const canvases = waiting;
  waiting = new Map();
  void fillCopies(canvases);
}

/** @param {View} view @param {number} mark The verdict's sign in its corner, in pixels. Decoration: the name stands beside it. */
export function face(view, mark) {
  const letter = [...barePerson(view.name)].find((one) => /\p{L}/u.test(one)) ?? '·';
  const { photo } = view;
  const node = el(
    'span',
    { class: 'face', 'aria-hidden': 'true' },
    el('span', { class: 'letter' }, letter.toLocaleUpperCase()),
  );
  if (photo) {
    const canvas = el('canvas', { class: 'empty', width: 1, height: 1 });
    if (waiting.size === 0) queueMicrotask(fill);
    waiting.set(photo.id, [...(waiting.get(photo.id) ?? []), canvas]);
    node.append(canvas);
  }
  node.append(el('span', { class: 'seal' }, verdictMark(view.verdict, mark)));
  return node;
}
