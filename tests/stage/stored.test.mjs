// The store without a browser: everything that any version stored stays readable, and no write is left half-done.

import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { test } from 'node:test';
import { photoUrl } from '../pages/people.mjs';
import { fill } from './many.mjs';
import { noRoom } from './no-room.mjs';
import { mirror, portrait, rendition, upload } from './pictures.mjs';
import { indexes, newStore, openCore, put, readBytes, remove, restored, stored, writeBytes } from './stored.mjs';

/** The frozen store of a version. @param {number} version */
const frozenOf = (version) => new URL(`../stored/store-${version}.json`, import.meta.url);
/** The present version. Its file is written, by `WRITE_STORED=1`, when the version is new, and then never again. */
const PRESENT = 9;
/** All versions that are read. */
const VERSIONS = [6, 7, 8, PRESENT];

const own = await portrait('owner');
const PICTURES = new Map([
  ['C4E03Aown', upload(own)],
  ['D4D03Atheft', upload(await rendition(await mirror(own), { size: 300, quality: 60 }))],
  ['C4E03Aother', upload(await portrait('other'))],
]);

/** @param {string} url */
async function photos(url) {
  const asset = /\/v2\/([^/]+)/.exec(url)?.[1] ?? '';
  const picture = PICTURES.get(asset);
  if (!picture) throw new TypeError('no such photo');
  return picture(100);
}

/** @param {string} name @param {string} asset @param {number} setAt */
function card(name, asset, setAt) {
  const href = `https://www.linkedin.com/in/${name.toLowerCase().replace(' ', '-')}/`;
  return {
    root: 'marked',
    urn: '',
    language: 'en',
    pieces: [
      { kind: 'link', href, text: '', strong: false },
      { kind: 'image', src: photoUrl({ asset, setAt }), alt: `${name}’s profile picture`, link: href },
      { kind: 'link', href, text: name, strong: true },
      { kind: 'text', text: `${name} is inviting you to connect` },
      { kind: 'text', text: 'Pump engineer' },
      { kind: 'control', label: `Ignore an invitation to connect from ${name}`, text: 'Ignore', href: '' },
      { kind: 'control', label: `Accept ${name}’s invitation`, text: 'Accept', href: '' },
    ],
  };
}
const OWNER = card('Olga Brandt', 'C4E03Aown', Date.UTC(2019, 4, 6));
const THIEF = card('Theo Falkner', 'D4D03Atheft', Date.UTC(2025, 8, 1));
const OTHER = card('Jarek Mohn', 'C4E03Aother', Date.UTC(2022, 0, 1));

/** The verdict on each inviter, by name. @param {any} core @returns {Promise<Record<string, string>>} */
const verdicts = async (core) =>
  Object.fromEntries((await core.overview()).items.map((/** @type {any} */ { name, verdict }) => [name, verdict]));

const EXPECTED = { 'Olga Brandt': 'suspicious', 'Theo Falkner': 'likely-fake', 'Jarek Mohn': 'unchecked' };

test('the store outlives the core, and has the frozen form', async () => {
  newStore();
  const core = await openCore(photos);
  for (const one of [OWNER, THIEF, OTHER]) await core.seeCard(one);
  assert.deepEqual(await verdicts(core), EXPECTED);
  await core.checkOpened('C4E03Aother');
  await core.overrule('in:jarek-mohn', 'known');
  await core.seeConnections(463);
  await core.recordSearch('C4E03Aother', 'tineye', 'results', [
    { url: 'https://www.linkedin.com/in/somebody-else/', title: 'Somebody Else - Tester | LinkedIn', same: true },
  ]);
  await core.recordAccount('https://www.linkedin.com/in/jarek-mohn/', {
    rows: [{ label: 'Joined', month: { year: 2012, month: 3 }, verified: false }],
    verified: false,
  });
  await core.seePage({ keys: [], cards: 3, outside: 0, counts: [3] });
  const [version, tables, kept] = await (async () => {
    const now = await stored();
    return [now.version, now.tables, await indexes()];
  })();
  if (process.env.WRITE_STORED)
    await writeFile(frozenOf(version), `${JSON.stringify({ version, indexes: kept, tables }, writeBytes, 1)}\n`);
  const frozen = JSON.parse(await readFile(frozenOf(PRESENT), 'utf8'));
  assert.deepEqual([version, kept], [frozen.version, frozen.indexes]);
  /** The shape of a value: its fields and their types. @param {any} value @returns {unknown} */
  const shape = (value) =>
    Array.isArray(value)
      ? value.slice(0, 1).map(shape)
      : value && typeof value === 'object'
        ? Object.fromEntries(
            Object.entries(value)
              .map(([name, field]) => [name, shape(field)])
              .sort(),
          )
        : typeof value;
  const shapes = (/** @type {any} */ all) =>
    Object.fromEntries(
      Object.entries(JSON.parse(JSON.stringify(all, writeBytes))).map(([name, rows]) => [
        name,
        [.../** @type {any} */ (new Set(/** @type {any[]} */ (rows).map((row) => JSON.stringify(shape(row)))))].sort(),
      ]),
    );
  assert.deepEqual(shapes(tables), shapes(frozen.tables), 'another form is another version');
  const later = await openCore(photos);
  assert.equal((await verdicts(later))['Theo Falkner'], 'likely-fake');
});

for (const version of VERSIONS) {
  test(`a store of version ${version} is read, shown, exported and forgotten`, async () => {
    await restored(JSON.parse(await readFile(frozenOf(version), 'utf8'), readBytes));
    const core = await openCore(async () => {
      throw new TypeError('no photo is fetched again');
    });
    const { items } = await core.overview();
    assert.deepEqual(await verdicts(core), {
      ...EXPECTED,
      'Jarek Mohn': items.find((/** @type {any} */ { name }) => name === 'Jarek Mohn').verdict,
    });
    assert.equal(items.find((/** @type {any} */ { name }) => name === 'Jarek Mohn').opinion, 'known');
    for (const photo of PICTURES.keys()) assert.equal((await core.renditionPixels(photo)).side, 64, photo);
    const part = await core.exportPart(undefined);
    assert.equal(part.lines.filter((/** @type {any} */ line) => line.photo).length, 3);
    for (const one of [OWNER, THIEF, OTHER]) await core.seeCard(one);
    assert.deepEqual((await verdicts(core))['Theo Falkner'], 'likely-fake');
    await core.forgetPerson('olga-brandt');
    assert.deepEqual((await core.people()).map((/** @type {any} */ { name }) => name).sort(), [
      'Jarek Mohn',
      'Theo Falkner',
    ]);
    const { tables } = await stored();
    assert.equal(tables.photos.length, 2);
    await core.forgetAll();
    const left = (await stored()).tables;
    assert.deepEqual(
      Object.keys(left).filter((name) => left[name].length > 0 && name !== 'calendars'),
      [],
    );
  });
}

test('a write that the store refuses changes nothing, and the next one succeeds', async () => {
  newStore();
  const core = await openCore(photos);
  await core.seeCard(OWNER);
  const before = JSON.stringify((await stored()).tables, writeBytes);
  noRoom(true, globalThis);
  try {
    await assert.rejects(core.seeCard(THIEF), { code: 'storage-full' });
  } finally {
    noRoom(false, globalThis);
  }
  assert.equal(JSON.stringify((await stored()).tables, writeBytes), before);
  await core.seeCard(THIEF);
  assert.equal((await verdicts(core))['Theo Falkner'], 'likely-fake');
});

test('whatever is refused for want of room says so, and changes nothing', async () => {
  newStore();
  const core = await openCore(photos);
  await core.seeCard(OWNER);
  const before = [await lines(core), await core.overview()];
  for (const write of [
    () => core.overrule('in:olga-brandt', 'fake'),
    () => core.checkOpened('C4E03Aown'),
    () => core.seeConnections(463),
    () => core.seeCard(THIEF),
  ]) {
    const room = noRoomFor(0);
    try {
      await assert.rejects(write, { code: 'storage-full' }, String(write));
      assert.ok(!room.isLeft());
    } finally {
      room.end();
    }
    assert.deepEqual([await lines(core), await core.overview()], before, String(write));
  }
  const woken = await openCore(photos);
  assert.deepEqual([await lines(woken), await woken.overview()], before);
});

/** Makes the disk full for one write: those before are taken. @param {number} nth */
function noRoomFor(nth) {
  const [table, transaction] = [IDBObjectStore.prototype, IDBTransaction.prototype];
  const { put } = table;
  const error = /** @type {PropertyDescriptor} */ (Object.getOwnPropertyDescriptor(transaction, 'error') ?? {});
  const full = new WeakSet();
  let left = nth;
  table.put = /** @this {any} @param {...any} given */ function (...given) {
    const request = put.apply(this, /** @type {any} */ (given));
    if (left-- === 0) {
      full.add(this.transaction);
      this.transaction.abort();
    }
    return request;
  };
  Object.defineProperty(transaction, 'error', {
    configurable: true,
    get() {
      return full.has(this) ? new DOMException('No room', 'QuotaExceededError') : null;
    },
    set() {},
  });
  return {
    isLeft: () => left >= 0,
    end: () => {
      table.put = put;
      if (error.get) Object.defineProperty(transaction, 'error', error);
      else Reflect.deleteProperty(transaction, 'error');
    },
  };
}

/** The key of the first merged pack of fingerprints (crate/wasm/src/store/fingerprints.rs). */
const FIRST_MERGED = 2 ** 31;

/** All lines of an export. @param {any} core @returns {Promise<string[]>} */
async function lines(core) {
  const all = [];
  for (let after; after !== null; ) {
    /** @type {any} */
    const part = await core.exportPart(after);
    all.push(...part.lines.map((/** @type {any} */ line) => JSON.stringify(line)));
    after = part.next ?? null;
  }
  return all;
}

/** Whether a text is anywhere in the store. @param {string} text */
async function holds(text) {
  const bytes = (/** @type {any} */ value) =>
    value instanceof ArrayBuffer || ArrayBuffer.isView(value)
      ? Buffer.from(/** @type {any} */ (value instanceof ArrayBuffer ? value : value.buffer)).includes(text)
      : value && typeof value === 'object'
        ? Object.values(value).some(bytes)
        : String(value).includes(text);
  return Object.values((await stored()).tables)
    .flat(2)
    .some(bytes);
}

test('many people are read from packs as from their records, and nothing of forgotten people is left', async () => {
  newStore();
  await (await openCore(photos)).seeCard(OWNER);
  await fill(1, 1344);
  const rows = await lines(await openCore(photos));
  assert.equal(rows.length, 1 + 1344 + 1344 + 1);
  const packing = await openCore(photos);
  await packing.tidy(180, 100_000);
  const packed = (await stored()).tables;
  assert.ok(packed.packs.length > 0 && packed.since.length === 0);
  const keys = packed.fingerprints.map(([key]) => key);
  assert.deepEqual(
    [keys.length, keys[0], keys.at(-1)],
    [1344 - 1024 + 1, 1024, FIRST_MERGED],
    'the first 1,024 are one',
  );
  const later = await openCore(photos);
  assert.deepEqual(await lines(later), rows);
  await later.seeCard(THIEF);
  assert.equal((await verdicts(later))['Theo Falkner'], 'likely-fake', 'found among them');
  const since = (await stored()).tables.since.length;
  assert.ok(since > 0 && since <= 3, `${since} since`);
  assert.deepEqual(await verdicts(await openCore(photos)), await verdicts(later));

  assert.ok((await holds('olga-brandt')) && (await holds('C4E03Aown')));
  await later.forgetPerson('olga-brandt');
  assert.ok(!(await holds('olga-brandt')) && !(await holds('Olga Brandt')) && !(await holds('C4E03Aown')));
  assert.ok((await stored()).tables.packs.length > 0, 'packed again');
  assert.equal((await (await openCore(photos)).people()).length, 1344);
});

test('fingerprints that were not merged, since the background was ended, are merged at the next start', async () => {
  newStore();
  await (await openCore(photos)).overview();
  await fill(0, 1100);
  await (await openCore(photos)).tidy(180, 100_000);
  const singles = async () => (await stored()).tables.fingerprints.filter(([key]) => Number(key) < FIRST_MERGED);
  assert.equal((await singles()).length, 1100 - 1024);
  // The packs are new, and nothing is noted that was stored since.
  await fill(1100, 2100);
  assert.equal((await singles()).length, 2100 - 1024);
  await (await openCore(photos)).settle();
  assert.equal((await singles()).length, 2100 - 2048);
});

test('a damaged pack loses nothing: people are read from the records, fingerprints are computed again from renditions', async () => {
  newStore();
  await (await openCore(photos)).seeCard(OWNER);
  await fill(1, 1088);
  const core = await openCore(photos);
  await core.seeCard(THIEF);
  await core.tidy(180, 100_000);
  const rows = await lines(await openCore(photos));
  for (const [table, key, value] of /** @type {const} */ ([
    ['packs', 0, new Uint8Array([1, 0, 255]).buffer],
    ['packs', 0, 'nonsense'],
    ['fingerprints', 1088, new Uint8Array([7, 255]).buffer],
    ['fingerprints', 1088, 'nonsense'],
  ])) {
    await put(table, key, value);
    const damaged = await openCore(photos);
    if (table === 'packs') assert.deepEqual(await lines(damaged), rows);
    await damaged.tidy(180, 100_000);
    assert.deepEqual(await lines(await openCore(photos)), rows, `${table} ${value}`);
  }
  // In the merged pack only the owner's photo has a rendition.
  const ofOwner = (/** @type {string[]} */ all) => all.filter((line) => line.includes('C4E03Aown'));
  await put('fingerprints', FIRST_MERGED, new Uint8Array([7, 255]).buffer);
  await (await openCore(photos)).tidy(180, 100_000);
  assert.deepEqual(ofOwner(await lines(await openCore(photos))), ofOwner(rows));
});

/** The rows of a table of the present store, by their keys as text. @param {string} table @returns {Promise<Array<[any, any]>>} */
const rowsOf = async (table) => /** @type {any} */ ((await stored()).tables[table]);

test('a damaged rendition is none', async () => {
  newStore();
  await (await openCore(photos)).seeCard(OWNER);
  const [[key]] = await rowsOf('parts');
  for (const value of [-1, 1e300, 'nonsense', null]) {
    await put('parts', key, value);
    const damaged = await openCore(photos);
    assert.equal((await lines(damaged)).filter((line) => line.includes('C4E03Aown')).length > 0, true, String(value));
    assert.equal((await damaged.seeCard(THIEF)).kind, 'invitation');
  }
});

test('of packs among which one is missing or older none is read, and the records are', async () => {
  newStore();
  await (await openCore(photos)).seeCard(OWNER);
  await fill(64, 384);
  const packing = await openCore(photos);
  await packing.tidy(180, 100_000);
  const older = await rowsOf('packs');
  await packing.seeCard(THIEF);
  await packing.seeCard(OTHER);
  await packing.forgetPerson('jarek-mohn');
  const rows = await lines(await openCore(photos));
  const packs = await rowsOf('packs');
  assert.ok(packs.length >= 3);
  for (const [key, value] of packs) {
    const before = older.find(([other]) => other === key)?.[1];
    for (const wrong of [undefined, before]) {
      await (wrong === undefined ? remove('packs', key) : put('packs', key, wrong));
      const woken = await openCore(photos);
      assert.equal((await verdicts(woken))['Theo Falkner'], 'likely-fake', `pack ${key}`);
      assert.deepEqual(await lines(woken), rows, `pack ${key}`);
      await put('packs', key, value);
    }
  }
  for (const [key] of packs) await remove('packs', key);
  await put('packs', 'nonsense', null);
  assert.deepEqual(await lines(await openCore(photos)), rows);
});

test('records in each other’s place accuse nobody, and nothing of who is forgotten stays there', async () => {
  newStore();
  const core = await openCore(photos);
  for (const one of [OWNER, OTHER]) await core.seeCard(one);
  const expected = await verdicts(core);
  for (const table of ['sightings', 'received']) {
    const [[one, its], [other, others]] = await rowsOf(table);
    await put(table, one, others);
    await put(table, other, its);
    const woken = await openCore(photos);
    for (const [name, verdict] of Object.entries(await verdicts(woken))) assert.equal(verdict, expected[name], name);
    await woken.settle();
    await woken.forgetPerson('olga-brandt');
    assert.ok(!(await holds('olga-brandt')), table);
    for (const one of [OWNER, OTHER]) await woken.seeCard(one);
  }
});

test('of a photo whose record is lost nothing stays once its person is forgotten', async () => {
  newStore();
  const core = await openCore(photos);
  for (const one of [OWNER, OTHER]) await core.seeCard(one);
  const [[number]] = await rowsOf('photos');
  await remove('photos', number);
  await (await openCore(photos)).forgetPerson('olga-brandt');
  assert.ok(!(await holds('C4E03Aown')), 'its fingerprint');
  const parts = await rowsOf('parts');
  assert.ok(parts.length > 0 && parts.every(([key]) => Math.floor(key / 64) !== number), 'its small copy');
  assert.equal((await (await openCore(photos)).renditionPixels('C4E03Aother')).side, 64, 'the other has its own');
});
