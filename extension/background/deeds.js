// The one owner of what the user did with invitations: reported, or set aside.

import { save } from '../browser.js';
import { DEEDS, asDeeds } from '../deeds.js';
import { change } from './changing.js';

/** @typedef {import('../deeds.js').Deed} Deed */

/** The most invitations of which something is remembered; the earliest go first. */
const MOST = 5000;

/** @param {string} key @param {Deed} deed @param {boolean} done Done now, or taken back. */
export const noteDeed = (key, deed, done) =>
  change('local', DEEDS, (stored) => {
    const { [key]: before, ...others } = asDeeds(stored);
    const { [deed]: _, ...rest } = before ?? {};
    const now = done ? { ...rest, [deed]: Date.now() } : rest;
    const all = Object.keys(now).length > 0 ? { ...others, [key]: now } : others;
    return Object.fromEntries(Object.entries(all).slice(-MOST));
  });

/** @param {string[] | null} keys Those forgotten; null: all. */
export const forgetDeeds = (keys) =>
  keys === null
    ? save('local', DEEDS, {})
    : change('local', DEEDS, (stored) =>
        Object.fromEntries(Object.entries(asDeeds(stored)).filter(([key]) => !keys.includes(key))),
      );
