// The user's marks on invitations besides answering them, reported or set aside ("deeds"), as the background stores
// them.

import { load, onSaved } from './browser.js';

/** @typedef {{ reported?: number, aside?: number }} Deeds When, in epoch milliseconds. */
/** @typedef {'reported' | 'aside'} Deed */

export const DEEDS = 'deeds';

/** @param {unknown} stored @returns {Record<string, Deeds>} By the invitation's key. */
export const asDeeds = (stored) =>
  typeof stored === 'object' && stored !== null ? /** @type {Record<string, Deeds>} */ (stored) : {};

/** @type {Record<string, Deeds>} */
let stored = {};
/** Marks that are shown before they are stored. @type {Map<string, Partial<Record<Deed, { at: number | undefined }>>>} */
const assumed = new Map();
/** Both. @type {Record<string, Deeds>} */
let known = {};
/** @type {Array<() => void>} */
const listeners = [];

/** @param {string} key */
export const deedsOf = (key) => (Object.hasOwn(known, key) ? known[key] : {});
/** All of them. */
export const allDeeds = () => known;

function merge() {
  const all = new Map(Object.entries(stored));
  for (const [key, deeds] of assumed) {
    const now = Object.entries(deeds).map(([deed, { at }]) => [deed, at]);
    all.set(key, { ...all.get(key), ...Object.fromEntries(now) });
  }
  known = Object.fromEntries(all);
}

/**
 * Shows it at once, whatever else is stored until then.
 * @param {string} key @param {Deed} deed @param {number | undefined} at
 * @returns {(isStored: boolean) => void} To be called when the background has answered.
 */
export function assume(key, deed, at) {
  const mine = { at };
  assumed.set(key, { ...assumed.get(key), [deed]: mine });
  merge();
  return (isStored) => {
    const { [deed]: latest, ...others } = assumed.get(key) ?? {};
    // Taken back, or done again, meanwhile.
    if (latest !== mine) return;
    if (Object.keys(others).length > 0) assumed.set(key, others);
    else assumed.delete(key);
    if (isStored) stored = { ...stored, [key]: { ...(Object.hasOwn(stored, key) ? stored[key] : {}), [deed]: at } };
    merge();
  };
}

/** Calls back when they change. @param {() => void} callback */
export const onDeeds = (callback) => void listeners.push(callback);

/** To be awaited before anything is drawn that depends on it. */
export const deedsKnown = load('local', DEEDS).then(
  (found) => {
    stored = asDeeds(found);
    merge();
  },
  () => {},
);
onSaved((key, value) => {
  if (key !== DEEDS) return;
  stored = asDeeds(value);
  merge();
  for (const listener of listeners) listener();
});
