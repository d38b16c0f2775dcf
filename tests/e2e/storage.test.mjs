// The stored form of a photo: the rendition in parts, nothing left over, nothing half-written; stores that are closed,
// full, newer or damaged; export and import.

import { test } from 'node:test';
import { exported, imported } from '../demo/answers.mjs';
import { gate } from '../stage/waiting.mjs';
import {
  LONG_AGO,
  RECEIVED,
  assert,
  cast,
  expectBadges,
  overviewWhen,
  pages,
  pictures,
  usualInvitations,
  waitFor,
  within,
} from './setting.mjs';
import { DEFAULTS } from '../../extension/settings.js';

/** @typedef {import('./setting.mjs').Setting} Setting */
/** @typedef {{ photos: Array<{ number: number, id: string, side: number }>, parts: Array<[number, number]>, fingerprints: Array<[number, string]>, sightings: number, texts: number }} Stored */

/** Keys of one rendition's parts begin at its photo's number times this (crate/wasm/src/store/photos.rs). */
const MOST = 64;

/** @param {Setting} setting @returns {Promise<Stored>} `texts`: how many keys are text, as they were before version 5. */
const stored = ({ own }) =>
  own.evaluate(
    () =>
      new Promise((resolve, failed) => {
        const opening = indexedDB.open('vouchsafe');
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = () => {
          const names = [...opening.result.objectStoreNames];
          const transaction = opening.result.transaction(names);
          const keys = names.map((name) => transaction.objectStore(name).getAllKeys());
          const of = (/** @type {string} */ name) => keys[names.indexOf(name)].result;
          const [photos, parts, packs] = ['photos', 'parts', 'fingerprints'].map((name) =>
            transaction.objectStore(name).getAll(),
          );
          /** The side of a photo's picture: behind its short address, in groups of seven bits. @param {ArrayBuffer} buffer */
          const sideIn = (buffer) => {
            const [, length, ...rest] = new Uint8Array(buffer);
            const [low, high] = rest.slice(length);
            return low < 128 ? low : low - 128 + high * 128;
          };
          /** The id of the photo in a pack of one. @param {ArrayBuffer} buffer */
          const idIn = (buffer) => new TextDecoder().decode(buffer.slice(2, 2 + new Uint8Array(buffer)[1]));
          transaction.oncomplete = () => {
            opening.result.close();
            resolve(
              /** @type {any} */ ({
                photos: photos.result.map(({ photo }, i) => ({
                  number: of('photos')[i],
                  id: new TextDecoder().decode(photo.id),
                  side: sideIn(photo.packed),
                })),
                parts: parts.result.map((bytes, i) => [of('parts')[i], bytes.byteLength]),
                fingerprints: packs.result.map((buffer, i) => [of('fingerprints')[i], idIn(buffer)]),
                sightings: of('sightings').length,
                texts: keys.flatMap(({ result }) => result).filter((key) => typeof key === 'string').length,
              }),
            );
          };
        };
      }),
  );

const NOTHING = { photos: [], parts: [], fingerprints: [], sightings: 0, texts: 0 };

/** Every photo has its fingerprint and its rendition's parts, none of them long, and there are no others. @param {Stored} stored */
function nothingLeftOver({ photos, parts, fingerprints, texts }) {
  for (const { id, number } of photos) {
    const own = parts.filter(([key]) => Math.floor(key / MOST) === number);
    assert.ok(own.length > 1, `parts of ${id}`);
    assert.deepEqual(
      own.map(([key]) => key % MOST),
      own.map((_, place) => place),
    );
  }
  assert.ok(
    parts.every(([key]) => photos.some(({ number }) => number === Math.floor(key / MOST))),
    'no part without its photo',
  );
  assert.ok(
    parts.every(([, length]) => length > 0 && length < 1000),
    'no part is long',
  );
  // All of these photos can be compared.
  assert.deepEqual(
    fingerprints.sort(([one], [other]) => one - other),
    photos.map(({ number, id }) => [number, id]),
  );
  assert.equal(texts, 0);
}

/** Renditions as they are shown. @param {Setting} setting @param {string[]} photos @returns {Promise<any[]>} */
const renditions = async ({ ask }, photos) => Object.values(await ask('small-copies', { photos }));

/** The background tidies the memory once after the browser starts, and when the limits are changed. @param {Setting} setting */
const tidy = ({ ask }) => ask('change-setting', { setting: 'keepDays', value: DEFAULTS.keepDays });

/** Gives a photo another number. @param {Setting} setting @param {number} from @param {number} to */
const renumber = ({ own }, from, to) =>
  own.evaluate(
    (old, now) =>
      new Promise((done, failed) => {
        const opening = indexedDB.open('vouchsafe');
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('photos', 'readwrite');
          const photos = transaction.objectStore('photos');
          photos.get(old).onsuccess = ({ target }) => {
            photos.delete(old);
            photos.put(/** @type {IDBRequest} */ (target).result, now);
          };
          transaction.onabort = () => failed(transaction.error);
          transaction.oncomplete = () => done(opening.result.close());
        };
      }),
    from,
    to,
  );

for (const kind of /** @type {const} */ (['chromium', 'firefox'])) {
  within(kind, (setting) => {
    test('a rendition is stored in short parts, comes back whole, and is deleted with its photo', async () => {
      await setting.forget();
      const people = await cast(setting);
      const { owner, stranger } = people;
      const both = [owner, stranger].map(({ photo }) => photo?.asset ?? '');
      await expectBadges(setting.stage, await setting.open(pages.march2026([owner, stranger])), {
        [owner.slug]: /check the photo/,
        [stranger.slug]: /check the photo/,
      });
      nothingLeftOver(await stored(setting));
      const shown = await renditions(setting, both);
      assert.ok(shown.every((rendition) => rendition.side === 64) && shown[0].rgba !== shown[1].rgba);
      await setting.stage.killWorker();
      assert.deepEqual(await renditions(setting, both), shown);

      // A larger one replaces the first.
      const larger = { ...owner, photo: { asset: both[0], setAt: LONG_AGO, size: 400 } };
      await setting.open(pages.march2026([larger]), `${RECEIVED}larger/`);
      await waitFor(async () => (await stored(setting)).photos.some(({ side }) => side === 400), {
        what: 'the larger photo to be stored',
      });
      const after = await stored(setting);
      nothingLeftOver(after);
      assert.equal(after.photos.length, 2);

      const [{ profile }] = (await setting.ask('people')).filter((/** @type {any} */ { name }) => name === owner.name);
      await setting.ask('forget-person', { profile });
      nothingLeftOver(await stored(setting));
      assert.deepEqual(
        (await stored(setting)).photos.map(({ id }) => id),
        [both[1]],
      );
      await setting.ask('forget-all');
      assert.deepEqual(await stored(setting), NOTHING);
    });

    test('a write that fails half-way changes nothing', async () => {
      await setting.forget();
      const { owner } = await cast(setting);
      await expectBadges(setting.stage, await setting.open(pages.march2026([owner])), {
        [owner.slug]: /check the photo/,
      });
      const [{ profile }] = await setting.ask('people');
      // A number at which no parts can be deleted: forgetting fails after all other writes were queued.
      const [{ number }] = (await stored(setting)).photos;
      await renumber(setting, number, Infinity);
      const before = await stored(setting);
      try {
        await assert.rejects(setting.ask('forget-person', { profile }), /storage-failed/);
        assert.deepEqual(await stored(setting), before);
        assert.equal((await setting.ask('people')).length, 1);
      } finally {
        await renumber(setting, Infinity, number);
      }
      await setting.ask('forget-person', { profile });
      assert.deepEqual(await setting.ask('people'), []);
    });

    test('a store that was closed is opened again', async () => {
      await setting.forget();
      const { owner, stranger } = await cast(setting);
      await expectBadges(setting.stage, await setting.open(pages.march2026([owner])), {
        [owner.slug]: /check the photo/,
      });
      // It waits until the background has closed its connection.
      await setting.own.evaluate(
        () =>
          new Promise((done) => {
            indexedDB.deleteDatabase('vouchsafe').onsuccess = () => done(null);
          }),
      );
      await expectBadges(setting.stage, await setting.open(pages.march2026([stranger]), `${RECEIVED}later/`), {
        [stranger.slug]: /check the photo/,
      });
      assert.equal((await stored(setting)).photos.length, 1);
    });

    test('the popup names a newer version’s store, and everything can still be forgotten', async () => {
      await setting.forget();
      const { owner, stranger } = await cast(setting);
      await expectBadges(setting.stage, await setting.open(pages.march2026([owner])), {
        [owner.slug]: /check the photo/,
      });
      await setting.own.evaluate(
        () =>
          new Promise((done) => {
            const opening = indexedDB.open('vouchsafe', 99);
            opening.onsuccess = () => done(opening.result.close());
          }),
      );
      await setting.open(pages.march2026([stranger]), `${RECEIVED}later/`);
      await waitFor(async () => (await setting.overview()).trouble === 'storage-newer', {
        what: 'the trouble to be noted',
      });
      let popup = await setting.stage.popup();
      const says = (/** @type {RegExp} */ pattern) =>
        waitFor(async () => pattern.test(await popup.$eval('main', (main) => main.innerText)), {
          what: `${pattern} in the popup`,
        });
      await says(/newer version of Vouchsafe/);
      await says(/Olga Brandt/);
      await popup.close();
      await setting.stage.killWorker();
      popup = await setting.stage.popup();
      await says(/newer version of Vouchsafe/);
      await setting.ask('forget-all');
      await overviewWhen(
        setting,
        ({ items, trouble }) => items.length > 0 && trouble === null,
        'the pages’ cards to be read again',
      );
      await says(/Jarek Mohn/);
      await popup.close();
    });

    test('unreadable records are deleted, with their renditions, and nothing else', async () => {
      await setting.forget();
      const { owner, stranger } = await cast(setting);
      await expectBadges(setting.stage, await setting.open(pages.march2026([owner, stranger])), {
        [owner.slug]: /check the photo/,
        [stranger.slug]: /check the photo/,
      });
      for (const page of await setting.stage.browser.pages())
        if (page.url().includes('linkedin.com')) await page.goto('about:blank');
      const { photos } = await stored(setting);
      await setting.own.evaluate(
        (number) =>
          new Promise((done, failed) => {
            const opening = indexedDB.open('vouchsafe');
            opening.onsuccess = () => {
              const transaction = opening.result.transaction(['photos', 'opinions'], 'readwrite');
              transaction.objectStore('photos').put('nonsense', number);
              transaction.objectStore('opinions').put({ opinion: 7 }, new TextEncoder().encode('nobody').buffer);
              transaction.onabort = () => failed(transaction.error);
              transaction.oncomplete = () => done(opening.result.close());
            };
          }),
        photos[0].number,
      );
      await setting.stage.killWorker();
      await tidy(setting);
      const left = await stored(setting);
      assert.deepEqual(left.photos, photos.slice(1));
      nothingLeftOver(left);
    });

    test('export and import work in parts; a broken file or one cut off by the background’s end leaves nothing', async () => {
      const { people } = await usualInvitations(setting);
      const file = await exported(setting.own);
      assert.deepEqual([file.photos.length, file.sightings.length], [4, 5]);
      await setting.forget();

      const broken = { ...file, sightings: [...file.sightings.slice(1), { ...file.sightings[0], firstSeen: 0 }] };
      await assert.rejects(imported(setting.own, broken, 2), /import-broken/);
      assert.deepEqual(await stored(setting), NOTHING);

      for (let parts = 1; parts < 4; parts++) {
        const job = await setting.ask('import-begin');
        const lines = [
          { memory: { format: file.format, version: file.version } },
          ...file.photos.map((/** @type {any} */ photo) => ({ photo })),
          ...file.sightings.map((/** @type {any} */ sighting) => ({ sighting })),
        ];
        for (const line of lines.slice(0, parts * 3))
          await setting.ask('import-part', { job, text: JSON.stringify(line) });
        assert.ok((await stored(setting)).photos.length > 0);
        await setting.stage.killWorker();
        await assert.rejects(setting.ask('import-part', { job, text: JSON.stringify(lines[3]) }), /import-lost/);
        await tidy(setting);
        assert.deepEqual(await stored(setting), NOTHING, `${parts}`);
      }

      assert.deepEqual(await imported(setting.own, file, 2), {
        people: 5,
        photos: 4,
        opinions: 0,
        checks: 0,
        comparings: 0,
        searches: 0,
        goals: false,
      });
      await setting.stage.killWorker();
      const again = await exported(setting.own);
      assert.deepEqual(again, file);
      nothingLeftOver(await stored(setting));
      const page = await setting.open(pages.march2026([people.thief]), `${RECEIVED}later/`);
      await expectBadges(setting.stage, page, { [people.thief.slug]: /^Likely fake · photo also used by Olga Brandt/ });
    });

    test('a forgotten person is named on no open page, and in nothing that is stored', async () => {
      await setting.forget();
      const people = await cast(setting);
      const page = await setting.open(pages.march2026([people.owner, people.thief]));
      await expectBadges(setting.stage, page, {
        [people.owner.slug]: /^Suspicious/,
        [people.thief.slug]: /^Likely fake/,
      });
      const { items } = await setting.overview();
      const keyOf = (/** @type {string} */ slug) =>
        items.find(({ profileUrl }) => profileUrl.includes(slug))?.key ?? '';
      const slugs = [people.owner.slug, people.thief.slug];
      for (const slug of slugs) {
        await setting.ask('note-deed', { key: keyOf(slug), action: 'reported', done: true });
        await setting.ask('report-opened', { key: keyOf(slug) });
      }
      const kept = () =>
        setting.own.evaluate(async () =>
          JSON.stringify([await chrome.storage.local.get(null), await chrome.storage.session.get(null)]),
        );
      const isNamed = async () => {
        const all = await kept();
        return slugs.map((slug) => all.includes(slug) || all.includes(keyOf(slug)));
      };
      assert.deepEqual(await isNamed(), [true, true]);
      await setting.ask('forget-person', { profile: people.owner.slug });
      assert.deepEqual(await isNamed(), [false, true]);
      await expectBadges(setting.stage, page, { [people.thief.slug]: /check the photo/ });
      await setting.ask('forget-all');
      assert.deepEqual(await isNamed(), [false, false], await kept());
      await setting.stage.badgesWhen(page, (all) => all.length === 0, 'no badge');
    });

    test('a photo that never arrives does not keep its card waiting', async () => {
      await setting.forget();
      const people = await cast(setting);
      const shut = gate();
      const { stranger } = people;
      setting.photos.set(stranger.photo?.asset ?? '', { body: await pictures.portrait('other'), after: shut.opened });
      const page = await setting.open(pages.march2026([stranger]));
      try {
        await expectBadges(setting.stage, page, { [stranger.slug]: /^Unchecked/ }, 10_000);
      } finally {
        shut.open();
      }
      await expectBadges(setting.stage, page, { [stranger.slug]: /check the photo/ });
    });
  });
}
