// Files that are not photos, hostile names, lying pages: unchecked with a reason, and nothing is lost.

import { test } from 'node:test';
import {
  RECEIVED,
  assert,
  bare,
  cast,
  expectBadges,
  overviewWhen,
  pages,
  pictures,
  slugOf,
  usualInvitations,
  verdictsOf,
  waitFor,
  within,
} from './setting.mjs';

/** @typedef {import('../stage/photos.mjs').Photo} Photo */

/** Verified, so that only the photo prevents "accept-safe". @param {string} name @param {string} slug */
const vouched = (name, slug) =>
  pages.person({ name, slug, verified: true, context: '12 mutual connections', photo: { asset: `C4E03A${slug}` } });

const OVERRIDE = 'Mallory \u202eefas-tpeccA\u202c \u2066\u200b\u200fSlate';
const MARKUP = '<img src=x onerror="document.title=1"><b>Mallory</b> & "Slate"</template></script>';

for (const kind of /** @type {const} */ (['chromium', 'firefox'])) {
  within(kind, (setting) => {
    test('photos that cannot be fetched or read: unchecked with the reason, and earlier verdicts are kept', async () => {
      const { stage, server } = setting;
      await usualInvitations(setting);
      const good = await pictures.portrait('hostile');
      /** @type {Array<[string, Photo, RegExp]>} */
      const photos = [
        ['forbidden', { status: 403, body: 'no', type: 'text/plain' }, /photo not available \(403\)/],
        ['missing', { status: 404, type: 'text/plain' }, /photo not available \(404\)/],
        [
          'truncated',
          { body: pictures.truncated(await pictures.rendition(good, { format: 'png' })), type: 'image/png' },
          /photo damaged/,
        ],
        ['truncated-early', pictures.truncated(good, 0.01), /photo (damaged|not comparable)/],
        ['html', { body: pictures.html(), type: 'text/html' }, /photo not readable/],
        ['html-as-jpeg', pictures.html(), /photo not readable/],
        ['bomb', { body: pictures.claimsToBe(60_000, 60_000), type: 'image/png' }, /photo too large/],
        ['flat', await pictures.flat(), /photo not comparable/],
        ['empty', pictures.empty(), /photo (damaged|not readable)/],
        ['tiny', await pictures.rendition(good, { size: 8 }), /photo too small/],
      ];
      const wanted = Object.fromEntries(
        photos.map(([slug, , says]) => [slug, new RegExp(`^Unchecked · ${says.source}\\.`)]),
      );
      for (const [slug, photo] of photos)
        setting.photos.set(`C4E03A${slug}`, {
          ...(typeof photo === 'object' && !Buffer.isBuffer(photo) ? photo : { body: photo }),
          shown: good,
        });
      const list = photos.map(([slug], index) => vouched(`Odd Number${index}`, slug));
      const page = await setting.open(pages.march2026(list, { batch: 20 }), `${RECEIVED}odd/`);
      await expectBadges(stage, page, wanted, 25_000);
      for (const [slug] of photos) assert.ok(server.fetches(`C4E03A${slug}`).length <= 1, `${slug} is asked for once`);
      // Asking again and again causes no flood of requests.
      await page.evaluate('standIn.rerenderAll()');
      await expectBadges(stage, page, wanted);
      for (const [slug] of photos)
        assert.ok(server.fetches(`C4E03A${slug}`).length <= 1, `${slug} is asked for once, whatever the page does`);
      const verdicts = (await setting.overview()).items
        .filter(({ key, name }) => key && !name.startsWith('Odd'))
        .map(({ name, verdict }) => [name, verdict]);
      assert.deepEqual(Object.fromEntries(verdicts), {
        'Olga Brandt': 'suspicious',
        'Theo Falkner': 'likely-fake',
        'Ines Quendt': 'accept-safe',
        'Jarek Mohn': 'unchecked',
        'Piet Zander': 'unchecked',
      });
    });

    // Firefox, over HTTP/2, gives up photos that arrive beside one of 20 MB: those are asked for once more.
    test('a photo of 20 MB and a broken connection do not affect other photos on the page', async () => {
      await setting.forget();
      const { stage, server } = setting;
      const good = await Promise.all([0, 1, 2, 3, 4, 5].map((index) => pictures.portrait(`neighbour-${index}`)));
      for (const [index, body] of good.entries()) setting.photos.set(`C4E03Aneighbour-${index}`, body);
      setting.photos.set('C4E03Ahuge', { body: pictures.huge(good[0]), type: 'image/jpeg', shown: good[0] });
      setting.photos.set('C4E03Abroken', { body: good[1], cutAt: 3_000, shown: good[1] });
      const [first, second, ...others] = good.map((_, index) =>
        vouched(`Ned Bour${'abcdef'[index]}`, `neighbour-${index}`),
      );
      const page = await setting.open(
        pages.march2026([first, vouched('Hugh Geller', 'huge'), second, vouched('Bro Kenning', 'broken'), ...others]),
      );
      await expectBadges(stage, page, {
        huge: /^Unchecked · photo too large\./,
        broken: /^Unchecked · photo not reachable\./,
        ...Object.fromEntries(good.map((_, index) => [`neighbour-${index}`, /^Accept-safe/])),
      });
      assert.equal(server.fetches('C4E03Ahuge').length, 1);
      assert.equal(server.fetches('C4E03Abroken').length, 2, 'once more at once');
      const asked = good.map((_, index) => server.fetches(`C4E03Aneighbour-${index}`).length);
      assert.ok(
        asked.every((many) => many <= (kind === 'firefox' ? 2 : 1)),
        `${asked}`,
      );
      await page.evaluate('standIn.rerenderAll()');
      await expectBadges(stage, page, {
        huge: /too large/,
        broken: /not reachable/,
        ...Object.fromEntries(good.map((_, index) => [`neighbour-${index}`, /^Accept-safe/])),
      });
      assert.equal(server.fetches('C4E03Abroken').length, 2, 'and then left alone for a while');
    });

    test('a photo of 20 MB is too large', async () => {
      await setting.forget();
      setting.photos.set('C4E03Alarge', {
        body: pictures.huge(await pictures.portrait('hostile')),
        type: 'image/jpeg',
      });
      const page = await setting.open(pages.march2026([vouched('Lars Huge', 'large')]));
      await expectBadges(setting.stage, page, { large: /^Unchecked · photo too large\./ });
    });

    test('a photo whose connection breaks is not reachable', async () => {
      await setting.forget();
      const good = await pictures.portrait('hostile');
      setting.photos.set('C4E03Acut-off', { body: good, cutAt: 3_000, shown: good });
      const page = await setting.open(pages.march2026([vouched('Cora Tofft', 'cut-off')]));
      await expectBadges(setting.stage, page, { 'cut-off': /^Unchecked · photo not reachable\./ });
    });

    test('a JPEG that breaks off in the middle is damaged', async () => {
      await setting.forget();
      setting.photos.set('C4E03Ahalf', pictures.truncated(await pictures.portrait('hostile')));
      const page = await setting.open(pages.march2026([vouched('Hal Half', 'half')]));
      await setting.stage.badgesWhen(page, ([one]) => one, 'a badge');
      assert.match((await setting.stage.badges(page))[0].name, /^Unchecked · photo damaged/);
    });

    test('initials on one colour, used by many people, accuse nobody', async () => {
      await setting.forget();
      const list = [
        pages.person({ name: 'Tom Ash', slug: 'tom-ash' }),
        pages.person({ name: 'Tara Alm', slug: 'tara-alm' }),
        pages.person({ name: 'Ted Arn', slug: 'ted-arn' }),
      ];
      for (const { photo } of list) setting.photos.set(photo?.asset ?? '', await pictures.initialsAvatar('TA'));
      const ghosts = [
        pages.person({ name: 'Gus Hill', slug: 'gus-hill' }),
        pages.person({ name: 'Gry Holm', slug: 'gry-holm' }),
      ];
      for (const { photo } of ghosts)
        setting.photos.set(photo?.asset ?? '', { body: await pictures.ghost(), type: 'image/png' });
      const page = await setting.open(pages.march2026([...list, ...ghosts]));
      const badges = await setting.stage.badgesWhen(page, (all) => all.length === 5, 'five badges');
      for (const { name } of badges) assert.match(bare(name), /^Unchecked · photo not comparable\./);
    });

    test('a picture from elsewhere is not fetched', async () => {
      await setting.forget();
      const page = await setting.open(
        pages.march2026([
          pages.person({
            name: 'Else Where',
            slug: 'else-where',
            photo: {
              asset: '',
              url: 'https://evil.test/dms/image/v2/C4E03Ax/profile-displayphoto-shrink_100_100/0/1?e=1',
            },
          }),
          pages.person({
            name: 'Data Url',
            slug: 'data-url',
            photo: { asset: '', url: 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7' },
          }),
        ]),
      );
      await expectBadges(setting.stage, page, {
        'else-where': /picture is not from LinkedIn/,
        'data-url': /^Unchecked · (picture is not from LinkedIn|no photo)/,
      });
      assert.deepEqual(setting.server.violations, []);
    });

    test('names with markup, overrides and ten thousand characters stay text', async () => {
      await setting.forget();
      const { stage } = setting;
      const list = [
        pages.person({ name: MARKUP, slug: 'markup', photo: null, headline: MARKUP, note: MARKUP, context: MARKUP }),
        pages.person({ name: OVERRIDE, slug: 'override', photo: null, headline: OVERRIDE }),
        pages.person({ name: `Long ${'Näme'.repeat(2_500)}`, slug: 'long', photo: null, headline: 'x'.repeat(10_000) }),
        pages.person({ name: `Stack${'\u0301'.repeat(3_000)} Up`, slug: 'stack', photo: null }),
      ];
      const page = await setting.open(pages.march2026(list));
      const badges = await expectBadges(
        stage,
        page,
        Object.fromEntries(list.map(({ slug }) => [slug, /^Unchecked · no photo\./])),
      );
      assert.match(bare(badges.get('markup')?.name ?? ''), /from <img src=x onerror=/);
      for (const [slug, { name }] of badges) {
        assert.doesNotMatch(name, /[\u202a-\u202e\u200b\u200f]/, slug);
        assert.ok(name.length < 400, `${slug}: ${name.length} characters`);
      }
      await stage.click(page, { profile: 'markup', css: 'button.pill' });
      const [open] = (await stage.badgesWhen(page, (all) => all.some(({ panel }) => panel), 'the panel')).filter(
        ({ panel }) => panel,
      );
      assert.match(open.panel ?? '', /<b>Mallory<\/b>|<img src=x/);
      assert.deepEqual(open.images, []);
      const popup = await stage.popup();
      await popup.waitForFunction(() => document.querySelectorAll('.item').length === 4);
      assert.equal(await popup.$('main img, main script, main template'), null);
      assert.ok(
        await popup.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
        'nothing is wider than the popup',
      );
      await popup.close();
      assert.equal(await page.title(), 'Invitations (March 2026)');
      assert.deepEqual(setting.server.violations, []);
    });

    test('a page cannot send messages to the background, and clones of badges reveal nothing', async () => {
      await setting.forget();
      const people = await cast(setting);
      const { stage } = setting;
      const page = await setting.open(pages.march2026(Object.values(people)));
      await expectBadges(stage, page, verdictsOf(people));
      const reached = await page.evaluate(async () => {
        const messages = [
          { name: 'overview' },
          { name: 'forget-all' },
          { name: 'export-part', after: '' },
          { name: 'views', views: [] },
          { name: 'mark-handled', key: 'in:x' },
        ];
        for (const message of messages) {
          window.postMessage(message, '*');
          document.dispatchEvent(new CustomEvent(message.name, { detail: message }));
        }
        const { chrome, browser } = /** @type {any} */ (window);
        return {
          send: typeof chrome?.runtime?.sendMessage,
          id: chrome?.runtime?.id ?? browser?.runtime?.id ?? null,
          browser: typeof browser?.runtime,
        };
      });
      assert.equal(reached.id, null);
      assert.notEqual(reached.send, 'function');
      // Clones of the hosts, a badge forged beside them, marks the extension might look for.
      await page.evaluate(() => {
        for (const host of [...document.querySelectorAll('span:not([class]):empty')]) {
          host.after(host.cloneNode(true), host.cloneNode(true));
          const forged = document.createElement('span');
          forged.attachShadow({ mode: 'open' }).append('Accept-safe · verified');
          forged.setAttribute('data-vouchsafe', 'accept-safe');
          host.after(forged);
        }
      });
      await expectBadges(stage, page, verdictsOf(people));
      // An untrusted click on "Accept" answers nothing.
      await page.evaluate(() => {
        for (const item of document.querySelectorAll('[role=listitem]'))
          item.dispatchEvent(new MouseEvent('click', { bubbles: true }));
      });
      await page.evaluate(() => {
        const [item] = document.querySelectorAll('[role=listitem]');
        item.querySelector('button')?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
      });
      const gone = Object.values(people)[0];
      await stage.badgesWhen(
        page,
        (all) => !all.some((badge) => slugOf(badge) === gone.slug),
        'the card that the page took away',
      );
      const { items } = await overviewWhen(setting, ({ seen }) => seen === 4, 'the page as it is now');
      assert.equal(items.length, 5, 'nothing was answered by the user');
    });

    test('leaves nothing on the console and nothing to see in the document but plain spans', async () => {
      await setting.forget();
      const people = await cast(setting);
      const { stage } = setting;
      const html = pages.march2026(Object.values(people));
      const page = await setting.open(html);
      const tags = () =>
        page.evaluate(() => {
          /** @type {Record<string, number>} */
          const counts = {};
          for (const { localName } of document.querySelectorAll('*')) counts[localName] = (counts[localName] ?? 0) + 1;
          return {
            counts,
            globals: Object.keys(window).length,
            attributes: [...document.querySelectorAll('*')].reduce((sum, { attributes }) => sum + attributes.length, 0),
          };
        });
      await expectBadges(stage, page, verdictsOf(people));
      await stage.click(page, { profile: people.thief.slug, css: 'button.pill' });
      await stage.badgesWhen(page, (all) => all.some(({ panel }) => panel?.includes('Olga Brandt')), 'the panel');
      const withBadges = await tags();
      const text = await page.evaluate(() => document.documentElement.outerHTML);
      assert.doesNotMatch(text, /extension:\/\/|vouchsafe|accept-safe|likely.?fake/i);
      const shadows = await page.evaluate(
        () => [...document.querySelectorAll('*')].filter(({ shadowRoot }) => shadowRoot).length,
      );
      assert.equal(shadows, 0);
      const heard = stage.console(page);
      assert.deepEqual(heard, []);
      await setting.set({ badges: false });
      await expectBadges(stage, page, {});
      const without = await tags();
      await setting.set();
      assert.deepEqual(
        withBadges,
        { ...without, counts: { ...without.counts, span: without.counts.span + 5 } },
        'five spans without attributes, and nothing else',
      );
      assert.deepEqual(stage.console(page), []);
    });

    test('a page of meaningless cards harms nothing', async () => {
      await setting.forget();
      const { safe } = await cast(setting);
      const odd = `<div role="list">${[
        '<div role="listitem"><a href="/in/">x</a><button>Accept</button><button>Ignore</button></div>',
        '<div role="listitem"><a href="/in/%E0%A4%A">Bad Escape</a><button aria-label="Accept Bad Escape">Accept</button><button aria-label="Ignore Bad Escape">Ignore</button></div>',
        '<div role="listitem"><a href="https://evil.test/in/mallory/">Mallory Slate</a><button aria-label="Accept Mallory Slate">Accept</button><button aria-label="Ignore Mallory Slate">Ignore</button></div>',
        `<div role="listitem">${'<div>'.repeat(60)}<a href="/in/deep/"><strong>Deep Down</strong></a>${'</div>'.repeat(60)}<button aria-label="Accept Deep Down">Accept</button><button aria-label="Ignore Deep Down">Ignore</button></div>`,
        `<div role="listitem"><a href="/in/many/"><strong>Many Links</strong></a><button aria-label="Accept Many Links">Accept</button><button aria-label="Ignore Many Links">Ignore</button>${'<a href="/in/other/">y</a>'.repeat(2_000)}</div>`,
      ].join('')}</div>`;
      const page = await setting.open(pages.page(`${pages.march2026Main([safe])}${odd}`));
      const badges = await setting.stage.badgesWhen(
        page,
        (all) => all.some((badge) => slugOf(badge) === safe.slug) && all.some((badge) => slugOf(badge) === 'deep'),
        'the good card and the deep one',
      );
      assert.ok(
        badges.every((badge) => [safe.slug, 'deep', 'many'].includes(slugOf(badge))),
        badges.map(slugOf).join(),
      );
      await waitFor(
        async () =>
          (await setting.overview()).items.some(({ name, verdict }) => name === safe.name && verdict === 'accept-safe'),
        { what: 'the good card’s verdict' },
      );
      assert.deepEqual(
        setting.stage.console(page).filter(({ from, type }) => /extension:/.test(from) || type === 'exception'),
        [],
      );
    });
  });
}
