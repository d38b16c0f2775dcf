// What the user did with invitations besides answering them: reported, or set aside. As the background stores it.

import { load, onSaved } from './browser.js';

/** @typedef {{ reported?: number, aside?: number }} Deeds When, in epoch milliseconds. */
/** @typedef {'reported' | 'aside'} Deed */

export const DEEDS = 'deeds';

/** @param {unknown} stored @returns {Record<string, Deeds>} By the invitation's key. */
export const asDeeds = (stored) =>
  typeof stored === 'object' && stored !== null ? /** @type {Record<string, Deeds>} */ (stored) : {};

/** @type {Record<string, Deeds>} */
let known = {};
/** @type {Array<() => void>} */
const listeners = [];

/** @param {string} key */
export const deedsOf = (key) => (Object.hasOwn(known, key) ? known[key] : {});
/** All of them. */
export const allDeeds = () => known;

/** Shown at once, before it is stored. @param {string} key @param {Deed} deed @param {number | undefined} at */
export function assume(key, deed, at) {
  known = { ...known, [key]: { ...deedsOf(key), [deed]: at } };
}

/** Calls back when they change. @param {() => void} callback */
export const onDeeds = (callback) => void listeners.push(callback);

/** To be awaited before anything is drawn that depends on it. */
export const deedsKnown = load('local', DEEDS).then(
  (stored) => {
    known = asDeeds(stored);
  },
  () => {},
);
onSaved((key, value) => {
  if (key !== DEEDS) return;
  known = asDeeds(value);
  for (const listener of listeners) listener();
});
