// What is stored of a photo, and how: the small copy in parts, nothing left over, nothing half, earlier versions read.

import { test } from 'node:test';
import { LONG_AGO, RECEIVED, assert, cast, expectBadges, pages, pictures, verdictsOf, waitFor, within } from './setting.mjs';

/** @typedef {import('./setting.mjs').Setting} Setting */
/** @typedef {{ photos: Array<{ number: number, id: string, side: number }>, parts: Array<[number, number]>, sightings: number, texts: number }} Stored */

/** Keys of one copy's parts begin at its photo's number times this (crate/wasm/src/store/photos.rs). */
const MOST = 64;

/** @param {Setting} setting @returns {Promise<Stored>} `texts`: how many keys are text, as they were before version 5. */
const stored = ({ own }) => own.evaluate(() => new Promise((resolve, failed) => {
  const opening = indexedDB.open('vouchsafe');
  opening.onerror = () => failed(opening.error);
  opening.onsuccess = () => {
    const names = [...opening.result.objectStoreNames];
    const transaction = opening.result.transaction(names);
    const keys = names.map((name) => transaction.objectStore(name).getAllKeys());
    const of = (/** @type {string} */ name) => keys[names.indexOf(name)].result;
    const [photos, parts] = ['photos', 'parts'].map((name) => transaction.objectStore(name).getAll());
    transaction.oncomplete = () => {
      opening.result.close();
      resolve(/** @type {any} */ ({
        photos: photos.result.map(({ photo }, i) => ({ number: of('photos')[i], id: new TextDecoder().decode(photo.id), side: photo.side })),
        parts: parts.result.map((bytes, i) => [of('parts')[i], bytes.byteLength]),
        sightings: of('sightings').length,
        texts: keys.flatMap(({ result }) => result).filter((key) => typeof key === 'string').length,
      }));
    };
  };
}));

const NOTHING = { photos: [], parts: [], sightings: 0, texts: 0 };

/** Every photo has its copy's parts, none of them long, and there are no others. @param {Stored} stored */
function nothingLeftOver({ photos, parts, texts }) {
  for (const { id, number } of photos) {
    const own = parts.filter(([key]) => Math.floor(key / MOST) === number);
    assert.ok(own.length > 1, `parts of ${id}`);
    assert.deepEqual(own.map(([key]) => key % MOST), own.map((_, place) => place));
  }
  assert.ok(parts.every(([key]) => photos.some(({ number }) => number === Math.floor(key / MOST))), 'no part without its photo');
  assert.ok(parts.every(([, length]) => length > 0 && length < 1000), 'no part is long');
  assert.equal(texts, 0);
}

/** Small copies as they are shown. @param {Setting} setting @param {string[]} photos @returns {Promise<any[]>} */
const copies = async ({ ask }, photos) => Object.values(await ask('small-copies', { photos }));

/** Gives a photo another number. @param {Setting} setting @param {number} from @param {number} to */
const renumber = ({ own }, from, to) => own.evaluate((old, now) => new Promise((done, failed) => {
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
}), from, to);

/** Writes the whole store anew as an earlier version had it. @param {Setting} setting @param {3 | 4} version */
async function asVersion(setting, version) {
  /** @type {{ photos: Array<{ address: string }> }} */
  const { photos } = JSON.parse(await setting.ask('export'));
  await setting.stage.killWorker();
  await setting.own.evaluate(async (version, addresses, most) => {
    const asked = (/** @type {IDBRequest} */ request) => new Promise((resolve, failed) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => failed(request.error);
    });
    const text = (/** @type {ArrayBuffer} */ bytes) => new TextDecoder().decode(bytes);
    const now = /** @type {IDBDatabase} */ (await asked(indexedDB.open('vouchsafe')));
    /** @type {Record<string, Array<[any, any]>>} */
    const held = { renditions: [] };
    for (const name of now.objectStoreNames) {
      const table = now.transaction(name).objectStore(name);
      const [keys, values] = await Promise.all([asked(table.getAllKeys()), asked(table.getAll())]);
      held[name] = keys.map((/** @type {any} */ key, /** @type {number} */ i) => [typeof key === 'number' ? key : text(key), values[i]]);
    }
    now.close();
    held.photos = held.photos.map(([number, { photo: { id, ...photo } }]) => {
      const parts = held.parts.filter(([part]) => Math.floor(part / most) === number);
      held.renditions.push([text(id), version === 4 ? number : new Blob(parts.map(([, bytes]) => bytes))]);
      if (version === 4) return [text(id), { photo }];
      return [text(id), { photo: { same: [], ...photo, address: addresses.find((address) => address.includes(`/${text(id)}/`)) } }];
    });
    if (version === 3) {
      delete held.parts;
      for (const one of held.renditions) one[1] = { rendition: { photo: one[0], bytes: new Uint8Array(await one[1].arrayBuffer()) } };
      for (const one of held.sightings) {
        const [profile, name, , place] = one[0].split('\n');
        one[1] = { sighting: { profile, name, place: place === 'i' ? 'invitation' : 'profile', ...one[1].sighting } };
      }
    }
    // What cannot be read must not keep the rest from being moved.
    for (const name of ['photos', 'sightings', 'received']) held[name].push(['unreadable', 'nonsense']);
    await asked(indexedDB.deleteDatabase('vouchsafe'));
    const opening = indexedDB.open('vouchsafe', version);
    opening.onupgradeneeded = () => {
      for (const name of Object.keys(held)) opening.result.createObjectStore(name);
      /** @type {IDBTransaction} */ (opening.transaction).objectStore('sightings').createIndex('photo', 'sighting.photo');
    };
    const old = /** @type {IDBDatabase} */ (await asked(opening));
    const writing = old.transaction(Object.keys(held), 'readwrite');
    for (const [name, records] of Object.entries(held)) for (const [key, value] of records) writing.objectStore(name).put(value, key);
    await new Promise((done, failed) => {
      writing.oncomplete = done;
      writing.onabort = () => failed(writing.error);
    });
    old.close();
  }, version, photos.map(({ address }) => address), MOST);
}

for (const kind of /** @type {const} */ (['chromium', 'firefox'])) {
  within(kind, (setting) => {
    test('a small copy lies in short parts, comes back whole, and goes with its photo', async () => {
      await setting.forget();
      const people = await cast(setting);
      const { owner, stranger } = people;
      const both = [owner, stranger].map(({ photo }) => photo?.asset ?? '');
      await expectBadges(setting.stage, await setting.open(pages.march2026([owner, stranger])), { [owner.slug]: /too little known/, [stranger.slug]: /too little known/ });
      nothingLeftOver(await stored(setting));
      const shown = await copies(setting, both);
      assert.ok(shown.every((copy) => copy.side === 64) && shown[0].rgba !== shown[1].rgba);
      await setting.stage.killWorker();
      assert.deepEqual(await copies(setting, both), shown);

      // A larger one takes the place of the first.
      const larger = { ...owner, photo: { asset: both[0], setAt: LONG_AGO, size: 400 } };
      await setting.open(pages.march2026([larger]), `${RECEIVED}larger/`);
      await waitFor(async () => (await stored(setting)).photos.some(({ side }) => side === 400), { what: 'the larger photo to be stored' });
      const after = await stored(setting);
      nothingLeftOver(after);
      assert.equal(after.photos.length, 2);

      const [{ profile }] = (await setting.ask('held')).filter((/** @type {any} */ { name }) => name === owner.name);
      await setting.ask('forget-person', { profile });
      nothingLeftOver(await stored(setting));
      assert.deepEqual((await stored(setting)).photos.map(({ id }) => id), [both[1]]);
      await setting.ask('forget-all');
      assert.deepEqual(await stored(setting), NOTHING);
    });

    test('a write that fails half-way changes nothing', async () => {
      await setting.forget();
      const { owner } = await cast(setting);
      await expectBadges(setting.stage, await setting.open(pages.march2026([owner])), { [owner.slug]: /too little known/ });
      const [{ profile }] = await setting.ask('held');
      // A number that no parts can be deleted at: the forgetting fails when all else is on its way.
      const [{ number }] = (await stored(setting)).photos;
      await renumber(setting, number, Infinity);
      const before = await stored(setting);
      try {
        await assert.rejects(setting.ask('forget-person', { profile }), /storage-failed/);
        assert.deepEqual(await stored(setting), before);
        assert.equal((await setting.ask('held')).length, 1);
      } finally {
        await renumber(setting, Infinity, number);
      }
      await setting.ask('forget-person', { profile });
      assert.deepEqual(await setting.ask('held'), []);
    });

    for (const version of /** @type {const} */ ([3, 4])) {
      test(`what version ${version} stored is moved: its photos, its small copies, and who shows the same`, async () => {
        await setting.forget();
        const people = await cast(setting);
        const { owner, thief, safe } = people;
        const both = [owner, safe].map(({ photo }) => photo?.asset ?? '');
        const before = await setting.open(pages.march2026([owner, safe]));
        await expectBadges(setting.stage, before, { [owner.slug]: /too little known/, [safe.slug]: /^Accept-safe/ });
        const shown = await copies(setting, both);
        const file = await setting.ask('export');
        // Nobody wakes the background while it has no store.
        await before.goto('about:blank');
        await asVersion(setting, version);
        // The order of photos is that of their numbers, which version 3 did not have.
        const sorted = (/** @type {any[]} */ records) => records.map((record) => JSON.stringify(record)).sort();
        const whole = (/** @type {string} */ json) => ({ ...JSON.parse(json), photos: sorted(JSON.parse(json).photos) });
        assert.deepEqual(whole(await setting.ask('export')), whole(file));
        nothingLeftOver(await stored(setting));
        assert.deepEqual(await copies(setting, both), shown);
        const verdicts = verdictsOf(people);
        const page = await setting.open(pages.march2026([owner, thief]), `${RECEIVED}later/`);
        await expectBadges(setting.stage, page, { [owner.slug]: verdicts[owner.slug], [thief.slug]: verdicts[thief.slug] });
        nothingLeftOver(await stored(setting));
        await setting.ask('forget-all');
        assert.deepEqual(await stored(setting), NOTHING);
      });
    }
  });
}
