// Tabs in which the user has switched Vouchsafe off: nothing is read there. Kept in the session storage, since tabs end
// with the session.

import { load } from '../browser.js';
import { tell } from '../messages.js';
import { change } from './changing.js';

const KEY = 'paused-tabs';
/** The most tabs that are remembered. */
const TABS = 200;

/** @returns {Promise<number[]>} */
export const pausedTabs = async () => (await load('session', KEY)) ?? [];

/** @param {number | undefined} tab */
export const isPaused = async (tab) => tab !== undefined && (await pausedTabs()).includes(tab);

/** @param {number} tab @param {boolean} isPaused */
export async function pauseTab(tab, isPaused) {
  await change('session', KEY, (/** @type {number[] | undefined} */ tabs = []) =>
    [...tabs.filter((one) => one !== tab), ...(isPaused ? [tab] : [])].slice(-TABS),
  );
  await tell(tab, 'pause', { isPaused });
}
