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

/**
 * The badges of a page on which nothing else was read before, once every invitation has one: a page that has just loaded is
 * read before it is changed. Those that are there, if others do not come.
 * @param {Pick<Stage, 'badges'>} stage @param {import('puppeteer-core').Page} page @param {import('puppeteer-core').Page} own
 * @param {number} [timeout]
 */
export async function badgesOfAll(stage, page, own, timeout = 15_000) {
  /** @type {import('../stage/browsers.mjs').Badge[]} */
  let badges = [];
  const isWhole = await waitFor(
    async () => {
      const { items } = await overview(own);
      badges = await stage.badges(page);
      return badges.length === items.length;
    },
    { what: 'a badge on every invitation', timeout },
  ).catch(() => false);
  return { badges, isWhole };
}
