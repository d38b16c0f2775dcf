// Whose card it is: a list may reuse a row for another person, and redraw it in steps.

import { slugIn } from '../places.js';
import { UPLOAD } from './selectors.js';

/** @typedef {import('../shapes').CardAsRead} CardAsRead */
/** @typedef {{ urn: string, slug: string, upload: string }} Identity A field is empty where the card does not tell. */

const PHOTO_HOST = 'https://media.licdn.com/';

/** @param {CardAsRead} card @returns {Identity} From the first person linked, and the first photo that is not inside a link to another. */
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

/** @param {CardAsRead} card @returns {Set<string>} The profiles that it links to. */
export const linkedOn = ({ pieces }) =>
  new Set(pieces.flatMap((piece) => (piece.kind === 'link' ? [slugIn(piece.href)] : [])));

/** @param {Set<string>} linked The profiles that a card links to. @param {{ profileUrl: string }} view Whether the view is of somebody on it. */
export const isOn = (linked, { profileUrl }) => linked.has(slugIn(profileUrl));

/**
 * Whether the person's own photo will be there soon: it is loading or being faded in. The own photo is linked to the first
 * person linked, or is labelled and linked to nobody.
 * @param {Identity} who @param {import('./reading.js').CardPicture[]} pictures
 */
export function isPhotoComing({ slug }, pictures) {
  const own = pictures.filter(({ link, alt }) => (link === '' ? alt !== '' : slug !== '' && slugIn(link) === slug));
  if (own.some(({ state, isPortrait }) => isPortrait && state === 'shown')) return false;
  return own.some(({ state }) => state === 'loading' || state === 'faded');
}

/** @param {string} before @param {string} now Whether both are known and differ. */
const differ = (before, now) => before !== '' && now !== '' && before !== now;

/** @param {Identity} before @param {Identity} now Whether the card is another person's now, or shows another photo. */
export const isAnother = (before, now) =>
  before.slug !== now.slug || differ(before.urn, now.urn) || differ(before.upload, now.upload);

/**
 * Whether one person's photo is beside another's name, as in a half-drawn row: an upload belongs to one account.
 * @param {Identity} before @param {Identity} now
 */
export const isHalfDrawn = (before, now) =>
  before.slug !== now.slug && now.upload !== '' && before.upload === now.upload;
