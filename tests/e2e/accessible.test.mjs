// What axe finds on the extension's own pages: nothing serious, in light and dark.

import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { assert, cast, expectBadges, openIn, overviewWhen, pages, verdictsOf, within } from './setting.mjs';

const axe = await readFile('node_modules/axe-core/axe.min.js', 'utf8');

/**
 * Texts that do not fit at the widths of a popup, of a narrow one, and of one at 200 %: what reaches out of the window, and
 * words that lie over other words. Lines that end in an ellipsis by design stand in full where they are opened.
 * @param {import('puppeteer-core').Page} page
 */
async function cutTexts(page) {
  const before = page.viewport();
  /** @type {string[]} */
  const found = [];
  for (const width of [400, 320]) {
    await page.setViewport({ width, height: 600 });
    found.push(...await page.evaluate((wide) => {
      const seen = [...document.querySelectorAll('p, h1, h2, h3, button, a, dt, dd, label, span.line, figcaption span, input, select')].filter((one) => one.checkVisibility() && !one.closest('.unseen, [hidden], .statistics'));
      const texts = seen.filter((one) => one.getClientRects().length > 0 && (one.textContent ?? '').trim() !== '');
      const out = texts.filter((one) => {
        const box = one.getBoundingClientRect();
        return box.right > innerWidth + 1 || box.left < -1;
      });
      const cut = texts.filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflow !== 'visible' && !one.matches('.line, select, input, .place'));
      const buttons = texts.filter((one) => one.matches('button, a.button'));
      const over = buttons.flatMap((one, at) => buttons.slice(at + 1).filter((other) => {
        const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
        return !one.contains(other) && !other.contains(one) && one.closest('.menu') === other.closest('.menu') && one.closest('dialog') === other.closest('dialog') && a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1 && one.closest('.foot, .bar, main, header, .body, .tools') === other.closest('.foot, .bar, main, header, .body, .tools');
      }));
      return [...out, ...cut, ...over].map((one) => `${wide}: ${one.className} ${(one.textContent ?? '').slice(0, 60)}`);
    }, width));
  }
  if (before) await page.setViewport(before);
  return found;
}

// Chromium only: axe sees the same document in both, and Firefox's pages of extensions cannot be given it.
within('chromium', (setting) => {
  for (const scheme of /** @type {const} */ (['light', 'dark'])) {
    test(`popup, full page, options and welcome page, ${scheme}`, async () => {
      await setting.forget();
      const { stage } = setting;
      const people = await cast(setting);
      // Somebody accepted, whose photo turns out to be on another profile; the question about people passed by is open.
      const accepted = { ...people.owner, name: 'Udo Accepted', slug: `udo-${people.owner.slug}`, urn: '7300000000000000002', photo: { asset: `C4E03Audo-${people.owner.slug}`, setAt: Date.now() } };
      setting.photos.set(accepted.photo.asset, /** @type {any} */ (setting.photos.get(people.owner.photo?.asset ?? '')));
      const before = await setting.open(pages.march2026([accepted]), '/mynetwork/invitation-manager/received/before/');
      await stage.badgesWhen(before, (all) => all.length === 1, 'one badge');
      await before.bringToFront();
      await before.click(`[aria-label="Accept ${accepted.name}’s invitation"]`);
      await overviewWhen(setting, ({ items }) => items.length === 0, 'the accepted one to leave');
      await expectBadges(stage, await setting.open(pages.march2026(Object.values(people))), { ...verdictsOf(people), [people.owner.slug]: /^Suspicious/, [people.thief.slug]: /^Likely fake/ });
      await setting.ask('overrule', { key: (await setting.overview()).items.find(({ name }) => name === people.stranger.name)?.key, says: 'known' });
      /** @type {Record<string, { open: () => Promise<import('puppeteer-core').Page>, ready: string, prepare?: (page: import('puppeteer-core').Page) => Promise<unknown> }>} */
      const own = {
        'the list': { open: () => stage.popup(), ready: '.item.likely-fake', prepare: (page) => page.click('[data-place=switches]') },
        'who is accepted': { open: () => stage.popup(), ready: '.item.likely-fake', prepare: (page) => openIn(page, accepted) },
        'who is fake': { open: () => stage.popup(), ready: '.item.likely-fake', prepare: async (page) => {
          await openIn(page, people.thief);
          await page.waitForSelector('.pair canvas:not(.empty)');
        } },
        'who is safe': { open: () => stage.popup(), ready: '.item.accept-safe', prepare: (page) => openIn(page, people.safe) },
        'who has no photo': { open: () => stage.popup(), ready: '.item', prepare: (page) => openIn(page, people.faceless) },
        'the full page': { open: () => stage.extensionPage('page/page.html', { width: 1280, height: 800 }), ready: '.detail:not([hidden])' },
        'the help': { open: () => stage.extensionPage('page/page.html', { width: 1280, height: 800 }), ready: '.detail:not([hidden])', prepare: (page) => page.click('[data-place=help]') },
        options: { open: () => stage.optionsPage(), ready: '.people li' },
        welcome: { open: () => stage.extensionPage('options/welcome.html'), ready: '.steps' },
      };
      for (const [name, { open, ready, prepare }] of Object.entries(own)) {
        const page = await open();
        await stage.setScheme(page, scheme);
        await page.waitForSelector(ready);
        await prepare?.(page);
        assert.deepEqual(await cutTexts(page), [], `${name}: text that is cut or lies over other text`);
        await page.evaluate(axe);
        const found = await page.evaluate(async () => {
          const { violations, passes } = await /** @type {any} */ (window).axe.run();
          return {
            passes: passes.length,
            violations: violations.map((/** @type {any} */ { id, impact, nodes }) => ({ id, impact, where: nodes.map((/** @type {any} */ node) => `${node.target.join(' ')}: ${node.failureSummary}`) })),
          };
        });
        assert.ok(found.passes > 5, `axe looked at ${name}`);
        assert.deepEqual(found.violations.filter((/** @type {any} */ { impact }) => impact === 'serious' || impact === 'critical'), [], `${name}, ${scheme}`);
        await page.close();
      }
    });
  }
});
