// A person's face, as the stored rendition, or the first letter of their name where there is no photo.

import { el } from '../shared/dom.js';
import { verdictIcon } from '../shared/icons.js';
import { fillRenditions } from '../shared/twins.js';
import { barePerson } from '../sentences.js';

/** @typedef {import('../shapes').View} View */

/** @type {Map<string, HTMLCanvasElement[]>} Faces that are to be filled, by photo. */
let waiting = new Map();

/** Fills all canvases made since the last call, with one request. */
function fill() {
  const canvases = waiting;
  waiting = new Map();
  void fillRenditions(canvases);
}

/** @param {View} view @param {number} iconSide The side of the verdict's icon in its corner, in pixels. Decoration: the name is beside it. */
export function face(view, iconSide) {
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
  node.append(el('span', { class: 'seal' }, verdictIcon(view.verdict, iconSide)));
  return node;
}
