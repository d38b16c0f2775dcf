// The one owner of the settings: each change is taken by itself, after the one before it.

import { load } from '../browser.js';
import { LISTS, loadSettings, withDefaults } from '../settings.js';
import { change } from './changing.js';

/** @typedef {import('../requests').Settings} Settings */

/**
 * @param {keyof Settings} name @param {unknown} value Checked by messages.js.
 * @returns {Promise<Settings>} All of them as they are now.
 */
export async function changeSetting(name, value) {
  await change('local', 'settings', (stored) => ({ ...withDefaults(stored), [name]: value }));
  return loadSettings();
}

/**
 * @param {import('../requests').Listed} name @param {string} key Checked by messages.js. @param {boolean} isIn
 * Adds an entry to a setting that is a list, or removes it.
 */
export const changeListed = (name, key, isIn) =>
  change('local', 'settings', (stored) => {
    const now = withDefaults(stored);
    return { ...now, [name]: LISTS[name].filter((one) => (one === key ? isIn : now[name].includes(one))) };
  });

/** Keeps badges on for users of an earlier version, in which they were on by default. */
export async function keepFormerBadges() {
  const stored = /** @type {Partial<Settings> | undefined} */ (await load('local', 'settings'));
  if (stored?.badges === undefined) await changeSetting('badges', true);
}
