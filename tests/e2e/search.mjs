// Optional permissions, as a user gives and takes them; and tabs that were opened.

import { waitFor } from './setting.mjs';

/** @typedef {import('./setting.mjs').Setting} Setting */

/**
 * In Chromium: what the user is asked for is given, as if they had said yes to the browser's own question, which no driver
 * can press. Firefox is started without that question.
 * @param {Setting} setting @param {string[]} origins
 */
export async function sayYes({ kind, stage }, origins) {
  if (kind === 'firefox') return;
  const page = await stage.newPage();
  await page.goto(`chrome://extensions/?id=${stage.extensionId}`);
  await page.evaluate(`(async (id, origins) => {
    await chrome.developerPrivate.updateExtensionConfiguration({ extensionId: id, hostAccess: 'ON_SPECIFIC_SITES' });
    for (const origin of origins) await chrome.developerPrivate.addHostPermission(id, origin);
  })(${JSON.stringify(stage.extensionId)}, ${JSON.stringify(['https://www.linkedin.com/*', 'https://media.licdn.com/*', ...origins])})`);
  await page.close();
}

/** The user gives or takes an optional permission. @param {Setting} setting @param {string[]} origins @param {boolean} given */
export async function allow(setting, origins, given) {
  const { own } = setting;
  if (given) {
    await sayYes(setting, origins);
    await own.bringToFront();
    await own.evaluate((all) => {
      const button = document.createElement('button');
      button.id = 'ask-for-it';
      button.style.cssText = 'position: fixed; inset: 0; z-index: 9';
      button.addEventListener(
        'click',
        () => void chrome.permissions.request({ origins: all }).finally(() => button.remove()),
      );
      document.body.append(button);
    }, origins);
    await own.click('#ask-for-it');
  } else await own.evaluate((all) => chrome.permissions.remove({ origins: all }), origins);
  await waitFor(
    () =>
      own.evaluate(
        (all, wanted) =>
          Promise.all(all.map((origin) => chrome.permissions.contains({ origins: [origin] }))).then((have) =>
            have.every((one) => one === wanted),
          ),
        origins,
        given,
      ),
    { what: `${origins}: ${given}` },
  );
}

/**
 * Where a tab is: Firefox tells the driver nothing of a page of the extension, so the page is asked.
 * @param {import('puppeteer-core').Page} page
 */
const placeOf = async (page) =>
  page.url() === 'about:blank' ? page.evaluate(() => location.href).catch(() => '') : page.url();

/** @param {Setting} setting @param {(url: string) => boolean} wanted @param {string} what @returns {Promise<import('puppeteer-core').Page>} A tab that was opened. */
export const tabWhen = ({ stage }, wanted, what) =>
  waitFor(
    async () => {
      for (const page of await stage.browser.pages()) if (wanted(await placeOf(page))) return page;
      return null;
    },
    { what, lastSeen: async () => Promise.all((await stage.browser.pages()).map(placeOf)) },
  );
