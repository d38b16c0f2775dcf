// Every generation of LinkedIn's pages, with and without its classes: the right badges, and no others.

import { test } from 'node:test';
import { RECEIVED, assert, cast, expectBadges, pages, pictures, verdictsOf, waitFor, within } from './setting.mjs';

/** @typedef {import('./setting.mjs').Person} Person */
/** @typedef {(people: Person[], options: any) => string} Draw */

const GROW = '/mynetwork/grow/';

/** @type {Array<{ name: string, draw: Draw, path?: string, german?: boolean, marks?: boolean }>} */
const GENERATIONS = [
  { name: 'ember', draw: pages.ember, marks: false },
  { name: 'sdui2025', draw: pages.sdui2025 },
  { name: 'march2026', draw: pages.march2026 },
  { name: 'august2026', draw: pages.august2026 },
  { name: 'german', draw: pages.german, german: true },
  { name: 'preview', draw: pages.preview, path: GROW },
];

/** A company, a school, an event: invitations, but not of a person to be connected with. @param {string} at */
const otherKinds = (at) => [
  pages.person({ name: 'Renske Ohm', slug: `renske-${at}`, kind: 'company', entity: 'Norrsken Ferries' }),
  pages.person({ name: 'Yusra Lind', slug: `yusra-${at}`, kind: 'events', entity: 'Pump Days' }),
];

for (const kind of /** @type {const} */ (['chromium', 'firefox'])) {
  within(kind, (setting) => {
    for (const { name, draw, path = RECEIVED, german = false, marks = true } of GENERATIONS) {
      for (const classless of [false, true]) {
        test(`${name}${classless ? ', without classes' : ''}: the right badges, one a card`, async () => {
          await setting.forget();
          const people = await cast(setting, { german });
          const { owner, thief, safe, stranger, faceless } = people;
          const others = otherKinds(safe.slug);
          const suggested = [pages.person({ name: 'Devika Suhr', slug: `devika-${safe.slug}` })];
          for (const { photo } of [...others, ...suggested])
            if (photo) setting.photos.set(photo.asset, await pictures.portrait(photo.asset.slice(0, 12)));
          const html = draw([thief, others[0], safe, stranger, faceless, owner, others[1]], {
            classless,
            duplicates: true,
            suggested,
            batch: 10,
          });
          if (classless) assert.doesNotMatch(html, /<[^>]* class=/);
          const page = await setting.open(html, path);
          // As if scrolled through: a photo that the page has not asked for is not fetched.
          await page.evaluate(() => {
            for (const image of /** @type {NodeListOf<HTMLImageElement>} */ (
              document.querySelectorAll('img[data-delayed-url]')
            )) {
              image.loading = 'eager';
              image.src = image.dataset.delayedUrl ?? '';
            }
          });
          const safely = marks
            ? undefined
            : /^Accept-safe · 12 mutual connections, photo since Jan 2022\. Reasons for the invitation from Ines Quendt$/;
          const badges = await expectBadges(setting.stage, page, verdictsOf(people, safely));
          for (const [slug, badge] of badges)
            assert.ok(badge.visible && badge.host === '<span></span>', `${slug}: ${badge.host}`);
          assert.deepEqual(
            setting.stage.console(page).filter(({ from, type }) => /extension:/.test(from) || type === 'exception'),
            [],
          );
        });
      }
    }

    test('the second bucket of August 2026 is badged when it is shown', async () => {
      await setting.forget();
      const { safe, stranger } = await cast(setting);
      const page = await setting.open(pages.august2026([safe], { other: [stranger] }));
      await expectBadges(setting.stage, page, { [safe.slug]: /^Accept-safe/ });
      await page.click('main [aria-expanded][role=button]');
      await page.click('main [role=menu] [role=menuitem]:last-child');
      await expectBadges(setting.stage, page, { [stranger.slug]: /^Unchecked · check the photo/ });
    });

    test('no badge on sent invitations, search results, profiles, connections', async () => {
      await setting.forget();
      const { stage } = setting;
      const people = await cast(setting);
      const list = Object.values(people);
      // In the same document, afterwards, an invitation that does get its badge.
      const known = pages.person({ name: 'Nora Kvist', slug: `nora-${people.safe.slug}`, photo: null });
      const routes = { [RECEIVED]: pages.march2026Main([known]) };
      for (const [path, html] of [
        ['/mynetwork/invitation-manager/sent/', pages.sent(list, { routes })],
        ['/search/results/people/', pages.search(list, { routes })],
        [`/in/${people.stranger.slug}/`, pages.profilePage(people.stranger, { beside: list, routes })],
        ['/mynetwork/invite-connect/connections/', pages.connections(list, { routes })],
      ]) {
        const page = await setting.open(html, path);
        await waitFor(() => page.evaluate(() => document.readyState === 'complete'), { what: `${path} to be loaded` });
        // Counts the plain spans that are inserted, so that a badge removed again is found too. A timer of the page,
        // longer than that of the extension and set after it, runs after it: the page was read by then.
        await page.evaluate(
          () =>
            new Promise((looked) => {
              let put = 0;
              new MutationObserver((records) => {
                for (const { addedNodes } of records)
                  for (const node of addedNodes)
                    if (node instanceof HTMLSpanElement && !node.firstChild && node.attributes.length === 0) put += 1;
              }).observe(document, { subtree: true, childList: true });
              Object.assign(window, { put: () => put });
              document.querySelector('main')?.append(document.createElement('hr'));
              setTimeout(looked, 100);
            }),
        );
        await page.evaluate((to) => /** @type {any} */ (window).standIn.navigate(to), RECEIVED);
        await expectBadges(stage, page, { [known.slug]: /^Unchecked · no photo/ });
        assert.equal(
          await page.evaluate(() => Number(/** @type {any} */ (window).put())),
          1,
          `${path}: one badge, that of the invitation`,
        );
        // Earlier questions of the extension were answered before that one.
        assert.deepEqual(
          (await setting.overview()).items.map(({ name }) => name),
          [known.name],
          path,
        );
        await page.close();
      }
    });
  });
}

within(
  'firefox',
  (setting) => {
    test('speaks German on German pages in a German browser', async () => {
      const people = await cast(setting, { german: true });
      const page = await setting.open(pages.german(Object.values(people)));
      const badges = await setting.stage.badgesWhen(
        page,
        (all) => all.length === 5 && all.some(({ name }) => /Theo Falkner$|Olga Brandt/.test(name)),
        'five badges',
      );
      assert.ok(
        badges.every(({ name }) => !/Accept|Suspicious|Likely|Unchecked|Reasons/.test(name)),
        JSON.stringify(badges.map(({ name }) => name)),
      );
    });
  },
  { lang: 'de' },
);
