// What the user did with invitations besides answering them: prepared a report, or set them aside. The background stores
// these actions.

import { load, onSaved } from './browser.js';

/** @typedef {{ reported?: number, aside?: number }} Actions When, in epoch milliseconds. */
/** @typedef {'reported' | 'aside'} Action */

/** The stored key, which has its earlier name. */
export const ACTIONS = 'deeds';

/** @param {unknown} stored @returns {Record<string, Actions>} By the invitation's key. */
export const asActions = (stored) =>
  typeof stored === 'object' && stored !== null ? /** @type {Record<string, Actions>} */ (stored) : {};

/** @type {Record<string, Actions>} */
let stored = {};
/** Actions that are shown before they are stored. @type {Map<string, Partial<Record<Action, { at: number | undefined }>>>} */
const assumed = new Map();
/** Both. @type {Record<string, Actions>} */
let known = {};
/** @type {Array<() => void>} */
const listeners = [];

/** @param {string} key */
export const actionsOf = (key) => (Object.hasOwn(known, key) ? known[key] : {});
/** All of them. */
export const allActions = () => known;

function merge() {
  const all = new Map(Object.entries(stored));
  for (const [key, actions] of assumed) {
    const now = Object.entries(actions).map(([action, { at }]) => [action, at]);
    all.set(key, { ...all.get(key), ...Object.fromEntries(now) });
  }
  known = Object.fromEntries(all);
}

/**
 * Shows an action, or its undoing, before it is stored, and keeps showing it until the background has answered.
 * @param {string} key @param {Action} action @param {number | undefined} at
 * @returns {(isStored: boolean) => void} To be called when the background has answered.
 */
export function assume(key, action, at) {
  const mine = { at };
  assumed.set(key, { ...assumed.get(key), [action]: mine });
  merge();
  return (isStored) => {
    const { [action]: latest, ...others } = assumed.get(key) ?? {};
    // Taken back, or done again, meanwhile.
    if (latest !== mine) return;
    if (Object.keys(others).length > 0) assumed.set(key, others);
    else assumed.delete(key);
    if (isStored) stored = { ...stored, [key]: { ...(Object.hasOwn(stored, key) ? stored[key] : {}), [action]: at } };
    merge();
  };
}

/** Calls back when they change. @param {() => void} callback */
export const onActions = (callback) => void listeners.push(callback);

/** To be awaited before anything is drawn that depends on it. */
export const actionsKnown = load('local', ACTIONS).then(
  (found) => {
    stored = asActions(found);
    merge();
  },
  () => {},
);
onSaved((key, value) => {
  if (key !== ACTIONS) return;
  stored = asActions(value);
  merge();
  for (const listener of listeners) listener();
});
