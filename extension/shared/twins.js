// The same photo, side by side: this invitation's and those of other profiles, drawn from stored renditions.

import { el } from './dom.js';
import { compareTrouble, likeness, otherPictures } from './compare.js';
import { profileLink } from './links.js';
import { counted, person, say, shortDay } from '../sentences.js';
import { forPage } from '../browser.js';
import { ask } from '../messages.js';

/** @typedef {import('../shapes').View} View */
/** @typedef {import('../shapes').RenditionPixels} RenditionPixels */

/** The most other profiles shown; the largest rendition, in pixels per side. */
const MOST = 5;
const LARGEST = 256;

/** @param {RenditionPixels} rendition @returns {ImageData | null} Its pixels, if it is valid. */
function pixels(rendition) {
  if (
    !Number.isSafeInteger(rendition?.side) ||
    rendition.side < 1 ||
    rendition.side > LARGEST ||
    typeof rendition.rgba !== 'string'
  )
    return null;
  const bytes = atob(rendition.rgba);
  if (bytes.length !== rendition.side * rendition.side * 4) return null;
  const data = new Uint8ClampedArray(bytes.length);
  for (let index = 0; index < bytes.length; index++) data[index] = bytes.charCodeAt(index);
  return new ImageData(forPage(data), rendition.side, rendition.side);
}

/** @type {Map<string, ImageData>} Renditions drawn before: a rebuild shows them at once. */
const drawn = new Map();

/** @param {HTMLCanvasElement} canvas @param {ImageData} image */
function draw(canvas, image) {
  canvas.width = image.width;
  canvas.height = image.height;
  canvas.getContext('2d')?.putImageData(image, 0, 0);
  canvas.classList.remove('empty');
}

/**
 * Fills canvases with the renditions of their photos. A photo that is no longer held stays an empty frame.
 * @param {Map<string, HTMLCanvasElement[]>} canvases By photo.
 */
export async function fillRenditions(canvases) {
  /** @type {string[]} */
  const wanted = [];
  for (const [photo, places] of canvases) {
    const known = drawn.get(photo);
    if (known) for (const canvas of places) draw(canvas, known);
    else wanted.push(photo);
  }
  try {
    for (let start = 0; start < wanted.length; start += 20) {
      const part = wanted.slice(start, start + 20);
      const renditions = await ask('small-copies', { photos: part });
      part.forEach((photo) => {
        const rendition = renditions?.[photo];
        const image = rendition ? pixels(rendition) : null;
        if (!image) return;
        if (drawn.size > 400) drawn.clear();
        drawn.set(photo, image);
        for (const canvas of canvases.get(photo) ?? []) draw(canvas, image);
      });
    }
  } catch {
    // Frames stay empty; names and links say the same.
  }
}

/** @param {string} label The picture's description for screen readers. */
export const renditionCanvas = (label) =>
  el('canvas', { class: 'copy empty', role: 'img', 'aria-label': label, width: 1, height: 1 });

/**
 * @param {string} label @param {string} name @param {string} profileUrl @param {string[]} facts
 * @param {HTMLCanvasElement} canvas @param {HTMLElement | null} [question]
 */
const portrait = (label, name, profileUrl, facts, canvas, question = null) =>
  el(
    'figure',
    {},
    canvas,
    el(
      'figcaption',
      {},
      el('span', { class: 'label' }, label),
      profileLink(profileUrl, name),
      ...facts.map((fact) => el('span', { class: 'fact' }, fact)),
      question,
    ),
  );

/** Canvases for photos, to be filled together. */
export function canvasesFor() {
  /** @type {Map<string, HTMLCanvasElement[]>} */
  const canvases = new Map();
  return {
    /** @param {string} photo @param {string} name Whose profile it is on. */
    of: (photo, name) => {
      const canvas = renditionCanvas(say('photo_of', name));
      if (photo) canvases.set(photo, [...(canvases.get(photo) ?? []), canvas]);
      return canvas;
    },
    fill: () => fillRenditions(canvases),
  };
}

/** @param {View} view @param {import('./view-context.js').ViewContext} context @returns {HTMLElement | null} */
export function sideBySide(view, context) {
  if (view.twins.length === 0) return null;
  const twins = view.twins.filter(({ same }) => same !== false);
  const canvases = canvasesFor();
  const name = person(view.name);
  const mine = typeof view.photo?.setAt === 'number' ? [say('photo_set', shortDay(view.photo.setAt))] : [];
  const figures = [
    portrait(say('this_invitation'), name, view.profileUrl, mine, canvases.of(view.photo?.id ?? '', name)),
  ];
  for (const [index, twin] of twins.slice(0, MOST).entries()) {
    const facts = [say('first_seen', shortDay(twin.firstSeen))];
    if (twin.setAt !== null) facts.unshift(say('photo_set', shortDay(twin.setAt)));
    const other = person(twin.name);
    figures.push(
      portrait(
        say(twin.nearExact ? 'same_photo' : 'like_photo'),
        other,
        twin.profileUrl,
        facts,
        canvases.of(twin.photo, other),
        likeness(view, twin, index, context),
      ),
    );
  }
  void canvases.fill();
  const more = twins.length - MOST;
  return el(
    'div',
    { class: 'twins', role: 'group', 'aria-label': say('twins_title') },
    twins.length > 0 && el('div', { class: 'pair' }, ...figures),
    more > 0 && el('p', { class: 'hint' }, counted('more_twins', more)),
    compareTrouble(context),
    otherPictures(view, context),
  );
}
