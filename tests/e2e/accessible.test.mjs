// What axe finds on the extension's own pages: nothing serious, in light and dark.

import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { assert, cast, expectBadges, overviewWhen, pages, verdictsOf, within } from './setting.mjs';

const axe = await readFile('node_modules/axe-core/axe.min.js', 'utf8');

// Chromium only: axe sees the same document in both, and Firefox's pages of extensions cannot be given it.
within('chromium', (setting) => {
  for (const scheme of /** @type {const} */ (['light', 'dark'])) {
    test(`popup, options and welcome page, ${scheme}`, async () => {
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
      /** @type {Record<string, { open: () => Promise<import('puppeteer-core').Page>, ready: string, then?: string[] }>} */
      const own = {
        popup: { open: () => stage.popup(), ready: '.item.likely-fake canvas', then: ['.notice details summary', '.accepted .item [data-place=disclose-check]', '.item.accept-safe:has([data-place=opinion-undo]) [data-place=disclose-reasons]', 'section:not(.accepted) > .item.suspicious [data-place=disclose-reasons]'] },
        options: { open: () => stage.optionsPage(), ready: '.held li' },
        welcome: { open: () => stage.extensionPage('options/welcome.html'), ready: 'fieldset' },
      };
      for (const [name, { open, ready, then = [] }] of Object.entries(own)) {
        const page = await open();
        await stage.setScheme(page, scheme);
        await page.waitForSelector(ready);
        for (const press of then) await page.click(press);
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
