// What axe finds on the extension's own pages: nothing serious, in light and dark.

import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { assert, cast, expectBadges, pages, verdictsOf, within } from './setting.mjs';

const axe = await readFile('node_modules/axe-core/axe.min.js', 'utf8');

// Chromium only: axe sees the same document in both, and Firefox's pages of extensions cannot be given it.
within('chromium', (setting) => {
  for (const scheme of /** @type {const} */ (['light', 'dark'])) {
    test(`popup, options and welcome page, ${scheme}`, async () => {
      await setting.forget();
      const { stage } = setting;
      const people = await cast(setting);
      await expectBadges(stage, await setting.open(pages.march2026(Object.values(people))), verdictsOf(people));
      /** @type {Record<string, { open: () => Promise<import('puppeteer-core').Page>, ready: string, then?: string[] }>} */
      const own = {
        popup: { open: () => stage.popup(), ready: '.item.likely-fake canvas', then: ['.item.accept-safe [data-place=disclose-check]', '.item.suspicious [data-place=disclose-reasons]'] },
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
