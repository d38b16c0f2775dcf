// Every generation of LinkedIn's pages, with and without its classes: the right badges, and none where none belongs.

import { test } from 'node:test';
import { RECEIVED, assert, cast, expectBadges, pages, pictures, verdictsOf, within } from './setting.mjs';

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
          for (const { photo } of [...others, ...suggested]) if (photo) setting.photos.set(photo.asset, await pictures.portrait(photo.asset.slice(0, 12)));
          const html = draw([thief, others[0], safe, stranger, faceless, owner, others[1]], { classless, duplicates: true, suggested, batch: 10 });
          if (classless) assert.doesNotMatch(html, /<[^>]* class=/);
          const page = await setting.open(html, path);
          const safely = marks ? undefined : /^Accept-safe · 12 mutual connections\. Reasons for the invitation from Ines Quendt$/;
          const badges = await expectBadges(setting.stage, page, verdictsOf(people, safely));
          for (const [slug, badge] of badges) assert.ok(badge.visible && badge.host === '<span></span>', `${slug}: ${badge.host}`);
          assert.deepEqual(setting.stage.console(page).filter(({ from, type }) => /extension:/.test(from) || type === 'exception'), []);
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
      await expectBadges(setting.stage, page, { [stranger.slug]: /^Unchecked · too little known/ });
    });

    test('no badge on sent invitations, search results, profiles, connections', async () => {
      await setting.forget();
      const people = await cast(setting);
      const list = Object.values(people);
      const elsewhere = [
        await setting.open(pages.sent(list), '/mynetwork/invitation-manager/sent/'),
        await setting.open(pages.search(list), '/search/results/people/'),
        await setting.open(pages.profilePage(people.stranger, { beside: list }), `/in/${people.stranger.slug}/`),
        await setting.open(pages.connections(list), '/mynetwork/invite-connect/connections/'),
      ];
      // A page that came later has its badges, and each of these was drawn on once more and left time to settle.
      const page = await setting.open(pages.march2026(list));
      await expectBadges(setting.stage, page, verdictsOf(people));
      for (const other of elsewhere) {
        await other.bringToFront();
        await other.evaluate(() => document.querySelector('main')?.append(document.createElement('hr')));
        await other.evaluate(() => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 150))); }));
      }
      for (const other of elsewhere) assert.deepEqual(await setting.stage.badges(other), [], other.url());
      assert.equal((await setting.overview()).items.length, list.length);
    });
  });
}

within('firefox', (setting) => {
  test('speaks German on German pages to who reads German', async () => {
    const people = await cast(setting, { german: true });
    const page = await setting.open(pages.german(Object.values(people)));
    const badges = await setting.stage.badgesWhen(page, (all) => all.length === 5 && all.some(({ name }) => /Theo Falkner$|Olga Brandt/.test(name)), 'five badges');
    assert.ok(badges.every(({ name }) => !/Accept|Suspicious|Likely|Unchecked|Reasons/.test(name)), JSON.stringify(badges.map(({ name }) => name)));
  });
}, { lang: 'de' });
