// Reads the extension's answers: the badges on the page, and the list in the popup.

import { Writer, linesOf } from '../../extension/options/file.js';
import { waitFor } from '../stage/waiting.mjs';

/** @typedef {import('../stage/browsers.mjs').Stage} Stage */
/** @typedef {import('../../extension/requests').OverviewAnswer} Overview */

/**
 * Asks the background as the popup does.
 * @param {import('puppeteer-core').Page} own A page of the extension. @param {string} name @param {object} [fields]
 * @returns {Promise<any>}
 */
export async function askBackground(own, name, fields = {}) {
  const answer = await own.evaluate((message) => /** @type {any} */ (globalThis).chrome.runtime.sendMessage(message), {
    name,
    ...fields,
  });
  if (answer && 'ok' in answer) return answer.ok;
  throw new Error(`${name}: ${JSON.stringify(answer)}`);
}

/**
 * The memory as the options page writes it.
 * @param {import('puppeteer-core').Page} own @returns {Promise<any>}
 */
export async function exported(own) {
  const writer = new Writer();
  let text = '';
  for (let after = /** @type {string | null} */ (''); after !== null; ) {
    const part = await askBackground(own, 'export-part', { after });
    for (const line of part.lines) text += writer.write(line);
    after = part.next;
  }
  return JSON.parse(text);
}

/**
 * Imports a file in parts, as the options page does.
 * @param {import('puppeteer-core').Page} own @param {any} file @param {number} [atATime] How many lines.
 */
export async function imported(own, file, atATime = 100) {
  const job = await askBackground(own, 'import-begin');
  const lines = [];
  for await (const { line } of linesOf(new Blob([JSON.stringify(file)]))) lines.push(line);
  for (let at = 0; at < lines.length; at += atATime) {
    await askBackground(own, 'import-part', { job, text: lines.slice(at, at + atATime).join('\n') });
  }
  return askBackground(own, 'import-finish', { job });
}

/** @param {import('puppeteer-core').Page} own @returns {Promise<Overview>} */
export const overview = (own) => askBackground(own, 'overview');

/**
 * Waits until an invitation page has been read as a whole.
 * @param {import('puppeteer-core').Page} own @param {number} since Epoch milliseconds. @param {number} [timeout]
 */
export const pageWasRead = (own, since, timeout = 20_000) =>
  waitFor(async () => ((await overview(own)).lastLooked ?? 0) >= since, {
    what: 'the invitation page to be read',
    timeout,
  });
