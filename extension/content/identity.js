// Whose card it is: a list may draw somebody else into the row where a person stood, and not all at once.

import { slugIn } from '../places.js';
import { UPLOAD } from './selectors.js';

/** @typedef {import('../shapes').CardAsRead} CardAsRead */
/** @typedef {{ urn: string, slug: string, upload: string }} Identity Empty where the card does not say. */

const PHOTO_HOST = 'https://media.licdn.com/';

/** @param {CardAsRead} card @returns {Identity} Of the first person linked, and the first photo that is not inside a link to another. */
export function identityOf({ urn, pieces }) {
  const found = { urn, slug: '', upload: '' };
  for (const piece of pieces) {
    if (piece.kind === 'link') found.slug ||= slugIn(piece.href);
    if (
      piece.kind === 'image' &&
      piece.src.startsWith(PHOTO_HOST) &&
      (piece.link === '' || slugIn(piece.link) === found.slug)
    )
      found.upload ||= UPLOAD.exec(piece.src)?.[1] ?? '';
  }
  return found;
}

/** @param {string} before @param {string} now Whether both are known, and are not one. */
const differ = (before, now) => before !== '' && now !== '' && before !== now;

/** @param {Identity} before @param {Identity} now Whether it is somebody else's card, or shows another photo. */
export const isAnother = (before, now) =>
  before.slug !== now.slug || differ(before.urn, now.urn) || differ(before.upload, now.upload);

/**
 * Whether one person's photo seems to stand beside another's name: an upload is one account's.
 * @param {Identity} before @param {Identity} now
 */
export const isHalfDrawn = (before, now) =>
  before.slug !== now.slug && now.upload !== '' && before.upload === now.upload;
