// What the built extension stores for the golden pictures, in both browsers: the same as natively, bit for bit. The
// table is checked natively in crate/bench/src/golden.rs, which describes it.

import { test } from 'node:test';
import { readFile } from 'node:fs/promises';
import { exported } from '../demo/answers.mjs';
import { assert, overviewWhen, pages, within } from './setting.mjs';

const FOLDER = new URL('../golden/', import.meta.url);
const rows = (await readFile(new URL('table.csv', FOLDER), 'utf8'))
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [picture, rendition, fingerprint, same] = line.split(',');
    return {
      picture,
      rendition,
      fingerprint,
      same: new Map(same.split(' + ').map((one) => /** @type {[string, string]} */ (one.split(' ')))),
    };
  });

/** The pictures that are the same as one, directly or through others: the transitive closure. @param {string} picture */
function joined(picture) {
  const found = new Set([picture]);
  for (const one of found)
    for (const other of rows.find((row) => row.picture === one)?.same.keys() ?? []) found.add(other);
  found.delete(picture);
  return [...found].sort();
}

/** FNV-1a. @param {string} base64 */
function fnv1a(base64) {
  let fnv1a = 0xcbf29ce484222325n;
  for (const byte of Buffer.from(base64, 'base64')) fnv1a = BigInt.asUintN(64, (fnv1a ^ BigInt(byte)) * 0x100000001b3n);
  return fnv1a.toString(16).padStart(16, '0');
}

for (const kind of /** @type {const} */ (['chromium', 'firefox'])) {
  within(kind, (setting) => {
    test('stores the same for the golden pictures as natively, and takes the same ones for the same', async () => {
      const bytes = await Promise.all(rows.map(({ picture }) => readFile(new URL(picture, FOLDER))));
      const cast = pages.people(rows.length, (n) => ({ photo: { asset: `C4E03Agolden${n}` } }));
      for (const [n, { picture }] of rows.entries())
        setting.photos.set(`C4E03Agolden${n}`, {
          body: bytes[n],
          type: `image/${picture.split('.')[1].replace('jpg', 'jpeg')}`,
        });
      await setting.open(pages.march2026(cast, { batch: rows.length }));
      const { items } = await overviewWhen(
        setting,
        (look) => look.items.length === rows.length && look.items.every(({ compared }) => compared === rows.length - 1),
        'all pictures to be compared',
      );
      const number = (/** @type {string | undefined} */ text) => Number(/golden(\d+)/.exec(text ?? '')?.[1]);

      const stored = (await exported(setting.own)).photos.map((/** @type {any} */ photo) =>
        [rows[number(photo.address)].picture, fnv1a(photo.rendition), fnv1a(photo.fingerprint ?? '')].join(),
      );
      assert.deepEqual(
        stored.sort(),
        rows.map(({ picture, rendition, fingerprint }) => [picture, rendition, fingerprint].join()).sort(),
      );

      for (const { photo, twins } of items) {
        const { picture, same } = rows[number(photo?.id)];
        assert.deepEqual(twins.map((twin) => rows[number(twin.photo)].picture).sort(), joined(picture), picture);
        for (const twin of twins) {
          // The network decides which of the two came first, and so which was looked up later.
          const other = rows[number(twin.photo)];
          if (!same.has(other.picture) && !other.same.has(picture)) continue;
          const either = [same.get(other.picture), other.same.get(picture)];
          assert.ok(
            either.includes(twin.nearExact ? 'near-exact' : 'looser'),
            `${picture} and ${other.picture}: ${either}`,
          );
        }
      }
    });
  });
}
