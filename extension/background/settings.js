// The one owner of the settings: each change is taken by itself, after the one before it.

import { save } from '../browser.js';
import { loadSettings } from '../settings.js';

/** @typedef {import('../requests').Settings} Settings */

/** @type {Promise<unknown>} */
let last = Promise.resolve();

/**
 * @param {keyof Settings} name @param {unknown} value Checked by messages.js.
 * @returns {Promise<Settings>} All of them as they are now.
 */
export function changeSetting(name, value) {
  const next = last.then(async () => {
    const settings = { ...(await loadSettings()), [name]: value };
    await save('local', 'settings', settings);
    return settings;
  });
  last = next.catch(() => {});
  return next;
}
