// The set-up of every end-to-end test: a server, a browser with the built extension, and inviters.

import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import * as pages from '../pages/index.mjs';
import { askBackground, overview } from '../demo/answers.mjs';
import { launch } from '../stage/browsers.mjs';
import { inClosedRoots } from '../stage/closed-roots.mjs';
import * as pictures from '../stage/pictures.mjs';
import { startServer } from '../stage/server.mjs';
import { waitFor } from '../stage/waiting.mjs';
import { DEFAULTS } from '../../extension/settings.js';

/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {import('../stage/browsers.mjs').Stage} Stage */
/** @typedef {import('../stage/in-page.mjs').Badge} Badge */
/** @typedef {import('../stage/photos.mjs').Photo} Photo */
/** @typedef {import('../pages/people.mjs').Person} Person */
/** @typedef {'chromium' | 'firefox'} Kind */

export const RECEIVED = '/mynetwork/invitation-manager/received/';
export const EXTENSION = 'dist/vouchsafe';

/** When photos were set: the owner's long before the thief's. */
export const LONG_AGO = Date.UTC(2019, 4, 6);
export const LATELY = Date.UTC(2025, 8, 1);

/**
 * One browser with the extension for all tests of a file. Each test brings its own people and pages.
 * @typedef {object} Setting
 * @property {Kind} kind
 * @property {import('../stage/server.mjs').Server} server
 * @property {Stage} stage
 * @property {Page} own A page of the extension, to ask the background from.
 * @property {Map<string, string | import('../stage/server.mjs').Page>} site Pages by path.
 * @property {Map<string, Photo>} photos By asset, `<asset>/<size>` or path.
 * @property {(html: string, path?: string) => Promise<Page>} open Shows a page; without a path, as received invitations.
 * @property {(name: string, fields?: object) => Promise<any>} ask
 * @property {() => Promise<import('../../extension/requests').OverviewAnswer>} overview
 * @property {(more?: Partial<import('../../extension/requests').Settings>) => Promise<void>} set Saves the settings: the usual ones but for these.
 * @property {() => Promise<void>} forget Closes the pages that were opened, and forgets everyone.
 * @property {(stage: Stage) => Promise<void>} take Goes on with a browser that was started again.
 */

/**
 * @param {Kind} kind @param {(setting: Setting) => void} tests
 * @param {Partial<import('../stage/browsers.mjs').LaunchOptions> & { timeout?: number }} [options]
 */
export function within(kind, tests, { timeout = 240_000, ...options } = {}) {
  describe(kind, { timeout }, () => {
    /** @type {Page[]} */
    let opened = [];
    /** @type {Map<string, Photo>} */
    const photos = new Map();
    const site = new Map();
    const setting = /** @type {Setting} */ ({
      kind,
      photos,
      site,
      open: async (html, path = RECEIVED) => {
        site.set(path, html);
        const page = await setting.stage.newPage(path);
        opened.push(page);
        return page;
      },
      ask: (name, fields) => askBackground(setting.own, name, fields),
      overview: () => overview(setting.own),
      set: async (more = {}) => {
        const saved = await setting.own.evaluate(() => chrome.storage.local.get('settings'));
        const now = { ...DEFAULTS, .../** @type {any} */ (saved.settings) };
        for (const [name, value] of Object.entries({ ...DEFAULTS, badges: true, ...more }))
          if (!isDeepStrictEqual(now[/** @type {keyof typeof DEFAULTS} */ (name)], value))
            await askBackground(setting.own, 'change-setting', { setting: name, value });
      },
      forget: async () => {
        for (const page of opened) await page.close().catch(() => {});
        opened = [];
        await setting.ask('forget-all');
        setting.server.forget();
        setting.stage.newTabs.length = 0;
      },
      take: async (stage) => {
        setting.stage = stage;
        opened = [];
        setting.own = await stage.optionsPage();
        // The choice of the welcome page.
        await askBackground(setting.own, 'change-setting', { setting: 'badges', value: true });
      },
    });
    before(async () => {
      setting.server = await startServer({ pages: site, photos });
      await setting.take(await launch(kind, { extensionDir: EXTENSION, server: setting.server, ...options }));
    });
    after(async () => {
      await setting.stage?.close();
      await setting.server?.close();
    });
    tests(setting);
  });
}

/** Without the marks that keep a name's writing direction from the sentence around it. @param {string} text */
export const bare = (text) => text.replace(/[\u2066-\u2069]/g, '');

/** The profile that a badge is about. @param {{ profile: string }} badge */
export const slugOf = ({ profile }) => profile.split('/')[2] ?? '';

/**
 * Waits until exactly these people have a badge, each says what it should, and answers them by slug.
 * @param {Stage} stage @param {Page} page @param {Record<string, RegExp>} wanted by slug @param {number} [timeout]
 * @returns {Promise<Map<string, Badge>>}
 */
export async function expectBadges(stage, page, wanted, timeout) {
  const slugs = Object.keys(wanted).sort();
  const badges = await stage.badgesWhen(
    page,
    (all) => all.length === slugs.length && all.every((badge) => wanted[slugOf(badge)]?.test(bare(badge.name))),
    `badges ${slugs.map((slug) => `${slug}: ${wanted[slug]}`).join(', ')}`,
    timeout,
  );
  assert.deepEqual(badges.map(slugOf).sort(), slugs, 'one badge each');
  return new Map(badges.map((badge) => [slugOf(badge), badge]));
}

/**
 * Opens one invitation in the popup or on the full page.
 * @param {Page} own @param {{ name: string }} who @returns {Promise<void>}
 */
export async function openIn(own, { name }) {
  // In the popup an open invitation covers the list.
  await own.$$eval('.detail [data-place=back]', (buttons) => {
    for (const button of buttons) if (button.checkVisibility()) /** @type {HTMLElement} */ (button).click();
  });
  await waitFor(
    () =>
      own.$$eval(
        '.item',
        (rows, wanted) => {
          const row = rows.find((one) => one.querySelector('.name')?.textContent?.includes(wanted));
          if (row instanceof HTMLElement) row.click();
          return Boolean(row);
        },
        name,
      ),
    { what: `${name} in the list`, lastSeen: () => own.$eval('body', (body) => body.innerText) },
  );
  await waitFor(
    async () =>
      bare(await own.$eval('.detail', (detail) => /** @type {HTMLElement} */ (detail).innerText)).includes(name),
    { what: `${name} in full` },
  );
}

let casts = 0;

/**
 * The usual people: a photo's owner and its thief, one who is safe, one of whom too little is known, one without
 * a photo. Slugs and assets are new each time, pictures are not: a test that needs others forgets everyone first.
 * @param {Setting} setting @param {{ german?: boolean, size?: number }} [options]
 */
export async function cast({ photos }, { german = false } = {}) {
  const at = `c${(casts += 1)}`;
  const own = await pictures.portrait('owner');
  const stolen = await pictures.rendition(await pictures.mirror(own), { size: 300, quality: 60 });
  const named = (/** @type {string} */ name, /** @type {Partial<Person>} */ more) => {
    const slug = `${name.toLowerCase().replace(' ', '-')}-${at}`;
    return pages.person({ name, slug, photo: { asset: `C4E03A${slug}` }, ...more });
  };
  const people = {
    owner: named('Olga Brandt', { photo: { asset: `C4E03Aolga-${at}`, setAt: LONG_AGO } }),
    thief: named('Theo Falkner', { photo: { asset: `D4D03Atheo-${at}`, setAt: LATELY, size: 200 } }),
    safe: named('Ines Quendt', {
      verified: true,
      context: german
        ? 'Sam Beispiel und 11 weitere gemeinsame Kontakte'
        : 'Sam Mutual and 11 other mutual connections',
    }),
    stranger: named('Jarek Mohn', {}),
    faceless: named('Piet Zander', { photo: null }),
  };
  const asset = (/** @type {Person} */ one) => one.photo?.asset ?? '';
  photos.set(asset(people.owner), pictures.upload(own));
  photos.set(asset(people.thief), {
    body: pictures.upload(stolen, { format: 'webp', quality: 70 }),
    type: 'image/webp',
  });
  photos.set(asset(people.safe), pictures.upload(await pictures.portrait('safe')));
  photos.set(asset(people.stranger), pictures.upload(await pictures.portrait('other')));
  return people;
}

/** The expected texts of the usual people's badges. @param {Awaited<ReturnType<typeof cast>>} people @param {RegExp} [saying] what the safe one’s says */
export const verdictsOf = (
  { owner, thief, safe, stranger, faceless },
  saying = /^Accept-safe · verified, 12 mutual connections\. Reasons for the invitation from Ines Quendt$/,
) => ({
  [owner.slug]: /^Suspicious · had the photo first, photo also used by Theo Falkner\./,
  [thief.slug]: /^Likely fake · photo also used by Olga Brandt\. Reasons for the invitation from Theo Falkner$/,
  [safe.slug]: saying,
  [stranger.slug]: /^Unchecked · check the photo\./,
  [faceless.slug]: /^Unchecked · no photo\./,
});

/** The expected texts of the usual people's sealed badges. @param {Awaited<ReturnType<typeof cast>>} people */
export const sealedBadgesOf = ({ owner, thief, safe, stranger, faceless }) => ({
  [owner.slug]: /^Suspicious · had the photo first, photo also used by Theo Falkner$/,
  [thief.slug]: /^Likely fake · photo also used by Olga Brandt$/,
  [safe.slug]: /^Accept-safe · verified, 12 mutual connections$/,
  [stranger.slug]: /^Unchecked · check the photo$/,
  [faceless.slug]: /^Unchecked · no photo$/,
});

/**
 * Forgets everybody, shows the usual people's invitations, and waits until each badge says what it should.
 * @param {Setting} setting
 */
export async function usualInvitations(setting) {
  await setting.forget();
  const people = await cast(setting);
  const page = await setting.open(pages.march2026(Object.values(people)));
  await expectBadges(setting.stage, page, verdictsOf(people));
  return { people, page };
}

/**
 * A real press on a control that the page has covered with an element that lets clicks through; waits until it was
 * refused, and removes the cover again.
 * @param {Setting} setting @param {Page} page @param {string} css Inside a closed root.
 */
export async function pressCovered({ kind }, page, css) {
  const find = async () =>
    (
      await inClosedRoots(
        kind,
        page,
        (/** @type {string} */ sought, ...roots) =>
          JSON.stringify(
            roots
              .flatMap((root) => [...root.querySelectorAll(sought)])
              .map((control) => {
                control.scrollIntoView({ block: 'nearest' });
                const { left, top, width, height } = control.getBoundingClientRect();
                return { x: left + width / 2, y: top + height / 2, fresh: Boolean(control.closest('.fresh')) };
              }),
          ),
        css,
      )
    )[0];
  await page.bringToFront();
  const at = await waitFor(
    async () => {
      const now = await find();
      return now && !now.fresh ? now : null;
    },
    { what: `${css} to rest`, lastSeen: find },
  );
  const over = await page.evaluateHandle(() => {
    const cover = document.createElement('div');
    cover.popover = 'manual';
    cover.style.cssText = 'position:fixed;inset:0;width:100vw;height:100vh;pointer-events:none;background:#fff';
    document.body.append(cover);
    cover.showPopover();
    return cover;
  });
  await page.mouse.click(at.x, at.y);
  await waitFor(async () => (await find())?.fresh, { what: 'the press to be refused', lastSeen: find });
  await over.evaluate((cover) => cover.remove());
}

/**
 * Waits until the popup's list is as wanted.
 * @param {Setting} setting @param {(look: import('../../extension/requests').OverviewAnswer) => unknown} wanted @param {string} what
 * @param {number} [timeout] In milliseconds.
 * @returns {Promise<import('../../extension/requests').OverviewAnswer>}
 */
export const overviewWhen = (setting, wanted, what, timeout = 15_000) =>
  waitFor(
    async () => {
      const look = await setting.overview();
      return wanted(look) ? look : null;
    },
    {
      what,
      timeout,
      lastSeen: async () => {
        const { items, ...look } = await setting.overview();
        return { ...look, items: items.map(({ name, verdict, basis }) => ({ name, verdict, basis })) };
      },
    },
  );

/** Waits until a badge's panel says this. @param {Setting} setting @param {Page} page @param {string} slug @param {string | RegExp} text */
export async function panelSaying({ stage }, page, slug, text) {
  const badges = await stage.badgesWhen(
    page,
    (all) => all.some((badge) => slugOf(badge) === slug && badge.panel !== null && bare(badge.panel).search(text) >= 0),
    `“${text}” in the panel of ${slug}`,
  );
  const badge = /** @type {Badge} */ (badges.find((one) => slugOf(one) === slug));
  return { badge, text: bare(badge.panel ?? '') };
}

/** Waits until one of our pages says this. @param {Page} own @param {string | RegExp} text */
export const says = (own, text) =>
  waitFor(async () => bare(await own.$eval('body', (body) => body.innerText)).search(text) >= 0, {
    what: `“${text}” in ${own.url()}`,
    lastSeen: () => own.$eval('body', (body) => body.innerText),
  });

/** A person with a photo of their own. @param {Setting} setting @param {string} name @param {Partial<import('../pages/people.mjs').Person>} [more] */
export async function somebody({ photos }, name, more = {}) {
  const one = pages.person({ name, ...more });
  photos.set(one.photo?.asset ?? '', pictures.upload(await pictures.portrait(name)));
  return one;
}

export { pages, pictures, waitFor, assert };
