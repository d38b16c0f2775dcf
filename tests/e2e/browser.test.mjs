// Features of the browser itself: the icon's count, the permission for photos, the right-click
// menu, writing direction and reduced motion.

import { test } from 'node:test';
import { inClosedRoots } from '../stage/closed-roots.mjs';
import {
  assert,
  bare,
  cast,
  expectBadges,
  overviewWhen,
  pages,
  slugOf,
  verdictsOf,
  waitFor,
  within,
} from './setting.mjs';

/** @typedef {import('./setting.mjs').Setting} Setting */
/** @typedef {import('puppeteer-core').Page} Page */

/** @param {Setting} setting @param {string} wanted */
const countIs = ({ own }, wanted) => {
  const text = () => own.evaluate(() => chrome.action.getBadgeText({}));
  return waitFor(async () => (await text()) === wanted, { what: `“${wanted}” on the icon`, lastSeen: text });
};

/** @param {Setting} setting */
const photosAllowed = ({ own }) =>
  own.evaluate(() => chrome.permissions.contains({ origins: ['https://media.licdn.com/*'] }));

/**
 * Chromium lets no extension give back what its manifest requires: only the user can, on the browser's own page.
 * @param {Setting} setting @param {boolean} allowed
 */
async function allowInChromium({ stage }, allowed) {
  const page = await stage.newPage();
  await page.goto(`chrome://extensions/?id=${stage.extensionId}`);
  await page.evaluate(
    async (id, give) => {
      const { developerPrivate } = /** @type {any} */ (chrome);
      const photos = 'https://media.licdn.com/*';
      if (give) return developerPrivate.addHostPermission(id, photos);
      await developerPrivate.updateExtensionConfiguration({ extensionId: id, hostAccess: 'ON_SPECIFIC_SITES' });
      await developerPrivate.addHostPermission(id, 'https://www.linkedin.com/*');
      return developerPrivate.removeHostPermission(id, photos).catch(() => {});
    },
    stage.extensionId,
    allowed,
  );
  await page.close();
}

/** The menu's own event: no driver can click a native menu. @param {Setting} setting @param {string} srcUrl */
async function rightClick({ stage }, srcUrl) {
  if (stage.kind === 'firefox') {
    await stage.driver.chrome?.(`WebExtensionPolicy.getByID(${JSON.stringify(stage.extensionId)}).extension.emit(
      'webext-menu-menuitem-click', { menuItemId: 'check-photo', srcUrl: ${JSON.stringify(srcUrl)}, mediaType: 'image', editable: false, modifiers: [] }, null)`);
    return;
  }
  const target = await stage.browser.waitForTarget(
    (one) => one.type() === 'service_worker' && one.url().includes(stage.extensionId),
  );
  const worker = await target.worker();
  await worker?.evaluate(
    (url) =>
      /** @type {any} */ (chrome.contextMenus.onClicked).dispatch(
        { menuItemId: 'check-photo', srcUrl: url },
        undefined,
      ),
    srcUrl,
  );
}

/**
 * The panel's position, and its animations.
 * @param {unknown} _ @param {...ShadowRoot} roots
 */
function panelBox(_, ...roots) {
  return JSON.stringify(
    roots.flatMap((root) =>
      [...root.querySelectorAll('.panel')]
        .filter((panel) => panel.getClientRects().length > 0)
        .map((panel) => {
          const { left, right, top, bottom } = panel.getBoundingClientRect();
          return {
            left,
            right,
            top,
            bottom,
            width: innerWidth,
            height: innerHeight,
            moves: getComputedStyle(/** @type {Element} */ (panel.querySelector('.sheet'))).animationName,
          };
        }),
    ),
  );
}

for (const kind of /** @type {const} */ (['chromium', 'firefox'])) {
  within(kind, (setting) => {
    test('the icon counts likely fakes, and one less once handled', async () => {
      await setting.forget();
      await countIs(setting, '');
      const people = await cast(setting);
      const page = await setting.open(pages.march2026(Object.values(people)));
      await expectBadges(setting.stage, page, verdictsOf(people));
      await countIs(setting, '1');
      // The count outlives the background that made it.
      await setting.stage.killWorker();
      await countIs(setting, '1');
      await page.bringToFront();
      await page.click(`[aria-label="Ignore an invitation to connect from ${people.thief.name}"]`);
      await countIs(setting, '');
    });

    test('a right-click checks the largest rendition known, and is asked about afterwards', async () => {
      await setting.forget();
      const { stage, server } = setting;
      const { stranger } = await cast(setting);
      await setting.set({ engine: 'tineye' });
      const asset = stranger.photo?.asset ?? '';
      const page = await setting.open(pages.march2026([stranger]));
      await expectBadges(stage, page, { [stranger.slug]: /check the photo/ });
      const shown = await page.$eval('main img', (image) => /** @type {HTMLImageElement} */ (image).src);
      await setting.open(pages.profilePage(stranger, { overlay: true }), `/in/${stranger.slug}/overlay/photo/`);
      await overviewWhen(setting, ({ items }) => items[0]?.photo?.side === 800, 'the largest rendition');
      await rightClick(setting, shown);
      await waitFor(() => stage.newTabs.some((url) => url.startsWith('https://www.tineye.com/search?url=')), {
        what: 'the search',
        lastSeen: () => stage.newTabs,
      });
      const [search] = stage.newTabs.filter((url) => url.includes('tineye'));
      const sought = new URL(search).searchParams.get('url') ?? '';
      assert.ok(
        sought.includes(`/${asset}/`) && sought.includes('_800_800/') && shown.includes('_100_100/'),
        `${shown} → ${sought}`,
      );
      // The tab appears before its request is made.
      await waitFor(() => server.violations.length > 0, { what: 'the search to be asked for' });
      assert.deepEqual(
        server.violations.map(({ host }) => host),
        ['www.tineye.com'],
      );
      const popup = await stage.popup();
      await waitFor(
        async () =>
          /What did you find\?/.test(
            await popup.$eval('.detail', (detail) => /** @type {HTMLElement} */ (detail).innerText),
          ),
        { what: 'the question', lastSeen: () => popup.$eval('body', (body) => body.innerText) },
      );
      await popup.close();
      // Nothing but LinkedIn's photos, whatever the menu is told.
      stage.newTabs.length = 0;
      await rightClick(setting, 'https://evil.test/dms/image/v2/C4E03Ax/profile-displayphoto-shrink_100_100/0/1');
      await rightClick(setting, shown);
      await waitFor(() => stage.newTabs.length > 0, { what: 'the second search' });
      assert.ok(
        stage.newTabs.every((url) => !url.includes('evil')),
        stage.newTabs.join(),
      );
    });

    test('right to left: the badge stands in its card, the panel in the window', async () => {
      await setting.forget();
      const { stage } = setting;
      const people = await cast(setting);
      const page = await setting.open(pages.march2026(Object.values(people)).replace('dir="ltr"', 'dir="rtl"'));
      assert.equal(await page.evaluate(() => getComputedStyle(document.body).direction), 'rtl');
      const badges = await expectBadges(stage, page, verdictsOf(people));
      for (const [slug, { box, visible }] of badges) {
        const card = await page.$eval(`main [role=listitem]:has(a[href*="${slug}"])`, (item) => {
          const { left, right, top, bottom } = item.getBoundingClientRect();
          return { left, right, top, bottom };
        });
        assert.ok(
          visible &&
            box.x >= card.left - 1 &&
            box.x + box.width <= card.right + 1 &&
            box.y >= card.top - 1 &&
            box.y + box.height <= card.bottom + 1,
          `${slug}: ${JSON.stringify([box, card])}`,
        );
      }
      for (const width of [1280, 360]) {
        await page.setViewport({ width, height: 800 });
        await stage.click(page, { profile: people.thief.slug, css: 'button.pill' });
        await stage.badgesWhen(page, (all) => all.some(({ panel }) => panel?.includes('Olga Brandt')), 'the panel');
        const boxes = () => inClosedRoots(kind, page, panelBox, null);
        await waitFor(
          async () => {
            const [at, ...more] = await boxes();
            return more.length === 0 && at.left >= 0 && at.top >= 0 && at.right <= at.width && at.bottom <= at.height;
          },
          { what: `the panel within ${width} pixels`, lastSeen: boxes },
        );
        await page.keyboard.press('Escape');
        await stage.badgesWhen(page, (all) => all.every(({ panel }) => panel === null), 'the panel to shut');
      }
    });

    test('reduced motion: nothing moves; else the panel rises', async () => {
      await setting.forget();
      const { stage } = setting;
      const { safe } = await cast(setting);
      const page = await setting.open(pages.march2026([safe]));
      await expectBadges(stage, page, { [safe.slug]: /^Accept-safe/ });
      /** @param {boolean} reduce */
      const prefer = async (reduce) => {
        if (kind === 'chromium')
          await page.emulateMediaFeatures([
            { name: 'prefers-reduced-motion', value: reduce ? 'reduce' : 'no-preference' },
          ]);
        else await stage.driver.chrome?.(`Services.prefs.setIntPref('ui.prefersReducedMotion', ${reduce ? 1 : 0})`);
        await waitFor(
          () => page.evaluate((wanted) => matchMedia('(prefers-reduced-motion: reduce)').matches === wanted, reduce),
          { what: `reduced motion: ${reduce}` },
        );
      };
      for (const reduce of [false, true]) {
        await prefer(reduce);
        await stage.click(page, { profile: safe.slug, css: 'button.pill' });
        await stage.badgesWhen(page, ([one]) => one.panel, 'the panel');
        const [{ moves }] = await inClosedRoots(kind, page, panelBox, null);
        assert.equal(moves, reduce ? 'none' : 'rise');
        await page.keyboard.press('Escape');
        await stage.badgesWhen(page, ([one]) => one.panel === null, 'the panel to shut');
      }
      await prefer(false);
    });

    test('photos not allowed: unchecked with the reason; allowed again from the popup, they are read', async () => {
      await setting.forget();
      const { stage, server } = setting;
      if (kind === 'chromium') {
        await assert.rejects(
          setting.own.evaluate(() => chrome.permissions.remove({ origins: ['https://media.licdn.com/*'] })),
          /required permissions/,
        );
        await allowInChromium(setting, false);
      } else {
        assert.equal(
          await setting.own.evaluate(() => chrome.permissions.remove({ origins: ['https://media.licdn.com/*'] })),
          true,
        );
      }
      await waitFor(async () => !(await photosAllowed(setting)), { what: 'the permission to be gone' });
      const people = await cast(setting);
      const page = await setting.open(pages.march2026(Object.values(people)));
      const badges = await stage.badgesWhen(
        page,
        (all) => all.length === 5 && all.every(({ name }) => /^Unchecked/.test(name)),
        'five unchecked',
      );
      for (const badge of badges)
        assert.match(
          bare(badge.name),
          slugOf(badge) === people.faceless.slug ? /· no photo\./ : /· no permission for photos\./,
        );
      assert.deepEqual(server.fetches(), []);
      const popup = await stage.popup();
      await popup.waitForSelector('[data-place=permission]');
      assert.match(await popup.$eval('main', (main) => main.innerText), /Photos cannot be compared[\s\S]*Allow photos/);
      await popup.bringToFront();
      // Chromium then asks in a dialog of its own, which the driver cannot answer.
      if (kind === 'chromium') await allowInChromium(setting, true);
      else await popup.click('[data-place=permission]');
      await waitFor(() => photosAllowed(setting), { what: 'the permission' });
      await popup.bringToFront();
      await waitFor(async () => (await popup.$('[data-place=permission]')) === null, {
        what: 'the popup to ask no more',
      });
      await popup.close();
      await page.bringToFront();
      // The badges too, without the page being reloaded.
      await expectBadges(stage, page, verdictsOf(people));
    });

    test('the popup opens the same list beside the page', async () => {
      const popup = await setting.stage.popup();
      await popup.bringToFront();
      await popup.waitForSelector('[data-place=open-beside]');
      await popup.evaluate(() => {
        window.close = () => document.body.setAttribute('data-closed', '');
      });
      await popup.click('[data-place=open-beside]');
      await popup.waitForSelector('[data-closed]');
      const beside = () =>
        setting.own.evaluate(async () =>
          (await chrome.runtime.getContexts({ contextTypes: [/** @type {any} */ ('SIDE_PANEL')] })).map((context) =>
            context.documentUrl?.replace(/^.*\/\/[^/]+/, ''),
          ),
        );
      await waitFor(async () => (await beside()).length === 1, { what: 'the list beside the page', lastSeen: beside });
      assert.deepEqual(await beside(), ['/page/page.html?sidebar']);
    });
  });
}
