// Which pictures of a page are read and fetched: those that it shows, and no others.

import { test } from 'node:test';
import { gate } from '../stage/waiting.mjs';
import { assert, cast, expectBadges, overviewWhen, pages, waitFor, within } from './setting.mjs';

/** @typedef {import('./setting.mjs').Person} Person */

const SPACER = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
const CHECK = /^Unchecked · check the photo\./;
const UNREAD = /^Unchecked · photo not fetched yet\./;
/** The page may show no picture at all. */
const BLOCKED = `<head><meta http-equiv="Content-Security-Policy" content="img-src 'none'">`;

/** @param {Person} one */
const source = (one) => pages.photoUrl(/** @type {any} */ (one.photo)).replaceAll('&', '&amp;');
/** A page with one invitation, whose picture is drawn otherwise. @param {Person} one @param {(image: string) => string} draw */
const drawn = (one, draw) => pages.march2026([one]).replace(/<img [^>]*>/g, draw);
/** @param {Person} one */
const inBackground = (one) =>
  `<div role="img" aria-label="${one.name}" style="width:72px;height:72px;background-image:url(${source(one)})"></div>`;
/** @param {Person} one */
const inDrawing = (one) =>
  `<svg width="72" height="72"><image href="${source(one)}" width="72" height="72"></image></svg>`;

for (const kind of /** @type {const} */ (['chromium', 'firefox'])) {
  within(kind, (setting) => {
    test('a hidden picture is neither read nor fetched, whatever hides it', async () => {
      await setting.forget();
      const { owner, stranger } = await cast(setting);
      for (const hidden of [
        `<img alt="" src="${source(owner)}" style="display:none">`,
        `<span style="display:none"><img alt="" src="${source(owner)}"></span>`,
        `<span style="visibility:hidden"><img alt="" src="${source(owner)}"></span>`,
        `<img alt="" src="${source(owner)}" style="opacity:0">`,
        `<span style="opacity:0"><img alt="" src="${source(owner)}"></span>`,
      ]) {
        const page = await setting.open(drawn(stranger, (image) => hidden + image));
        await waitFor(() => setting.server.shown(owner.photo?.asset).length > 0, { what: 'the page to load both' });
        await expectBadges(setting.stage, page, { [stranger.slug]: CHECK });
        const { items } = await setting.overview();
        assert.deepEqual(
          items.map(({ photo }) => photo?.id),
          [stranger.photo?.asset],
          hidden,
        );
        assert.deepEqual(setting.server.fetches(owner.photo?.asset), [], hidden);
      }
      const page = await setting.open(
        drawn(stranger, () => `<img alt="" src="${source(owner)}" style="display:none">`),
      );
      await expectBadges(setting.stage, page, { [stranger.slug]: /^Unchecked · no photo\./ });
      assert.deepEqual(setting.server.fetches(owner.photo?.asset), []);
    });

    test('a photo that fades in is read once it can be seen', async () => {
      await setting.forget();
      const { stranger, faceless } = await cast(setting);
      for (const what of ['main img', 'main [role=list]']) {
        const html = pages
          .march2026(what === 'main img' ? [faceless, stranger] : [stranger])
          .replace(
            '<head>',
            `<head><style>${what}{opacity:0}.in ${what.slice(5)}{opacity:1;transition:opacity .2s}</style>`,
          );
        setting.server.forget();
        const page = await setting.open(html);
        await waitFor(() => page.evaluate(() => document.images[0]?.complete), { what: 'the photo to be loaded' });
        const without = { [faceless.slug]: /no photo/ };
        // The card without a photo shows that the page was read.
        if (what === 'main img')
          await setting.stage.badgesWhen(page, (all) => all.some(({ name }) => /no photo/.test(name)), 'a badge');
        assert.deepEqual(setting.server.fetches(), [], what);
        await page.bringToFront();
        await page.$eval('main', (main) => main.classList.add('in'));
        await expectBadges(setting.stage, page, {
          ...(what === 'main img' ? without : {}),
          [stranger.slug]: CHECK,
        });
        await page.close();
        await setting.ask('forget-all');
      }
    });

    test('a spacer or a frame before the photo does not hide it', async () => {
      await setting.forget();
      const { stranger } = await cast(setting);
      for (const before of [SPACER, 'https://static.licdn.com/aero-v1/sc/h/frame']) {
        const page = await setting.open(drawn(stranger, (image) => `<img alt="" src="${before}" width="72">${image}`));
        await expectBadges(setting.stage, page, { [stranger.slug]: CHECK });
        await page.close();
        await setting.ask('forget-all');
      }
    });

    test('a photo drawn as a background or in a drawing is read', async () => {
      for (const draw of [inBackground, inDrawing]) {
        await setting.forget();
        const { stranger } = await cast(setting);
        const page = await setting.open(drawn(stranger, () => draw(stranger)));
        await expectBadges(setting.stage, page, { [stranger.slug]: CHECK });
      }
    });

    test('a picture that the page may not show is not fetched, on cards and profiles', async () => {
      /** @type {Array<(one: Person) => string>} */
      const draws = [inBackground, inDrawing, (one) => `<img alt="${one.name}" src="${source(one)}" width="72">`];
      for (const draw of draws) {
        await setting.forget();
        const { stranger } = await cast(setting);
        const html = drawn(stranger, () => draw(stranger)).replace('<head>', BLOCKED);
        const page = await setting.open(html);
        await expectBadges(setting.stage, page, { [stranger.slug]: UNREAD });
        assert.deepEqual(setting.server.fetches(), [], String(draw));
      }
      await setting.forget();
      const { stranger } = await cast(setting);
      await expectBadges(setting.stage, await setting.open(drawn(stranger, () => '')), { [stranger.slug]: /no photo/ });
      const profile = await setting.open(
        pages.profilePage(stranger).replace('<head>', BLOCKED),
        `/in/${stranger.slug}/`,
      );
      // The invitation is known, so its badge would come, and the photo would be fetched, with the same request.
      await waitFor(() => profile.evaluate(() => [...document.images].every((image) => image.complete)), {
        what: 'the profile',
      });
      await expectBadges(
        setting.stage,
        await setting.open(pages.march2026([stranger]).replace('<head>', BLOCKED), `${'/mynetwork/grow/'}`),
        { [stranger.slug]: UNREAD },
      );
      assert.deepEqual(setting.server.fetches(), []);
    });

    test('a photo on its way is read when it has come, and not fetched before', async () => {
      await setting.forget();
      const { stranger } = await cast(setting);
      const late = gate();
      const asset = stranger.photo?.asset ?? '';
      setting.photos.set(asset, { body: /** @type {any} */ (setting.photos.get(asset)), after: late.opened });
      const page = await setting.open(pages.march2026([stranger]));
      try {
        await overviewWhen(setting, ({ items }) => items.length === 1, 'the card to be read without it');
        assert.deepEqual(setting.server.fetches(), []);
      } finally {
        late.open();
      }
      await expectBadges(setting.stage, page, { [stranger.slug]: CHECK });
      assert.equal(setting.server.fetches(asset).length, 1);
    });

    test('a photo that comes when the user gets there is not fetched before', async () => {
      for (const lazily of [
        (/** @type {string} */ image) => image.replace('<img', '<img loading="lazy"'),
        (/** @type {string} */ image) => image.replace('src=', `loading="lazy" src="${SPACER}" data-delayed-url=`),
      ]) {
        await setting.forget();
        const { stranger, faceless } = await cast(setting);
        // Far below.
        const html = pages
          .march2026([faceless, stranger])
          .replace(/<img [^>]*>/g, lazily)
          .replace('<head>', '<head><style>[role=list]>:nth-child(2){margin-top:20000px}</style>');
        const page = await setting.open(html);
        await expectBadges(setting.stage, page, { [faceless.slug]: /no photo/, [stranger.slug]: UNREAD });
        await overviewWhen(setting, ({ seen }) => seen === 2, 'both to be seen');
        assert.deepEqual(setting.server.fetches(), []);
        await page.bringToFront();
        await page.evaluate(() => [...document.querySelectorAll('[role=listitem]')].at(-1)?.scrollIntoView());
        await expectBadges(setting.stage, page, { [faceless.slug]: /no photo/, [stranger.slug]: CHECK });
      }
    });
  });
}
