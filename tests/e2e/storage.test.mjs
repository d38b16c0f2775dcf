// What is stored of a photo, and how: the small copy in parts, nothing left over, nothing half, earlier versions read.

import { test } from 'node:test';
import { LONG_AGO, RECEIVED, assert, cast, expectBadges, pages, pictures, verdictsOf, waitFor, within } from './setting.mjs';

/** @typedef {import('./setting.mjs').Setting} Setting */
/** @typedef {{ places: Array<[string, any]>, parts: Array<[number, number]>, photos: any[], sightings: number }} Stored */

/** Keys of one copy's parts begin at its number times this (crate/wasm/src/store/small_copies.rs). */
const MOST = 64;

/** @param {Setting} setting @returns {Promise<Stored>} */
const stored = ({ own }) => own.evaluate(() => new Promise((resolve, failed) => {
  const opening = indexedDB.open('vouchsafe');
  opening.onerror = () => failed(opening.error);
  opening.onsuccess = () => {
    const transaction = opening.result.transaction(['renditions', 'parts', 'photos', 'sightings']);
    const all = (/** @type {string} */ name) => {
      const table = transaction.objectStore(name);
      return [table.getAllKeys(), table.getAll()];
    };
    const [[places, numbers], [parts, bytes], [, photos], [sightings]] = ['renditions', 'parts', 'photos', 'sightings'].map(all);
    transaction.oncomplete = () => {
      opening.result.close();
      resolve(/** @type {any} */ ({
        places: places.result.map((key, i) => [key, numbers.result[i]]),
        parts: parts.result.map((key, i) => [key, bytes.result[i].byteLength]),
        photos: photos.result.map(({ photo }) => ({ side: photo.side })),
        sightings: sightings.result.length,
      }));
    };
  };
}));

/** Every copy has its parts, none of them long, and there are no others. @param {Stored} stored */
function nothingLeftOver({ places, parts }) {
  for (const [photo, number] of places) {
    const own = parts.filter(([key]) => Math.floor(key / MOST) === number);
    assert.ok(own.length > 1, `parts of ${photo}`);
    assert.deepEqual(own.map(([key]) => key % MOST), own.map((_, place) => place));
  }
  assert.equal(new Set(places.map(([, number]) => number)).size, places.length, 'a number each');
  assert.ok(parts.every(([key]) => places.some(([, number]) => number === Math.floor(key / MOST))), 'no part without its copy');
  assert.ok(parts.every(([, length]) => length > 0 && length < 1000), 'no part is long');
}

/** Small copies as they are shown. @param {Setting} setting @param {string[]} photos @returns {Promise<any[]>} */
const copies = async ({ ask }, photos) => Object.values(await ask('small-copies', { photos }));

/** Puts a photo's copy at another place. @param {Setting} setting @param {string} photo @param {number} number */
const place = ({ own }, photo, number) => own.evaluate((key, value) => new Promise((done) => {
  const opening = indexedDB.open('vouchsafe');
  opening.onsuccess = () => {
    const transaction = opening.result.transaction('renditions', 'readwrite');
    transaction.objectStore('renditions').put(value, key);
    transaction.oncomplete = () => done(opening.result.close());
  };
}), photo, number);

/** Writes the whole store anew as version 3 had it. @param {Setting} setting */
async function asVersion3(setting) {
  /** @type {{ photos: Array<{ address: string }> }} */
  const { photos } = JSON.parse(await setting.ask('export'));
  await setting.stage.killWorker();
  await setting.own.evaluate(async (addresses, most) => {
    const asked = (/** @type {IDBRequest} */ request) => new Promise((resolve, failed) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => failed(request.error);
    });
    const now = /** @type {IDBDatabase} */ (await asked(indexedDB.open('vouchsafe')));
    const names = [...now.objectStoreNames];
    /** @type {Record<string, Array<[any, any]>>} */
    const held = {};
    for (const name of names) {
      const table = now.transaction(name).objectStore(name);
      const [keys, values] = await Promise.all([asked(table.getAllKeys()), asked(table.getAll())]);
      held[name] = keys.map((/** @type {any} */ key, /** @type {number} */ i) => [key, values[i]]);
    }
    now.close();
    for (const one of held.photos) one[1] = { photo: { same: [], ...one[1].photo, address: addresses.find((address) => address.includes(`/${one[0]}/`)) } };
    for (const one of held.renditions) {
      const parts = held.parts.filter(([part]) => Math.floor(part / most) === one[1]).map(([, bytes]) => bytes);
      one[1] = { rendition: { photo: one[0], bytes: new Uint8Array(await new Blob(parts).arrayBuffer()) } };
    }
    for (const one of held.sightings) {
      const [profile, name, , place] = one[0].split('\n');
      one[1] = { sighting: { profile, name, place: place === 'i' ? 'invitation' : 'profile', ...one[1].sighting } };
    }
    await asked(indexedDB.deleteDatabase('vouchsafe'));
    const opening = indexedDB.open('vouchsafe', 3);
    opening.onupgradeneeded = () => {
      for (const name of names) if (name !== 'parts') opening.result.createObjectStore(name);
      /** @type {IDBTransaction} */ (opening.transaction).objectStore('sightings').createIndex('photo', 'sighting.photo');
    };
    const old = /** @type {IDBDatabase} */ (await asked(opening));
    const writing = old.transaction(names.filter((name) => name !== 'parts'), 'readwrite');
    for (const name of names) if (name !== 'parts') for (const [key, value] of held[name]) writing.objectStore(name).put(value, key);
    await new Promise((done, failed) => {
      writing.oncomplete = done;
      writing.onabort = () => failed(writing.error);
    });
    old.close();
  }, photos.map(({ address }) => address), MOST);
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
      assert.equal(after.places.length, 2);

      const [{ profile }] = (await setting.ask('held')).filter((/** @type {any} */ { name }) => name === owner.name);
      await setting.ask('forget-person', { profile });
      nothingLeftOver(await stored(setting));
      assert.deepEqual((await stored(setting)).places.map(([key]) => key), [both[1]]);
      await setting.ask('forget-all');
      assert.deepEqual(await stored(setting), { places: [], parts: [], photos: [], sightings: 0 });
    });

    test('a write that fails half-way changes nothing', async () => {
      await setting.forget();
      const { owner } = await cast(setting);
      await expectBadges(setting.stage, await setting.open(pages.march2026([owner])), { [owner.slug]: /too little known/ });
      const [{ profile }] = await setting.ask('held');
      // A place that no parts can be deleted at: the forgetting fails when all else is on its way.
      await place(setting, owner.photo?.asset ?? '', Infinity);
      const before = await stored(setting);
      try {
        await assert.rejects(setting.ask('forget-person', { profile }), /storage-failed/);
        assert.deepEqual(await stored(setting), before);
        assert.equal((await setting.ask('held')).length, 1);
      } finally {
        await place(setting, owner.photo?.asset ?? '', 0);
      }
      await setting.ask('forget-person', { profile });
      assert.deepEqual(await setting.ask('held'), []);
    });

    test('what version 3 stored is read: its photos, its small copies, and who shows the same', async () => {
      await setting.forget();
      const people = await cast(setting);
      const { owner, thief, safe } = people;
      const both = [owner, safe].map(({ photo }) => photo?.asset ?? '');
      await expectBadges(setting.stage, await setting.open(pages.march2026([owner, safe])), { [owner.slug]: /too little known/, [safe.slug]: /^Accept-safe/ });
      const shown = await copies(setting, both);
      const file = await setting.ask('export');
      await asVersion3(setting);
      assert.equal(await setting.ask('export'), file);
      assert.deepEqual(await copies(setting, both), shown);
      const verdicts = verdictsOf(people);
      const page = await setting.open(pages.march2026([owner, thief]), `${RECEIVED}later/`);
      await expectBadges(setting.stage, page, { [owner.slug]: verdicts[owner.slug], [thief.slug]: verdicts[thief.slug] });
      await setting.ask('forget-all');
      assert.deepEqual(await stored(setting), { places: [], parts: [], photos: [], sightings: 0 });
    });
  });
}
