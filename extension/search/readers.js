// One reader per engine: it tells the engine's pages apart, and reads a result page, by structure and by the names of
// parts, not by generated class names, which change every week. Nothing here opens, presses or sends anything.

import { bing } from './bing.js';
import { googleLens } from './google-lens.js';
import { tineye } from './tineye.js';
import { yandex } from './yandex.js';

/**
 * `exact`: only pictures that the engine calls the same; `all`: similar pictures mixed in; `consent` and
 * `captcha`: something else is asked first; `way`: an intermediate page before one of these.
 * @typedef {'exact' | 'all' | 'consent' | 'captcha' | 'way'} ResultPlace
 * @typedef {{ state: import('../requests').ReadState, hits: import('../shapes').Hit[] }} PageRead
 */

/**
 * @typedef {object} Reader
 * @property {(url: URL) => ResultPlace | null} placeOf The kind of page at an address; null: not part of a search by image.
 * @property {(url: URL) => URL | null} exactOf The address at which the same search shows exact matches only.
 * @property {(page: Document, place: ResultPlace) => PageRead} read
 */

/** @type {Record<string, Reader>} By the engine's key. */
export const READERS = { 'google-lens': googleLens, tineye, bing, yandex };

/** @param {string} engine @param {string} address @returns {ResultPlace | null} */
export function placeOf(engine, address) {
  try {
    return READERS[engine]?.placeOf(new URL(address)) ?? null;
  } catch {
    return null;
  }
}
