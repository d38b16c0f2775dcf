// The extension's promises: the requests that it makes, and that it never acts in the user's name.

import { test } from 'node:test';
import { RECEIVED, assert, cast, expectBadges, overviewWhen, pages, verdictsOf, waitFor, within } from './setting.mjs';

for (const kind of /** @type {const} */ (['chromium', 'firefox'])) {
  within(kind, (setting) => {
    test('fetches only photos that the page shows, from their host, once each, without cookies and referrer', async () => {
      await setting.forget();
      const { server, stage } = setting;
      const people = await cast(setting);
      const list = Object.values(people);
      // The photo host sets a cookie, which the browser sends from then on wherever it is allowed to.
      const cookie = { asset: `C4E03Acookie${people.owner.slug}` };
      setting.photos.set(cookie.asset, {
        body: 'x',
        type: 'text/html',
        headers: {
          'set-cookie': 'bcookie=who-you-are; Domain=.licdn.com; Path=/; Secure; SameSite=None',
          'cache-control': 'no-store',
        },
      });
      for (const size of [100, 200]) await (await stage.newPage(pages.photoUrl(cookie, size))).close();
      assert.deepEqual(
        server.requests
          .filter(({ asset }) => asset === cookie.asset)
          .map(({ headers }) => /who-you-are/.test(headers.cookie ?? '')),
        [false, true],
        'there is a cookie to leave out',
      );
      const page = await setting.open(pages.march2026(list));
      await expectBadges(stage, page, verdictsOf(people));
      await page.evaluate('standIn.rerenderAll()');
      await expectBadges(stage, page, verdictsOf(people));
      await page.reload();
      await expectBadges(stage, page, verdictsOf(people));
      await stage.click(page, { profile: people.thief.slug, css: 'button.pill' });
      await stage.badgesWhen(page, (all) => all.some(({ panel }) => panel?.includes('Olga Brandt')), 'the panel');
      const popup = await stage.popup();
      await popup.waitForSelector('.item.likely-fake');
      await popup.close();

      const shown = new Set(list.flatMap(({ photo }) => (photo ? [pages.photoUrl(photo)] : [])));
      const fetched = server.fetches();
      for (const { url, method, headers, host } of fetched) {
        assert.equal(host, 'media.licdn.com');
        assert.equal(method, 'GET');
        assert.ok(shown.has(url), `${url} is on the page`);
        assert.equal(headers.cookie, undefined);
        assert.equal(headers.referer, undefined);
        assert.equal(headers.authorization, undefined);
        assert.doesNotMatch(JSON.stringify(headers), /linkedin\.com|vouchsafe/i, 'says nothing of where it is used');
      }
      const times = new Map();
      for (const { asset, size } of fetched) times.set(`${asset}/${size}`, (times.get(`${asset}/${size}`) ?? 0) + 1);
      assert.equal(times.size, 4);
      assert.deepEqual(
        [...times.values()].filter((many) => many !== 1),
        [],
      );
      assert.deepEqual(server.violations, []);
      assert.deepEqual(
        server.requests.filter(({ host, dest }) => host === 'www.linkedin.com' && dest === 'empty'),
        [],
        'LinkedIn itself is never asked',
      );
      // The document, its pictures and the extension's fetches, and nothing else.
      assert.deepEqual([...new Set(server.requests.map(({ dest }) => dest))].sort(), ['document', 'empty', 'image']);
    });

    test('a larger rendition is fetched when the user opens the profile’s photo, a smaller one never', async () => {
      await setting.forget();
      const { server, stage } = setting;
      const { stranger } = await cast(setting);
      const asset = stranger.photo?.asset ?? '';
      await expectBadges(stage, await setting.open(pages.march2026([stranger], { size: 200 })), {
        [stranger.slug]: /check the photo/,
      });
      await expectBadges(stage, await setting.open(pages.march2026([stranger], { size: 100 }), `${RECEIVED}small/`), {
        [stranger.slug]: /check the photo/,
      });
      await setting.open(pages.profilePage(stranger, { overlay: true }), `/in/${stranger.slug}/overlay/photo/`);
      await overviewWhen(setting, ({ items }) => items[0]?.photo?.side === 800, 'the largest rendition');
      await waitFor(() => server.fetches(asset).some(({ size }) => size === 800), { what: 'it to be fetched' });
      const sizes = server.fetches(asset).map(({ size }) => size);
      assert.equal(new Set(sizes).size, sizes.length, `each once: ${sizes}`);
      assert.deepEqual([sizes[0], sizes.at(-1), sizes.includes(100)], [200, 800, false]);
    });

    test('profiles nobody was invited by are not fetched', async () => {
      await setting.forget();
      const { server, stage } = setting;
      const { stranger, safe, owner } = await cast(setting);
      await setting.open(pages.profilePage(stranger, { beside: [safe], invited: false }), `/in/${stranger.slug}/`);
      await waitFor(() => server.shown(stranger.photo?.asset).length > 0, { what: 'the profile’s photo' });
      // For a picture with several sources, the shown one is fetched.
      const larger = pages.photoUrl(/** @type {any} */ (owner.photo), 200).replaceAll('&', '&amp;');
      await expectBadges(
        stage,
        await setting.open(pages.march2026([owner]).replace('<img ', `<img srcset="${larger}" `)),
        { [owner.slug]: /check the photo/ },
      );
      assert.deepEqual(
        server.fetches().map(({ asset, size }) => [asset, size]),
        [[owner.photo?.asset, 200]],
      );
      assert.deepEqual(
        (await setting.ask('people')).map((/** @type {any} */ { name }) => name),
        [owner.name],
      );
    });

    test('never presses anything: nothing on the page hears an event that the user did not make', async () => {
      await setting.forget();
      const { stage } = setting;
      const people = await cast(setting);
      const page = await setting.open(pages.march2026(Object.values(people)));
      await page.evaluate(() => {
        /** @type {string[]} */
        const heard = [];
        Object.assign(window, { heard });
        const kinds = [
          'click',
          'dblclick',
          'auxclick',
          'mousedown',
          'mouseup',
          'pointerdown',
          'pointerup',
          'touchstart',
          'keydown',
          'keyup',
          'keypress',
          'input',
          'change',
          'submit',
          'focus',
          'focusin',
          'beforeinput',
          'message',
          'storage',
        ];
        for (const kind of kinds) {
          addEventListener(
            kind,
            ({ type, isTrusted, target }) => {
              const control = target instanceof Element && target.closest('button, a, [role=button]');
              if (control || !isTrusted)
                heard.push(
                  `${type} ${isTrusted ? 'trusted' : 'untrusted'} ${control ? (control.getAttribute('aria-label') ?? control.outerHTML.slice(0, 80)) : String(target)}`,
                );
            },
            true,
          );
        }
      });
      await expectBadges(stage, page, verdictsOf(people));
      await page.evaluate('standIn.rerenderAll()');
      await expectBadges(stage, page, verdictsOf(people));
      // All that a user may do with badge and popup.
      await stage.click(page, { profile: people.thief.slug, css: 'button.pill' });
      await stage.badgesWhen(page, (all) => all.some(({ panel }) => panel), 'the panel');
      await stage.click(page, { profile: people.thief.slug, name: 'Close' });
      await stage.badgesWhen(page, (all) => all.every(({ panel }) => !panel), 'the panel to close');
      const [item] = (await setting.overview()).items;
      assert.equal(await setting.ask('reveal', { key: item.key }), true);
      await setting.set({ badges: false });
      await expectBadges(stage, page, {});
      await setting.set();
      await expectBadges(stage, page, verdictsOf(people));
      assert.deepEqual(await page.evaluate('heard'), []);
      assert.equal(await page.$$eval('[aria-label^=Accept]', (all) => all.length), 5, 'all still wait');
    });
  });
}
