// The lifetime of the content script: updates, access that is missing or withdrawn, private windows,
// two windows, settings changed in two places.

import { resolve } from 'node:path';
import { test } from 'node:test';
import { noRoom } from '../stage/no-room.mjs';
import { gate } from '../stage/waiting.mjs';
import {
  EXTENSION,
  RECEIVED,
  assert,
  cast,
  expectBadges,
  overviewWhen,
  pages,
  pictures,
  slugOf,
  usualInvitations,
  verdictsOf,
  waitFor,
  within,
} from './setting.mjs';

/** @typedef {import('./setting.mjs').Setting} Setting */

const LINKEDIN = 'https://www.linkedin.com/*';
const PHOTOS = 'https://media.licdn.com/*';

/** Runs something on Chromium's own page of extensions. @param {Setting} setting @param {string} body @param {string[]} given */
async function inExtensions({ stage }, body, ...given) {
  const page = await stage.newPage();
  await page.goto(`chrome://extensions/?id=${stage.extensionId}`);
  await page.evaluate(
    `(async (id, ...given) => { const { developerPrivate } = chrome; ${body} })(${JSON.stringify([stage.extensionId, ...given]).slice(1, -1)})`,
  );
  await page.close();
}

/** The user gives or takes access on the browser's own pages. @param {Setting} setting @param {string} origin @param {boolean} given */
async function allow(setting, origin, given) {
  if (setting.kind === 'firefox') {
    const { driver, extensionId } = setting.stage;
    const change = `const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
      const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(extensionId)});
      await ExtensionPermissions.${given ? 'add' : 'remove'}(extension.id, { permissions: [], origins: [${JSON.stringify(origin)}] }, extension);`;
    await driver.chrome?.(change);
  } else if (given) await inExtensions(setting, 'await developerPrivate.addHostPermission(id, given[0]);', origin);
  else {
    const other = origin === LINKEDIN ? PHOTOS : LINKEDIN;
    await inExtensions(
      setting,
      `await developerPrivate.updateExtensionConfiguration({ extensionId: id, hostAccess: 'ON_SPECIFIC_SITES' });
      await developerPrivate.addHostPermission(id, given[1]);
      await developerPrivate.removeHostPermission(id, given[0]).catch(() => {});`,
      origin,
      other,
    );
  }
  await waitFor(
    () =>
      setting.own.evaluate(
        (one, wanted) => chrome.permissions.contains({ origins: [one] }).then((has) => has === wanted),
        origin,
        given,
      ),
    { what: `${origin}: ${given}` },
  );
}

/** Starts the extension again, as an update does. @param {Setting} setting */
async function update(setting) {
  const { stage, kind } = setting;
  if (kind === 'chromium') await stage.browser.installExtension(resolve(EXTENSION));
  else
    await stage.driver.chrome?.(
      `const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs'); await (await AddonManager.getAddonByID(${JSON.stringify(stage.extensionId)})).reload();`,
    );
  setting.own = await waitFor(() => stage.optionsPage(), { what: 'the extension to be back' });
}

/** Makes the background's own writes fail, as on a full disk, or succeed again. @param {Setting} setting @param {boolean} is */
async function full({ kind, stage, own }, is) {
  if (kind === 'firefox')
    return own.evaluate(`(async () => (${noRoom})(${is}, await browser.runtime.getBackgroundPage()))()`);
  const target = stage.browser.targets().find((one) => one.type() === 'service_worker');
  await (await target?.worker())?.evaluate(`(${noRoom})(${is}, self)`);
}

for (const kind of /** @type {const} */ (['chromium', 'firefox'])) {
  within(kind, (setting) => {
    test('a refusal is kept, whatever older pages save later', async () => {
      await setting.forget();
      await setting.set({ seeMore: 'unasked' });
      const { stage } = setting;
      const options = await stage.optionsPage();
      const welcome = await stage.extensionPage('options/welcome.html');
      const seeMore = () =>
        setting.own.evaluate(() =>
          chrome.storage.local.get('settings').then(({ settings }) => /** @type {any} */ (settings)),
        );
      const passing = await options.waitForSelector('#see-more');
      await options.bringToFront();
      await passing?.click();
      await passing?.click();
      await waitFor(async () => (await seeMore())?.seeMore === 'no', { what: 'the no', lastSeen: seeMore });
      await options.bringToFront();
      await options.select('#engine', 'bing');
      await waitFor(async () => (await seeMore())?.engine === 'bing', { what: 'the engine', lastSeen: seeMore });
      assert.equal((await seeMore()).seeMore, 'no');
      await welcome.bringToFront();
      await welcome.click('[data-place=begin-no]');
      await waitFor(async () => (await seeMore())?.badges === false, { what: 'the choice', lastSeen: seeMore });
      assert.deepEqual([(await seeMore()).seeMore, (await seeMore()).engine], ['no', 'bing']);
      // It opens the invitations; other tests must not find that tab.
      await waitFor(
        async () => {
          const [tab] = await setting.own.evaluate(() =>
            chrome.tabs.query({ url: 'https://www.linkedin.com/mynetwork/*' }),
          );
          if (tab?.id !== undefined) await setting.own.evaluate((id) => chrome.tabs.remove(id), tab.id);
          return tab !== undefined;
        },
        { what: 'the tab with the invitations' },
      );
      await setting.set();
      for (const page of [options, welcome]) await page.close();
    });

    test('two windows: an answer in one shows in the other', async () => {
      await setting.forget();
      const { stage } = setting;
      const people = await cast(setting);
      const html = pages.march2026(Object.values(people));
      const one = await setting.open(html);
      const other = await setting.open(html, `${RECEIVED}other/`);
      for (const page of [one, other]) await expectBadges(stage, page, verdictsOf(people));
      await stage.click(one, { profile: people.stranger.slug, css: 'button.pill' });
      await stage.click(one, { profile: people.stranger.slug, name: 'This is fake' });
      for (const page of [one, other])
        await stage.badgesWhen(
          page,
          (all) => all.some((badge) => slugOf(badge) === people.stranger.slug && /^Likely fake/.test(badge.name)),
          'the user’s word',
        );
    });

    test('updated while a page is open: one badge a card, and no error on the page', async () => {
      const { stage } = setting;
      const { people, page } = await usualInvitations(setting);
      await update(setting);
      if (kind === 'firefox') {
        // Scripts of the page ran first, and would learn the content from events: nothing is shown until it is
        // reloaded.
        await stage.badgesWhen(page, (all) => all.length === 0, 'the badges of before to leave');
        const popup = await stage.popup();
        await popup.waitForSelector('[data-place=reload]');
        await popup.bringToFront();
        await popup.click('[data-place=reload]');
        await waitFor(async () => (await popup.$('[data-place=reload]')) === null, {
          what: 'the popup to ask no more',
        });
        await popup.close();
      }
      await expectBadges(stage, page, verdictsOf(people));
      await stage.click(page, { profile: people.thief.slug, css: 'button.pill' });
      await stage.badgesWhen(page, (all) => all.some(({ panel }) => panel?.includes('Olga Brandt')), 'the panel');
      await page.keyboard.press('Escape');
      await page.evaluate('standIn.rerenderAll()');
      await expectBadges(stage, page, verdictsOf(people));
      assert.deepEqual(
        stage.console(page).filter(({ type }) => type === 'exception' || type === 'error'),
        [],
      );
    });

    test('access to LinkedIn is missing: popup and welcome page say so; given, the open page is read', async () => {
      await setting.forget();
      const { stage } = setting;
      const people = await cast(setting);
      await allow(setting, LINKEDIN, false);
      const page = await setting.open(pages.march2026(Object.values(people)));
      const popup = await stage.popup();
      const welcome = await stage.extensionPage('options/welcome.html');
      for (const own of [popup, welcome]) {
        await own.waitForSelector('[data-place=permission]');
        assert.match(
          await own.$eval('main', (main) => main.innerText),
          /may not see LinkedIn yet[\s\S]*Allow on LinkedIn/,
        );
      }
      assert.deepEqual(await stage.badges(page), []);
      // Chromium then asks in a dialog of its own, which the driver cannot answer.
      await popup.bringToFront();
      if (kind === 'chromium') await allow(setting, LINKEDIN, true);
      else await popup.click('[data-place=permission]');
      await waitFor(async () => (await welcome.$('[data-place=permission]')) === null, {
        what: 'the welcome page to ask no more',
      });
      if (kind === 'firefox') {
        await popup.bringToFront();
        await popup.waitForSelector('[data-place=reload]');
        await popup.click('[data-place=reload]');
      }
      await expectBadges(stage, page, verdictsOf(people));
      for (const own of [popup, welcome]) await own.close();
    });

    test('access to photos withdrawn while one is fetched: nobody is “checking” for ever; given back, all are read', async () => {
      await setting.forget();
      const { stage, server } = setting;
      const people = await cast(setting);
      const held = gate();
      const asset = people.stranger.photo?.asset ?? '';
      const photo = setting.photos.get(asset);
      setting.photos.set(asset, {
        body: /** @type {any} */ (photo),
        after: held.opened,
        shown: /** @type {any} */ (photo),
      });
      const page = await setting.open(pages.march2026(Object.values(people)));
      await waitFor(() => server.fetches(asset).length === 1, { what: 'the fetch' });
      await allow(setting, PHOTOS, false);
      held.open();
      await stage.badgesWhen(
        page,
        (all) => all.length === 5 && all.every(({ name }) => !/^Checking/.test(name)),
        'five verdicts',
        10_000,
      );
      await allow(setting, PHOTOS, true);
      await expectBadges(stage, page, verdictsOf(people));
    });

    test('no room left, then no connection: nobody is “checking”, the popup says what is wrong, and after it all are read', async () => {
      await setting.forget();
      const { stage } = setting;
      const people = await cast(setting);
      await full(setting, true);
      const page = await setting.open(pages.march2026(Object.values(people)));
      const says = async (/** @type {RegExp} */ pattern) => {
        const popup = await stage.popup();
        await waitFor(async () => pattern.test(await popup.$eval('main', (main) => main.innerText)), {
          what: `${pattern} in the popup`,
          lastSeen: () => popup.$eval('main', (main) => main.innerText),
        });
        await popup.close();
      };
      await overviewWhen(setting, ({ trouble }) => trouble === 'storage-full', 'the trouble to be noted', 10_000);
      await says(/no room left/);
      assert.ok((await stage.badges(page)).every(({ name }) => !/^Checking/.test(name)));
      await full(setting, false);
      await expectBadges(stage, page, verdictsOf(people), 30_000);
      assert.equal((await setting.overview()).trouble, null);

      await setting.forget();
      // Other photos, since the browser may have cached these.
      const others = await cast(setting);
      for (const { photo } of Object.values(others))
        if (photo)
          setting.photos.set(photo.asset, {
            body: 'no connection',
            cutAt: 0,
            shown: await pictures.portrait('offline'),
          });
      const offline = await setting.open(pages.march2026(Object.values(others)), `${RECEIVED}offline/`);
      const unread = Object.fromEntries(
        Object.values(others).map(({ slug, photo }) => [slug, photo ? /^Unchecked · photo not reachable/ : /no photo/]),
      );
      await expectBadges(stage, offline, unread, 10_000);
      await says(/photo not reachable/);
    });

    test('private windows are ignored, even where the user would allow them', async () => {
      await setting.forget();
      const { stage } = setting;
      if (kind === 'firefox') {
        await stage.driver.chrome?.(`const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
          await ExtensionPermissions.add(${JSON.stringify(stage.extensionId)}, { permissions: ['internal:privateBrowsingAllowed'], origins: [] });`);
        await update(setting);
        assert.equal(
          await stage.driver.chrome?.(
            `return WebExtensionPolicy.getByID(${JSON.stringify(stage.extensionId)}).privateBrowsingAllowed`,
          ),
          false,
        );
        return;
      }
      await inExtensions(
        setting,
        'await developerPrivate.updateExtensionConfiguration({ extensionId: id, incognitoAccess: true }).catch(() => {});',
      );
      setting.own = await waitFor(() => stage.optionsPage().catch(() => null), { what: 'the extension to be there' });
      const people = await cast(setting);
      setting.site.set(RECEIVED, pages.march2026(Object.values(people)));
      const hidden = await stage.browser.createBrowserContext();
      const page = await hidden.newPage();
      await page.goto(`https://www.linkedin.com${RECEIVED}`);
      await page.waitForFunction(() =>
        [...document.querySelectorAll('main img')].every((image) => /** @type {HTMLImageElement} */ (image).complete),
      );
      // An ordinary window is read after it, and nobody else is remembered.
      const other = pages.person({ name: 'Ona Visible', slug: 'ona-visible', photo: null });
      await expectBadges(stage, await setting.open(pages.march2026([other]), `${RECEIVED}ordinary/`), {
        [other.slug]: /^Unchecked/,
      });
      const { items } = await overviewWhen(setting, ({ seen }) => seen === 1, 'the ordinary window');
      assert.deepEqual(
        items.map(({ name }) => name),
        ['Ona Visible'],
      );
      assert.deepEqual(await stage.badges(page), []);
      await hidden.close();
    });
  });
}
