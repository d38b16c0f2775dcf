// Cards that are easily misread, in both browsers: which are badged, under which name, and which facts count.

import { test } from 'node:test';
import { assert, overviewWhen, pages, slugOf, waitFor, within } from './setting.mjs';

for (const kind of /** @type {const} */ (['chromium', 'firefox'])) {
  within(kind, (setting) => {
    for (const classless of [false, true]) {
      test(`odd cards${classless ? ', without classes' : ''}: the right ones are badged, by their names, and nothing written counts`, async () => {
        await setting.forget();
        const cards = pages.oddCards(`o${classless ? 1 : 0}`);
        const page = await setting.open(pages.odd(cards, { classless }));
        const wanted = cards
          .filter(({ badged }) => badged)
          .map(({ slug }) => slug)
          .sort();
        const badges = await setting.stage.badgesWhen(
          page,
          (all) => all.length === wanted.length,
          `${wanted.length} badges`,
        );
        assert.deepEqual(badges.map(slugOf).sort(), wanted);
        const { items } = await overviewWhen(
          setting,
          (look) => look.items.length === wanted.length,
          'all in the popup',
        );
        for (const { slug, name, verified, mutual } of cards.filter(({ badged }) => badged)) {
          const item = items.find(({ profileUrl }) => profileUrl.includes(slug));
          assert.ok(item, slug);
          if (name) assert.equal(item.name, name, slug);
          const codes = item.reasons.map(({ code }) => code);
          assert.equal(codes.includes('verified'), verified, `${slug}: ${codes}`);
          assert.equal(codes.includes('mutual-connections'), mutual !== undefined, `${slug}: ${codes}`);
        }
      });
    }

    for (const lang of ['tr', 'eo', '']) {
      test(`suggestions are not badged on a page in ${lang || 'no language'}`, async () => {
        await setting.forget();
        const page = await setting.open(pages.oddSuggestions(`s${lang}`, { lang }));
        await overviewWhen(setting, ({ layout }) => layout !== 'none', 'the page to have been read');
        assert.deepEqual(await setting.stage.badges(page), []);
        assert.deepEqual((await setting.overview()).items, []);
      });
    }

    test('for a page that is not recognised the popup never says that nothing is pending', async () => {
      await setting.forget();
      await setting.open(pages.unknown(pages.people(1)));
      await overviewWhen(setting, ({ layout }) => layout === 'unrecognised', 'a page that is not understood');
      await setting.forget();
      await setting.open(pages.nobody());
      await overviewWhen(setting, ({ layout }) => layout === 'empty', 'an empty list');
    });

    test('an empty hidden frame does not overwrite what the page says', async () => {
      await setting.forget();
      setting.site.set('/preload/empty/', pages.nobody());
      const people = pages.people(3, (index) => ({ photo: null, slug: `framed-${index}` }));
      const page = await setting.open(pages.august2026(people));
      await overviewWhen(setting, ({ seen }) => seen === 3, 'three seen');
      await page.evaluate(
        () =>
          new Promise((loaded) => {
            const frame = document.createElement('iframe');
            frame.hidden = true;
            frame.src = '/preload/empty/';
            frame.onload = () => setTimeout(loaded, 1500);
            document.body.append(frame);
          }),
      );
      assert.equal((await setting.overview()).seen, 3);
    });

    test('nothing is put into a page that is still hydrating', async () => {
      await setting.forget();
      const people = pages.people(3, (index) => ({ photo: null, slug: `hydrating-${index}` }));
      const html = pages.august2026(people).replace('<body', '<body data-hydrating');
      const page = await setting.open(
        html.replace(
          '</body>',
          `<script nonce="__NONCE__">
        const before = document.querySelectorAll('[role=listitem] *').length;
        let rounds = 0;
        const round = () => {
          const until = performance.now() + 30;
          while (performance.now() < until);
          document.title = 'hydrating ' + (rounds += 1);
          document.querySelector('main').setAttribute('alt', rounds);
          if (rounds < 30) setTimeout(round, 20);
          else document.body.dataset.hydrating = String(document.querySelectorAll('[role=listitem] *').length === before);
        };
        addEventListener('load', () => setTimeout(round, 0));
      </script></body>`,
        ),
      );
      await waitFor(() => page.evaluate(() => document.body.dataset.hydrating), { what: 'hydration' });
      assert.equal(await page.evaluate(() => document.body.dataset.hydrating), 'true');
      await setting.stage.badgesWhen(page, (all) => all.length === 3, 'three badges');
    });
  });
}
