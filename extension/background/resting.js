// Tabs in which the user has switched Vouchsafe off: nothing is read there. Kept in the session, as tabs are.

import { load } from '../browser.js';
import { tell } from '../messages.js';
import { change } from './changing.js';

const KEY = 'resting';
/** The most tabs that are remembered. */
const TABS = 200;

/** @returns {Promise<number[]>} */
export const restingTabs = async () => (await load('session', KEY)) ?? [];

/** @param {number | undefined} tab */
export const isResting = async (tab) => tab !== undefined && (await restingTabs()).includes(tab);

/** @param {number} tab @param {boolean} rests */
export async function rest(tab, rests) {
  await change('session', KEY, (/** @type {number[] | undefined} */ tabs = []) => [...tabs.filter((one) => one !== tab), ...(rests ? [tab] : [])].slice(-TABS));
  await tell(tab, 'rest', { rests });
}
