// People passed by in searches, suggestions, connections and the feed: remembered if the user said yes, each photo once.

import { test } from 'node:test';
import { gate } from '../stage/waiting.mjs';
import { assert, somebody, cast, expectBadges, pages, slugOf, waitFor, within } from './setting.mjs';

/** @typedef {import('./setting.mjs').Setting} Setting */
/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {import('../pages/people.mjs').Person} Person */

const SEARCH = '/search/results/people/';
const GROW = '/mynetwork/grow/';
const CONNECTIONS = '/mynetwork/invite-connect/connections/';
const FEED = '/feed/';

/** Names remembered. @param {Setting} setting @returns {Promise<string[]>} */
const rememberedNames = async ({ ask }) => (await ask('people')).map((/** @type {any} */ { name }) => name).sort();

/** @param {Setting} setting @param {string[]} names */
const heldAre = (setting, names) =>
  waitFor(async () => (await rememberedNames(setting)).join() === [...names].sort().join(), {
    what: `${names} to be remembered`,
    lastSeen: () => rememberedNames(setting),
  });

/** How often the extension asked for each photo. @param {Setting} setting */
function timesFetched({ server }) {
  /** @type {Record<string, number>} */
  const times = {};
  for (const { asset } of server.fetches()) times[asset] = (times[asset] ?? 0) + 1;
  return times;
}

/** Waits until the page has shown these people's photos. @param {Page} page @param {number} many */
const photosShown = (page, many) =>
  waitFor(
    () =>
      page.$$eval(
        'img',
        (all, wanted) => all.filter((one) => one.complete && one.naturalWidth > 0).length >= wanted,
        many,
      ),
    { what: `${many} photos on the page` },
  );

for (const kind of /** @type {const} */ (['chromium', 'firefox'])) {
  within(kind, (setting) => {
    test('a photo seen in a search makes a later invitation likely fake, if the user said yes', async () => {
      await setting.forget();
      const { owner, thief, stranger } = await cast(setting);
      await setting.set({ seeMore: 'yes' });
      // The photos come late, when nothing else happens on the page any more.
      const late = gate();
      for (const { photo } of [owner, stranger])
        setting.photos.set(photo?.asset ?? '', {
          body: /** @type {any} */ (setting.photos.get(photo?.asset ?? '')),
          after: late.opened,
        });
      const search = await setting.open(pages.search([owner, stranger]), SEARCH);
      await waitFor(() => setting.server.shown(owner.photo?.asset).length > 0, {
        what: 'the page to ask for its photos',
      });
      assert.deepEqual(
        [await rememberedNames(setting), setting.server.fetches()],
        [[], []],
        'what is not shown yet is not fetched',
      );
      late.open();
      await heldAre(setting, [owner.name, stranger.name]);
      assert.deepEqual(await setting.stage.badges(search), [], 'no badge there');
      const page = await setting.open(pages.march2026([thief]));
      await expectBadges(setting.stage, page, { [thief.slug]: /^Likely fake · photo also used by Olga Brandt\./ });
      assert.deepEqual([...new Set(Object.values(timesFetched(setting)))], [1], 'each photo once');
      await setting.set();
    });

    test('without consent nothing of people passed by is fetched or remembered, nor after a refusal', async () => {
      await setting.forget();
      const { owner, thief, stranger, safe } = await cast(setting);
      for (const seeMore of /** @type {const} */ (['unasked', 'no'])) {
        await setting.set({ seeMore });
        for (const [path, html] of Object.entries({
          [SEARCH]: pages.search([owner, stranger]),
          [CONNECTIONS]: pages.connections([owner, stranger]),
          [FEED]: pages.feed([owner], { me: safe, commenter: stranger, mentioned: safe, unclear: safe }),
          [GROW]: pages.preview([], { suggested: [owner, stranger] }),
        }))
          await photosShown(await setting.open(html, path), 2);
      }
      const page = await setting.open(pages.march2026([thief]));
      await expectBadges(setting.stage, page, { [thief.slug]: /^Unchecked · check the photo\./ });
      assert.deepEqual(timesFetched(setting), { [thief.photo?.asset ?? '']: 1 });
      assert.deepEqual(await rememberedNames(setting), [thief.name]);
      // Consent while the page is open: it is read now. After a refusal later people are not read.
      await setting.set({ seeMore: 'yes' });
      await expectBadges(setting.stage, page, { [thief.slug]: /^Likely fake · photo also used by Olga Brandt\./ });
      await heldAre(setting, [owner.name, stranger.name, thief.name]);
      await setting.set({ seeMore: 'no' });
      await photosShown(await setting.open(pages.search([safe]), SEARCH), 1);
      await page.bringToFront();
      await page.reload();
      await expectBadges(setting.stage, page, { [thief.slug]: /^Likely fake/ });
      assert.deepEqual(await rememberedNames(setting), [owner.name, stranger.name, thief.name].sort());
      await setting.set();
    });

    test('people are read wherever link and photo are together, under their own names, each photo once', async () => {
      await setting.forget();
      const { set, open } = setting;
      const [found, known, suggested, author, commenter, me, mentioned, unclear, inviter] = await Promise.all(
        [
          'Ada Feldt',
          'Bo Winterberg',
          'Chidi Amanor',
          'Dora Kestrel',
          'Emil van der Aa',
          'Frida Self',
          'Gus Mention',
          'Hedda Unclear',
          'Ivo Inviter',
        ].map((name) => somebody(setting, name)),
      );
      await set({ seeMore: 'yes' });
      await open(pages.search([found]), SEARCH);
      await open(pages.connections([known, found]), CONNECTIONS);
      const grow = await open(pages.preview([inviter], { suggested: [suggested] }), GROW);
      await open(pages.feed([author], { me, commenter, mentioned, unclear }), FEED);
      await heldAre(
        setting,
        [found, known, suggested, author, commenter, inviter].map(({ name }) => name),
      );
      await setting.stage.badgesWhen(
        grow,
        (all) => all.length === 1 && slugOf(all[0]) === inviter.slug,
        'one badge, on the invitation',
      );
      assert.deepEqual([...new Set(Object.values(timesFetched(setting)))], [1]);
      const fetched = Object.keys(timesFetched(setting));
      for (const one of [me, mentioned, unclear])
        assert.ok(!fetched.includes(one.photo?.asset ?? ''), `${one.name} is not clearly anybody`);
      await set();
    });

    test('where a link holds more faces, each person has their own photo or none', async () => {
      await setting.forget();
      const [ada, bo, chidi, dora, drew] = await Promise.all(
        ['Ada Feldt', 'Bo Winterberg', 'Chidi Amanor', 'Dora Kestrel', 'Drew Ashgrove'].map((name) =>
          somebody(setting, name),
        ),
      );
      await setting.set({ seeMore: 'yes' });
      /** @param {Person} one @param {string} alt @param {number} size */
      const face = (one, alt, size) =>
        `<img alt="${alt}" src="${pages.photoUrl(/** @type {any} */ (one.photo)).replaceAll('&', '&amp;')}" style="width:${size}px">`;
      /** @param {Person} one @param {string} inner */
      const entry = (one, inner) =>
        `<li><a href="/in/${one.slug}/" style="display:block">${inner}</a><button>Connect</button></li>`;
      const shared = `<p>${face(drew, '', 20)} Drew Ashgrove is a mutual connection</p>`;
      const html = pages.page(
        `<ul>${[
          // Labelled; the largest; none is clear; and no photo of their own.
          entry(ada, `${face(ada, ada.name, 20)}<p>${ada.name}</p>${shared}`),
          entry(bo, `${face(bo, '', 56)}<p>${bo.name}</p>${shared}`),
          entry(chidi, `${face(chidi, '', 20)}${face(drew, '', 20)}<p>${chidi.name}</p>`),
          entry(dora, `<p>${dora.name}</p>${shared}`),
        ].join('')}</ul><p><a href="/in/${ada.slug}/">${face(drew, '', 20)} ${ada.name}</a></p>`,
      );
      await setting.open(html, SEARCH);
      await heldAre(setting, [ada.name, bo.name]);
      const photosOf = Object.fromEntries(
        (await setting.ask('people')).map((/** @type {any} */ { name, photos }) => [name, photos]),
      );
      assert.deepEqual(photosOf, { [ada.name]: [ada.photo?.asset], [bo.name]: [bo.photo?.asset] });
      assert.deepEqual(setting.server.fetches(drew.photo?.asset), []);
      await setting.set();
    });
  });
}
