// The built core on a store in Node's memory that follows the rules of IndexedDB: no browser is needed to test
// the stored form.

import { readFile } from 'node:fs/promises';
import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';

/** @typedef {Record<string, Array<[unknown, unknown]>>} Tables Keys and values of each object store. */

const CORE = new URL('../../dist/vouchsafe/core/', import.meta.url);
const NAME = 'vouchsafe';

// Without this, which Node 20 lacks, empty keys are taken for detached ones.
if (!('detached' in ArrayBuffer.prototype)) {
  Object.defineProperty(ArrayBuffer.prototype, 'detached', {
    /** @this {ArrayBuffer} */
    get() {
      try {
        return new Uint8Array(this).length < 0;
      } catch {
        return true;
      }
    },
  });
}
Object.assign(globalThis, { self: globalThis });

let number = 0;

/** Replaces the store by an empty one, as in a new browser. */
export function newStore() {
  globalThis.indexedDB = new IDBFactory();
}

/** A new core, as after the background was ended. @param {(url: string) => Promise<Buffer>} photos @returns {Promise<any>} */
export async function openCore(photos) {
  globalThis.fetch = /** @type {any} */ (
    async (/** @type {string | Request} */ asked) =>
      new Response(new Uint8Array(await photos(typeof asked === 'string' ? asked : asked.url)), {
        headers: { 'content-type': 'image/jpeg' },
      })
  );
  const { default: start, Core } = await import(`${CORE.href}vouchsafe.js?${(number += 1)}`);
  await start({ module_or_path: await readFile(new URL('vouchsafe_bg.wasm', CORE)) });
  const core = new Core();
  core.allowPhotos(true);
  return core;
}

/** @param {number} [version] @param {(database: IDBDatabase) => void} [upgrade] @returns {Promise<IDBDatabase>} */
const opened = (version, upgrade) =>
  new Promise((done, failed) => {
    const opening = indexedDB.open(NAME, version);
    opening.onupgradeneeded = () => upgrade?.(opening.result);
    opening.onsuccess = () => done(opening.result);
    opening.onerror = () => failed(opening.error);
  });

/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
const answered = (request) =>
  new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });

/** Bytes as text, and back. @param {string} _ @param {any} value */
export const writeBytes = (_, value) =>
  value instanceof ArrayBuffer
    ? { buffer: Buffer.from(value).toString('base64') }
    : ArrayBuffer.isView(value)
      ? { bytes: Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64') }
      : value;
/** @param {string} _ @param {any} value */
export function readBytes(_, value) {
  const text = value?.buffer ?? value?.bytes;
  if (typeof text !== 'string' || Object.keys(value).length !== 1) return value;
  const bytes = new Uint8Array(Buffer.from(text, 'base64'));
  return value.buffer === undefined ? bytes : bytes.buffer;
}

/** The whole content of the store. @returns {Promise<{ version: number, tables: Tables }>} */
export async function stored() {
  const database = await opened();
  /** @type {Tables} */
  const tables = {};
  for (const name of database.objectStoreNames) {
    const table = database.transaction(name).objectStore(name);
    const [keys, values] = [
      await answered(table.getAllKeys()),
      await answered(database.transaction(name).objectStore(name).getAll()),
    ];
    tables[name] = keys.map((key, index) => [key, values[index]]);
  }
  const { version } = database;
  database.close();
  return { version, tables };
}

/** Puts a value under a key. @param {string} table @param {any} key @param {any} value */
export async function put(table, key, value) {
  const database = await opened();
  await answered(database.transaction(table, 'readwrite').objectStore(table).put(value, key));
  database.close();
}

/** Deletes what is under a key. @param {string} table @param {any} key */
export async function remove(table, key) {
  const database = await opened();
  await answered(database.transaction(table, 'readwrite').objectStore(table).delete(key));
  database.close();
}

/** Puts a store in place of the present one, with its indexes. @param {{ version: number, tables: Tables, indexes: Record<string, Record<string, { path: string, unique: boolean }>> }} was */
export async function restored({ version, tables, indexes }) {
  newStore();
  const database = await opened(version, (made) => {
    for (const name of Object.keys(tables)) {
      const table = made.createObjectStore(name);
      for (const [index, { path, unique }] of Object.entries(indexes[name] ?? {}))
        table.createIndex(index, path, { unique });
    }
  });
  for (const [name, rows] of Object.entries(tables)) {
    const table = database.transaction(name, 'readwrite').objectStore(name);
    for (const [key, value] of rows) await answered(table.put(value, /** @type {IDBValidKey} */ (key)));
  }
  database.close();
}

/** The indexes of the present store. */
export async function indexes() {
  const database = await opened();
  /** @type {Record<string, Record<string, { path: string, unique: boolean }>>} */
  const found = {};
  for (const name of database.objectStoreNames) {
    const table = database.transaction(name).objectStore(name);
    for (const index of table.indexNames)
      (found[name] ??= {})[index] = { path: String(table.index(index).keyPath), unique: table.index(index).unique };
  }
  database.close();
  return found;
}
