// Searches for photos: stand-in engines, granting and withdrawing their permissions, and the tabs that were
// opened.

import { cast, expectBadges, pages, waitFor } from './setting.mjs';
import { ENGINES } from '../../extension/engines.js';

/** @typedef {import('./setting.mjs').Setting} Setting */
/** @typedef {import('../pages/results.mjs').Result} Result */
/** @typedef {import('../../extension/requests').PhotoShown} PhotoShown */

export const ORIGINS = ENGINES.flatMap(({ origins }) => origins);
export const HOSTS = ORIGINS.map((origin) => new URL(origin.replace('*', '')).host);

export const LINKEDIN = 'https://www.linkedin.com/in/somebody-else/';
/** @type {Result[]} */
export const FOUND = [
  { url: LINKEDIN, title: 'Somebody Else - Sales Manager - Somewhere | LinkedIn' },
  { url: 'https://firm.example/team', title: 'Our team' },
];
export const LENS = {
  'lens.google.com': () => ({ html: '', status: 303, location: 'https://www.google.com/search?vsrid=a&udm=26' }),
};

/**
 * In Chromium: grants permissions, as if the user had agreed in the browser's own dialog, which no driver
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
 * A tab's address: Firefox does not tell the driver that of an extension's page, so the page is asked.
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

/** An invitation from a person of whom too little is known, with its panel open. @param {Setting} setting */
export async function opened(setting) {
  const { stage } = setting;
  const { stranger } = await cast(setting);
  const page = await setting.open(pages.march2026([stranger]));
  await expectBadges(stage, page, { [stranger.slug]: /check the photo/ });
  await stage.click(page, { profile: stranger.slug, css: 'button.pill' });
  return { stranger, page };
}

/** @param {Setting} setting @param {(photo: PhotoShown) => unknown} wanted @param {string} what */
export const photoWhen = async (setting, wanted, what) => {
  const photoNow = async () =>
    /** @type {PhotoShown | null | undefined} */ ((await setting.overview()).items[0]?.photo);
  return waitFor(
    async () => {
      const photo = await photoNow();
      return photo && wanted(photo) ? photo : null;
    },
    {
      what,
      timeout: 30_000,
      lastSeen: async () => ({
        photo: await photoNow(),
        asked: setting.server.requests.filter(({ host }) => HOSTS.includes(host)).map(({ host, path }) => host + path),
        tabs: await Promise.all((await setting.stage.browser.pages()).map(placeOf)),
      }),
    },
  );
};

/** Serves every engine. @param {Setting} setting @param {Record<string, (asked: { path: string, query: URLSearchParams, url: string }) => import('../stage/server.mjs').Page | undefined>} answers */
export function serve({ server }, answers) {
  server.others.clear();
  for (const host of HOSTS)
    server.others.set(host, (asked) =>
      (answers[host] ?? answers[host.replace(/^www\./, '')] ?? (() => undefined))(asked),
    );
}
