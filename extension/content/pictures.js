// The pictures of a page: which of them it shows, and what may be said of the others. Only what the page shows is ever
// fetched: what it hides, has not requested, could not load or was not allowed to load is named without its address.

import { isDrawn, isFaded } from './visibility.js';

/** @typedef {import('../shapes').Piece} Piece */
/**
 * `loading`: requested, and not there yet. `unrequested`: requested once the user scrolls to it. `lost`: it did not
 * load. `faded`: drawn, but transparent. `hidden`: not drawn.
 * @typedef {'shown' | 'loading' | 'unrequested' | 'lost' | 'faded' | 'hidden'} State
 */
/** @typedef {{ address: string, state: State }} Picture */

const HOST = 'https://media.licdn.com/';
/** Sent in place of the address of a picture on that host which the page does not show: nobody can fetch it. */
const NOT_SHOWN = `${HOST}not-shown/`;
/** What a picture's address says that it is of. */
const KIND = /\/((?:profile|company|school)-[a-z]+)/;
/** The address of a person's photo. */
export const PORTRAIT = /\/profile-(display|framed|original)photo/;
/** How many addresses are kept that were shown on this page, so that a card drawn again has its photo at once. */
const MOST_KNOWN = 1000;

/** @type {Set<string>} */
const shownBefore = new Set();

/** @param {string} address @param {boolean} isLoaded @returns {boolean} Whether the page shows it, or did before. */
function wasShown(address, isLoaded) {
  if (!isLoaded || !address.startsWith(HOST)) return isLoaded || shownBefore.has(address);
  if (shownBefore.size >= MOST_KNOWN) shownBefore.clear();
  shownBefore.add(address);
  return true;
}

/** @param {HTMLImageElement} image Whether the browser chooses its picture among several. */
const isChosen = ({ srcset, parentElement }) => srcset !== '' || parentElement instanceof HTMLPictureElement;

/** @param {HTMLImageElement} image The address of the picture that it shows, once it is complete. */
export const shownAddress = (image) => (isChosen(image) ? image.currentSrc : image.src);

/** @param {HTMLImageElement} image Whether the page shows its picture. */
export const isShown = (image) => image.complete && image.naturalWidth > 0 && isDrawn(image) && !isFaded(image);

/** @param {HTMLImageElement} image @returns {Picture} */
export function pictureOf(image) {
  if (!isDrawn(image)) return { address: '', state: 'hidden' };
  const { delayedUrl } = image.dataset;
  const now = shownAddress(image);
  // Older pages put a spacer there until the user scrolls to the photo.
  const isSpacer = delayedUrl !== undefined && !now.startsWith(HOST);
  const address = isSpacer ? delayedUrl : now || image.src;
  if (isFaded(image)) return { address, state: 'faded' };
  if (isSpacer) return { address, state: 'unrequested' };
  if (wasShown(address, image.complete && image.naturalWidth > 0)) return { address, state: 'shown' };
  if (image.loading === 'lazy' && !image.complete) return { address, state: 'unrequested' };
  return { address, state: image.complete ? 'lost' : 'loading' };
}

/**
 * The picture that an element shows without being an image: drawn as its background, or in a drawing. It does not tell
 * whether it has loaded, so it counts as shown where the browser lists it among what the page has loaded.
 * @param {Element} element @returns {Picture | null} null: none of the photo host.
 */
export function drawnPicture(element) {
  const address =
    element instanceof SVGImageElement
      ? element.href.baseVal
      : (/url\("([^"]+)"\)/.exec(getComputedStyle(element).backgroundImage)?.[1] ?? '');
  if (!address.startsWith(HOST)) return null;
  if (!isDrawn(element)) return { address, state: 'hidden' };
  if (isFaded(element)) return { address, state: 'faded' };
  // What the page may not load is listed too, but with a duration of zero.
  const isLoaded = performance.getEntriesByName(address, 'resource').some(({ duration }) => duration > 0);
  return { address, state: wasShown(address, isLoaded) ? 'shown' : 'loading' };
}

/** The address to send: one on the photo host that the page does not show says only what it is of. @param {Picture} picture */
export function sentAddress({ address, state }) {
  if (state === 'shown' || !address.startsWith(HOST)) return address || (state === 'unrequested' ? NOT_SHOWN : '');
  return `${NOT_SHOWN}${KIND.exec(address)?.[1] ?? ''}`;
}

/**
 * A spacer, a frame or a background may lie before the photo in the same link, without words between them: the photo
 * comes first, since the first picture counts.
 * @param {Piece[]} pieces Changed in place.
 */
export function putPhotosFirst(pieces) {
  /** @type {{ at: number, piece: Extract<Piece, { kind: 'image' }> } | null} */
  let first = null;
  for (const [at, piece] of pieces.entries()) {
    if (piece.kind === 'image' && piece.link !== '') {
      if (first?.piece.link !== piece.link) first = { at, piece };
      else if (PORTRAIT.test(piece.src) && !PORTRAIT.test(first.piece.src)) {
        [pieces[first.at], pieces[at]] = [piece, first.piece];
        first = { at: first.at, piece };
      }
    } else if (piece.kind !== 'mark' && !(piece.kind === 'text' && piece.text === '')) first = null;
  }
}
