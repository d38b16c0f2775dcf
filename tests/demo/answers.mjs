// What the extension says, read from where it says it: badges on the page, the list behind the popup.

import { waitFor } from '../stage/waiting.mjs';

/** @typedef {import('../stage/browsers.mjs').Stage} Stage */
/** @typedef {import('../../extension/shapes').Overview} Overview */

/**
 * Asks the background as the popup does.
 * @param {import('puppeteer-core').Page} own A page of the extension. @param {string} name @param {object} [fields]
 * @returns {Promise<any>}
 */
export async function askBackground(own, name, fields = {}) {
  const answer = await own.evaluate(
    (message) => /** @type {any} */ (globalThis).chrome.runtime.sendMessage(message), { name, ...fields });
  if (answer && 'ok' in answer) return answer.ok;
  throw new Error(`${name}: ${JSON.stringify(answer)}`);
}

/** @param {import('puppeteer-core').Page} own @returns {Promise<Overview>} */
export const overview = (own) => askBackground(own, 'overview');

/**
 * Waits until an invitation page has been read as a whole.
 * @param {import('puppeteer-core').Page} own @param {number} since Epoch milliseconds. @param {number} [timeout]
 */
export const pageWasRead = (own, since, timeout = 20_000) =>
  waitFor(async () => ((await overview(own)).lastLooked ?? 0) >= since, { what: 'the invitation page to be read', timeout });
