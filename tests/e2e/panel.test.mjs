// The panel: what it shows, offers and copies, by mouse and by keyboard.

import { test } from 'node:test';
import { inClosedRoots } from '../stage/closed-roots.mjs';
import {
  RECEIVED,
  assert,
  bare,
  cast,
  expectBadges,
  overviewWhen,
  pages,
  panelSaying,
  usualInvitations,
  verdictsOf,
  waitFor,
  within,
} from './setting.mjs';
import { ENGINE_KEYS } from '../../extension/engines.js';

/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {import('./setting.mjs').Setting} Setting */

/**
 * The focused element in closed shadow roots, and whether the canvases are drawn, which is where colours differ.
 * @param {unknown} _ @param {...ShadowRoot} roots
 */
function lookInside(_, ...roots) {
  return JSON.stringify(
    roots
      .filter((root) => root.querySelector('button'))
      .map((root) => ({
        focused: root.activeElement
          ? `${root.activeElement.className} ${root.activeElement.getAttribute('aria-label') ?? root.activeElement.textContent}`
          : '',
        canvases: [...root.querySelectorAll('canvas')]
          .filter((canvas) => canvas.getClientRects().length > 0)
          .map((canvas) => {
            const { data } = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d')).getImageData(
              0,
              0,
              canvas.width,
              canvas.height,
            );
            return {
              label: canvas.getAttribute('aria-label'),
              side: canvas.width,
              colours: new Set(new Uint32Array(data.buffer)).size,
            };
          }),
        links: [...root.querySelectorAll('a')].map((link) => link.dataset.href),
      })),
  );
}

/** @param {Setting} setting @param {Page} page @returns {Promise<any[]>} */
const inside = ({ kind }, page) => inClosedRoots(kind, page, lookInside, null);

for (const kind of /** @type {const} */ (['chromium', 'firefox'])) {
  within(kind, (setting) => {
    test('the panel by keyboard: Enter opens it with focus in it, Escape closes it and returns the focus', async () => {
      const { stage } = setting;
      const { people, page } = await usualInvitations(setting);
      await stage.focus(page, { profile: people.thief.slug, css: 'button.pill' });
      for (const key of /** @type {const} */ (['Enter', ' '])) {
        await page.keyboard.press(key);
        const { badge } = await panelSaying(setting, page, people.thief.slug, 'Olga Brandt');
        assert.equal(badge.controls[0].expanded, 'true');
        assert.equal(
          (await inside(setting, page)).filter(({ focused }) => /^panel/.test(focused)).length,
          1,
          'the focus is in the panel',
        );
        await page.keyboard.press('Tab');
        assert.equal(
          (await inside(setting, page)).filter(({ focused }) => focused && !/^(pill|panel)/.test(focused)).length,
          1,
          'and moves on within it',
        );
        await page.keyboard.press('Escape');
        await stage.badgesWhen(page, (all) => all.every(({ panel }) => !panel), 'the panel to shut');
        await waitFor(
          async () => (await inside(setting, page)).filter(({ focused }) => /^pill/.test(focused)).length === 1,
          { what: 'the focus back on the badge', lastSeen: () => inside(setting, page) },
        );
      }
      await page.keyboard.press('Enter');
      await panelSaying(setting, page, people.thief.slug, 'Olga Brandt');
      await stage.focus(page, { profile: people.thief.slug, css: '.panel:popover-open a.name', nth: 0 });
      const isFresh = () =>
        inClosedRoots(
          kind,
          page,
          (_, ...roots) => JSON.stringify(roots.map((root) => Boolean(root.querySelector('.fresh')))),
          null,
        );
      await waitFor(async () => !(await isFresh()).includes(true), { what: 'the panel to rest' });
      await page.keyboard.press('Enter');
      await waitFor(() => stage.newTabs.some((url) => url.includes('/in/theo-falkner')), {
        what: 'the profile in a new tab',
        lastSeen: () => stage.newTabs,
      });
    });

    test('shows both photos side by side, the reasons, and how far the comparison reaches', async () => {
      const { stage } = setting;
      const { people, page } = await usualInvitations(setting);
      await stage.click(page, { profile: people.thief.slug, css: 'button.pill' });
      await panelSaying(setting, page, people.thief.slug, 'The same photo is on the profile of Olga Brandt');
      const { text } = await panelSaying(
        setting,
        page,
        people.thief.slug,
        /Compared with 3 photos remembered on this computer\. AI-generated faces are not detected\./,
      );
      assert.match(text, /Photo set (May 6, 2019|6 May 2019)/);
      await waitFor(
        async () => {
          const canvases = (await inside(setting, page)).flatMap((root) => root.canvases);
          return canvases.length === 2 && canvases.every(({ side, colours }) => side > 16 && colours > 50);
        },
        { what: 'two drawn copies', lastSeen: () => inside(setting, page) },
      );
      const labels = (await inside(setting, page)).flatMap((root) => root.canvases).map(({ label }) => bare(label));
      assert.deepEqual(labels, ['Photo on the profile of Theo Falkner', 'Photo on the profile of Olga Brandt']);
      await stage.click(page, { profile: people.thief.slug, name: 'Close' });
      await stage.click(page, { profile: people.owner.slug, css: 'button.pill' });
      const own = await panelSaying(setting, page, people.owner.slug, 'It may well be the person in the photo');
      assert.match(own.text, /since (May 6, 2019|6 May 2019)/);
      assert.doesNotMatch(own.text, /is a fake/i);
    });

    test('the photo check offers four engines with the largest rendition seen, and advice once it has expired', async () => {
      await setting.forget();
      // The user refused to have result pages read.
      await setting.set({ unread: ENGINE_KEYS });
      const { stage } = setting;
      const people = await cast(setting);
      const { stranger, safe } = people;
      const html = pages.march2026([stranger, safe]);
      const page = await setting.open(html);
      await expectBadges(stage, page, { [stranger.slug]: /check the photo/, [safe.slug]: /^Accept-safe/ });
      const photo = /** @type {import('../pages/people.mjs').Photo} */ (stranger.photo);
      const linksFor = (/** @type {number} */ size) => {
        const url = encodeURIComponent(pages.photoUrl(photo, size));
        return [
          `https://lens.google.com/uploadbyurl?url=${url}`,
          `https://www.tineye.com/search?url=${url}`,
          `https://www.bing.com/images/searchbyimage?cbir=ssbi&imgurl=${url}`,
          `https://yandex.com/images/search?rpt=imageview&url=${url}`,
        ];
      };
      await stage.click(page, { profile: stranger.slug, css: 'button.pill' });
      const links = async () =>
        (await panelSaying(setting, page, stranger.slug, 'Photo check')).badge.controls
          .map(({ href }) => href)
          .filter((href, at, all) => /^https:\/\/(?!www\.linkedin)/.test(href) && all.indexOf(href) === at);
      assert.deepEqual(await links(), linksFor(100));
      // Opening the profile's photo makes the 800-pixel rendition known; the open panel is updated.
      await setting.open(pages.profilePage(stranger, { overlay: true }), `/in/${stranger.slug}/overlay/photo/`);
      await overviewWhen(
        setting,
        ({ items }) => items.some(({ photo: known }) => known?.side === 800),
        'the largest rendition',
      );
      await page.bringToFront();
      await page.reload();
      await expectBadges(stage, page, { [stranger.slug]: /check the photo/, [safe.slug]: /^Accept-safe/ });
      await stage.click(page, { profile: stranger.slug, css: 'button.pill' });
      assert.deepEqual(await links(), linksFor(800));
      assert.equal(setting.server.violations.length, 0, 'nothing is asked for before the click');
      await stage.click(page, { profile: stranger.slug, name: /^Bing/ });
      await waitFor(() => stage.newTabs.includes(linksFor(800)[2]), {
        what: 'the search’s tab',
        lastSeen: () => stage.newTabs,
      });
      assert.equal(setting.server.violations.filter(({ headers }) => headers.referer).length, 0, 'without a referrer');

      const old = pages.person({
        name: 'Ada Ould',
        slug: `ada-${stranger.slug}`,
        photo: { asset: `C4E03Aold${stranger.slug}`, expires: 1_600_000_000 },
      });
      setting.photos.set(old.photo?.asset ?? '', /** @type {any} */ (setting.photos.get(photo.asset)));
      const later = await setting.open(pages.march2026([old]), `${RECEIVED}old/`);
      await stage.badgesWhen(later, (all) => all.length === 1, 'a badge');
      await stage.click(later, { profile: old.slug, css: 'button.pill' });
      const { badge } = await panelSaying(setting, later, old.slug, 'LinkedIn’s address for this photo has expired');
      assert.deepEqual(
        badge.controls.filter(({ href }) => /lens|tineye|bing|yandex/.test(href)),
        [],
      );
    });

    test('the report copies observations, opens the profile, and says what to do next', async () => {
      await setting.forget();
      const { stage } = setting;
      const people = await cast(setting);
      const { thief, owner } = people;
      for (const one of [thief, owner]) setting.site.set(`/in/${one.slug}/`, pages.profilePage(one));
      const page = await setting.open(pages.march2026(Object.values(people)));
      await expectBadges(stage, page, verdictsOf(people));
      await stage.click(page, { profile: thief.slug, css: 'button.pill' });
      await panelSaying(setting, page, thief.slug, 'Report to LinkedIn');
      await stage.click(page, { profile: thief.slug, name: /^Copy report text and open profile/ });
      await waitFor(() => stage.newTabs.some((url) => url.startsWith(`https://www.linkedin.com/in/${thief.slug}`)), {
        what: 'the profile’s tab',
        lastSeen: () => stage.newTabs,
      });
      const text = await stage.clipboard();
      assert.match(text, /I received a connection invitation from Theo Falkner\./);
      assert.ok(text.includes(`https://www.linkedin.com/in/${thief.slug}`));
      assert.match(
        text,
        /The same photo is on the profile of Olga Brandt: https:\/\/www\.linkedin\.com\/in\/olga-brandt/,
      );
      assert.match(text, /set there on (May 6, 2019|6 May 2019)/);
      assert.doesNotMatch(text, /fake|fraud|scam|thief|stolen/i, 'observations only');
      await page.bringToFront();
      await panelSaying(setting, page, thief.slug, 'The text is copied.');
      assert.equal(await page.$$eval('[aria-label^=Accept]', (all) => all.length), 5);
    });
  });
}
