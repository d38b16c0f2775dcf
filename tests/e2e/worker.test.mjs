// The browser may end the background at any time: nothing is lost, and the page still gets its badges.

import { test } from 'node:test';
import { gate } from '../stage/waiting.mjs';
import {
  RECEIVED,
  assert,
  bare,
  cast,
  expectBadges,
  openIn,
  overviewWhen,
  pages,
  pictures,
  slugOf,
  verdictsOf,
  waitFor,
  within,
} from './setting.mjs';
import { ENGINE_KEYS } from '../../extension/engines.js';

const ENGINES = ['Google Lens', 'TinEye', 'Bing', 'Yandex'];

for (const kind of /** @type {const} */ (['chromium', 'firefox'])) {
  within(kind, (setting) => {
    test('killed while photos are on their way: all badges come, and none is lost', async () => {
      await setting.forget();
      const people = await cast(setting);
      const shut = gate();
      for (const { photo } of [people.thief, people.safe, people.stranger]) {
        const answer = setting.photos.get(photo?.asset ?? '');
        setting.photos.set(photo?.asset ?? '', {
          shown: await pictures.portrait('shown'),
          ...(typeof answer === 'object' && 'body' in answer ? answer : { body: /** @type {any} */ (answer) }),
          after: shut.opened,
        });
      }
      const { server, stage } = setting;
      const page = await setting.open(pages.march2026(Object.values(people)));
      // Cards without a photo are answered; the others wait for the photo host, and are answered without the photo.
      await waitFor(
        () =>
          server.fetches(people.thief.photo?.asset).length > 0 && server.fetches(people.safe.photo?.asset).length > 0,
        { what: 'photos to be asked for' },
      );
      const waiting = Object.fromEntries(
        [people.thief, people.safe, people.stranger].map(({ slug }) => [slug, /^Unchecked/]),
      );
      await expectBadges(stage, page, {
        ...waiting,
        [people.faceless.slug]: /no photo/,
        [people.owner.slug]: /check the photo/,
      });
      await stage.killWorker();
      shut.open();
      await expectBadges(stage, page, verdictsOf(people));
      assert.equal((await setting.overview()).items.length, 5);
    });

    test('killed twice during one scan', async () => {
      await setting.forget();
      const people = await cast(setting);
      const [first, second] = [gate(), gate()];
      let times = 0;
      const body = await pictures.portrait('other');
      // A gate for each request of the background; the page's own pictures come at once.
      setting.photos.set(people.stranger.photo?.asset ?? '', {
        shown: body,
        body: async () => {
          times += 1;
          await (times < 3 ? first : second).opened;
          return body;
        },
      });
      const { server, stage } = setting;
      const page = await setting.open(pages.march2026([people.stranger, people.faceless]));
      for (const many of [1, 2]) {
        await waitFor(() => server.fetches(people.stranger.photo?.asset).length === many, { what: `fetch ${many}` });
        await stage.killWorker();
      }
      first.open();
      second.open();
      await expectBadges(stage, page, {
        [people.stranger.slug]: /check the photo/,
        [people.faceless.slug]: /no photo/,
      });
    });

    test('killed between messages: the next one is answered as if nothing had happened', async () => {
      await setting.forget();
      const people = await cast(setting);
      const { owner, thief, safe, stranger, faceless } = people;
      const { stage } = setting;
      const page = await setting.open(pages.march2026([owner, safe, thief, stranger, faceless], { batch: 2 }));
      await expectBadges(stage, page, { [owner.slug]: /check the photo/, [safe.slug]: /^Accept-safe/ });
      await stage.killWorker();
      await page.evaluate('standIn.append()');
      const four = verdictsOf(people);
      delete four[faceless.slug];
      await expectBadges(stage, page, four);
      await stage.killWorker();
      // The panel asks the new background for the renditions.
      await stage.click(page, { profile: thief.slug, css: 'button', nth: 0 });
      await stage.badgesWhen(page, (all) => all.some(({ panel }) => panel?.includes('Olga Brandt')), 'the panel');
      await stage.killWorker();
      assert.equal((await setting.overview()).items.length, 4);
      await page.evaluate('standIn.append()');
      await expectBadges(stage, page, verdictsOf(people));
    });

    test('woken up with a memory of hundreds, the badge of a known card does not wait for the memory', async () => {
      await setting.forget();
      const people = await cast(setting);
      const { owner, thief } = people;
      const { stage } = setting;
      const crowd = pages.people(300, (index) => ({ photo: null, slug: `crowd-${index}-${owner.slug}` }));
      await setting.open(pages.march2026(crowd, { batch: 300 }), `${RECEIVED}crowd/`);
      await overviewWhen(setting, ({ items }) => items.length === 300, 'the crowd', 90_000);
      const page = await setting.open(pages.march2026([owner, thief]));
      const both = {
        [owner.slug]: /^Suspicious · had the photo first, photo also used by Theo Falkner/,
        [thief.slug]: /^Likely fake · photo also used by Olga Brandt/,
      };
      await expectBadges(stage, page, both);
      await page.goto('about:blank');
      await stage.killWorker();
      // Reading the whole memory waits for a table that a first answer does not need.
      await setting.own.evaluate(
        () =>
          new Promise((held, failed) => {
            const opening = indexedDB.open('vouchsafe');
            opening.onerror = () => failed(opening.error);
            opening.onsuccess = () => {
              const table = opening.result.transaction('looks', 'readwrite').objectStore('looks');
              const hold = () => {
                if (/** @type {any} */ (window).letGo) return opening.result.close();
                table.count().onsuccess = hold;
                held(undefined);
              };
              hold();
            };
          }),
      );
      await page.goto(`https://www.linkedin.com${RECEIVED}`, { waitUntil: 'domcontentloaded' });
      await expectBadges(stage, page, both);
      const whole = setting.overview();
      assert.equal(
        await Promise.race([whole.then(() => 'read'), stage.badges(page).then(() => 'not read')]),
        'not read',
        'the memory is not read yet',
      );
      await setting.own.evaluate(() => {
        Object.assign(window, { letGo: true });
      });
      assert.equal((await whole).items.length, 302);
      await expectBadges(stage, page, both);
    });

    test('a photo check is asked about in the panel, answered, and remembered over a restart', async () => {
      await setting.forget();
      // The user refused to have result pages read.
      await setting.set({ unread: ENGINE_KEYS });
      const people = await cast(setting);
      const { stranger, safe } = people;
      const html = pages.march2026([stranger, safe]);
      let page = await setting.open(html);
      await expectBadges(setting.stage, page, {
        [stranger.slug]: /^Unchecked · check the photo/,
        [safe.slug]: /^Accept-safe/,
      });
      const panel = (/** @type {string} */ slug, /** @type {string} */ text) =>
        setting.stage.badgesWhen(
          page,
          (all) => all.some((badge) => slugOf(badge) === slug && badge.panel?.includes(text)),
          `“${text}” in the panel of ${slug}`,
        );

      await setting.stage.click(page, { profile: stranger.slug, css: 'button.pill' });
      const [badge] = (await panel(stranger.slug, 'Photo check')).filter((one) => slugOf(one) === stranger.slug);
      assert.deepEqual(
        badge.controls
          .filter(({ name }) => ENGINES.some((engine) => name.startsWith(engine)))
          .map(({ name }) => name.replace(/ \(.*/, '')),
        ENGINES,
      );
      assert.doesNotMatch(badge.panel ?? '', /What did you find/);
      await setting.stage.click(page, { profile: stranger.slug, name: /^TinEye/ });
      await waitFor(() => setting.server.violations.some(({ host }) => host === 'www.tineye.com'), {
        what: 'the search',
      });
      await panel(stranger.slug, 'What did you find?');
      await setting.stage.click(page, { profile: stranger.slug, name: 'Nothing found' });
      await expectBadges(setting.stage, page, {
        [stranger.slug]: /^Accept-safe · your photo check found nothing, photo since Jan 2022\./,
        [safe.slug]: /^Accept-safe/,
      });
      await panel(stranger.slug, 'You checked this photo and found nothing.');

      await setting.take(await setting.stage.restart());
      const { items } = await setting.overview();
      assert.deepEqual(items.map(({ name, verdict }) => [name, verdict]).sort(), [
        [safe.name, 'accept-safe'],
        [stranger.name, 'accept-safe'],
      ]);
      page = await setting.open(html);
      await expectBadges(setting.stage, page, {
        [stranger.slug]: /^Accept-safe · your photo check found nothing, photo since Jan 2022\./,
        [safe.slug]: /^Accept-safe/,
      });

      // Taken back.
      await setting.stage.click(page, { profile: stranger.slug, css: 'button.pill' });
      await panel(stranger.slug, 'You checked this photo');
      await setting.stage.click(page, { profile: stranger.slug, name: 'Undo' });
      await expectBadges(setting.stage, page, {
        [stranger.slug]: /^Unchecked · check the photo/,
        [safe.slug]: /^Accept-safe/,
      });
    });

    test('“Same photo, other name” in the popup, with a link, refused and accepted, survives a restart', async () => {
      await setting.forget();
      await setting.set({ unread: ENGINE_KEYS });
      const people = await cast(setting);
      const { stranger } = people;
      const html = pages.march2026([stranger]);
      await expectBadges(setting.stage, await setting.open(html), { [stranger.slug]: /^Unchecked · check the photo/ });
      const popup = await setting.stage.popup();
      const press = async (/** @type {string} */ place) => {
        await popup.waitForSelector(`[data-place="${place}"]`);
        await popup.$eval(`[data-place="${place}"]`, (element) => element.scrollIntoView({ block: 'center' }));
        // A button redrawn meanwhile is found again before it is pressed.
        await popup.locator(`[data-place="${place}"]`).click();
      };
      const shows = (/** @type {RegExp} */ pattern) =>
        waitFor(async () => pattern.test(bare(await popup.$eval('body', (body) => body.innerText))), {
          what: `${pattern} in the popup`,
          lastSeen: () => popup.$eval('body', (body) => body.innerText),
        });
      await openIn(popup, stranger);
      await press('engine-yandex');
      await waitFor(() => setting.server.violations.some(({ host }) => host === 'yandex.com'), { what: 'the search' });
      await popup.bringToFront();
      await shows(/What did you find\?/);
      await press('check-name');
      for (const [link, answer] of [
        ['https://evil.test/in/somebody/', /not a link to a LinkedIn profile/],
        [`https://www.linkedin.com/in/${stranger.slug}/`, /the profile that invited you/],
      ]) {
        await popup.$eval('[data-place=check-profile]', (input) => {
          /** @type {HTMLInputElement} */ (input).value = '';
        });
        await popup.type('[data-place=check-profile]', /** @type {string} */ (link));
        await popup.keyboard.press('Enter');
        await shows(/** @type {RegExp} */ (answer));
      }
      assert.equal((await setting.overview()).items[0].verdict, 'unchecked', 'a refused answer changes nothing');
      await popup.$eval('[data-place=check-profile]', (input) => {
        /** @type {HTMLInputElement} */ (input).value = '';
      });
      await popup.type('[data-place=check-profile]', 'https://www.linkedin.com/in/real-person/');
      await press('check-save');
      await overviewWhen(setting, ({ items }) => items[0].verdict === 'likely-fake', 'the answer to be taken in');
      await shows(/You found this photo under another name/);
      await popup.close();

      await setting.take(await setting.stage.restart());
      const page = await setting.open(html);
      await expectBadges(setting.stage, page, {
        [stranger.slug]: /^Likely fake · your photo check found another name\./,
      });
      assert.equal((await setting.overview()).items[0].photo?.answer, 'other-name');
    });
  });
}
