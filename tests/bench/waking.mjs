// How soon a lookup is answered after the background has slept, by how many photos are remembered. The store is filled
// with made-up people from a page of the extension, without renditions, which waking does not read.
//
// node tests/bench/waking.mjs [PHOTOS…]

import { readFile } from 'node:fs/promises';
import { linesOf } from '../../extension/options/file.js';
import { askBackground } from '../demo/answers.mjs';
import { launch } from '../stage/browsers.mjs';
import { fill } from '../stage/many.mjs';
import { startServer } from '../stage/server.mjs';
import { waitFor } from '../stage/waiting.mjs';

const PHOTOS = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [2_000, 14_000, 100_000];
/** How many photos shall be ready within these milliseconds. */
const MANY = 100_000;
const READY = { chromium: 1000, firefox: 2000 };
/** More records of fingerprints than are left once they are merged (crate/wasm/src/store/fingerprints.rs). */
const MAX_APART = 1200;
/** How often the background is woken. */
const WAKINGS = 5;

/** How many records a table has; runs in a page. @param {string} table @returns {Promise<number>} */
const count = (table) =>
  new Promise((done) => {
    const opening = indexedDB.open('vouchsafe');
    opening.onsuccess = () => {
      const counted = opening.result.transaction(table).objectStore(table).count();
      counted.onsuccess = () => {
        opening.result.close();
        done(counted.result);
      };
    };
  });

const file = JSON.parse(await readFile('tests/stored/export-2.json', 'utf8'));
const theirs = file.photos.find((/** @type {any} */ photo) => photo.address.includes('/OTHER/'));

/** A person never seen before, as a file: the import looks the photo up among all others. @param {number} number */
const stranger = (number) => ({
  format: file.format,
  version: file.version,
  photos: [{ ...theirs, address: theirs.address.replace('OTHER', `BENCH${number}`), same: [] }],
  sightings: [{ ...file.sightings[0], photo: `BENCH${number}`, profile: `bench-${number}` }],
});

const server = await startServer({ pages: () => undefined, photos: new Map() });
for (const kind of /** @type {const} */ (['chromium', 'firefox'])) {
  for (const photos of PHOTOS) {
    const stage = await launch(kind, { server, extensionDir: 'dist/vouchsafe' });
    try {
      const own = await stage.optionsPage();
      const change = (/** @type {string} */ setting, /** @type {any} */ value) =>
        waitFor(() => askBackground(own, 'change-setting', { setting, value }).then(() => true), {
          what: 'the background to answer',
          timeout: 120_000,
        });
      // Changing how many are kept makes the background tidy, and so read and pack them.
      const tidied = async () => {
        await change('keepPhotos', MANY);
        // Not before the fingerprints are merged: the last ones stay apart.
        return (await own.evaluate(count, 'packs')) > 0 && (await own.evaluate(count, 'fingerprints')) < MAX_APART;
      };
      await tidied();
      for (let from = 0; from < photos; from += 6400) await own.evaluate(fill, from, Math.min(photos, from + 6400));
      await stage.killWorker();
      await waitFor(tidied, { what: 'the memory to be packed', timeout: 300_000, every: 2_000 });
      const took = [];
      for (let k = 0; k < WAKINGS; k++) {
        await stage.killWorker();
        // The background runs, and has read nothing yet.
        await change('badges', true);
        const lines = [];
        for await (const { line } of linesOf(new Blob([JSON.stringify(stranger(k))]))) lines.push(line);
        const start = performance.now();
        const job = await askBackground(own, 'import-begin');
        const part = (/** @type {string[]} */ some) =>
          askBackground(own, 'import-part', { job, text: some.join('\n') });
        // The header and the photo.
        await part(lines.slice(0, 2));
        took.push(performance.now() - start);
        await part(lines.slice(2));
        await askBackground(own, 'import-finish', { job });
      }
      took.sort((a, b) => a - b);
      const goal = photos === MANY ? ` (goal ${READY[kind]})` : '';
      const spread = `${took[0].toFixed(0)} to ${took[WAKINGS - 1].toFixed(0)}`;
      console.log(
        `${kind}: a lookup among ${photos} photos is answered ${took[WAKINGS >> 1].toFixed(0)} ms after waking, ${spread}${goal}`,
      );
    } finally {
      await stage.close();
    }
  }
}
await server.close();
