// What one remembered photo takes in the browser's storage: name, profile, address, fingerprint and small copy. The
// photos of one page are exported, multiplied with other fingerprints, and imported into a fresh browser.

import { randomBytes } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { askBackground, overview } from '../demo/answers.mjs';
import { people, march2026 } from '../pages/index.mjs';
import { portrait, rendition, upload } from '../stage/pictures.mjs';
import { launch } from '../stage/browsers.mjs';
import { startServer } from '../stage/server.mjs';
import { waitFor } from '../stage/waiting.mjs';

const CARDS = 60;
const TIMES = 34;
/** So long without a change, in milliseconds, and the storage has settled. */
const STILL = 10_000;
const PATH = '/mynetwork/invitation-manager/received/';
/** Kind, version and img_hash's hashes at the start of a fingerprint (crate/core/src/photo/fingerprint.rs) stay. */
const HEAD = 66;

/** @param {string} [folder] Real portraits, where somebody put some; they take more bytes than drawn ones. */
async function pictures(folder) {
  if (!folder) return Promise.all(Array.from({ length: CARDS }, (_, i) => portrait(`storage ${i}`)));
  const files = (await readdir(folder)).filter((file) => /\.(jpe?g|png|webp)$/.test(file)).sort();
  return Promise.all(files.slice(0, CARDS).map(async (file) => rendition(await readFile(join(folder, file)), { size: 400 })));
}

/** @param {any} file An export. @param {number} n */
function another({ sightings, photos }, n) {
  // In front: copies side by side in the order of keys would be packed together as no real photos are.
  const renamed = (/** @type {string} */ id) => `x${n}x${id}`;
  return {
    sightings: sightings.map((/** @type {any} */ one) => ({ ...one, profile: renamed(one.profile), photo: renamed(one.photo) })),
    photos: photos.map((/** @type {any} */ one) => {
      const bytes = Buffer.from(one.fingerprint, 'base64');
      const other = Buffer.concat([bytes.subarray(0, HEAD), randomBytes(bytes.length - HEAD)]);
      const address = one.address.replace(/\/v2\/([^/]+)\//, (/** @type {string} */ _, /** @type {string} */ id) => `/v2/${renamed(id)}/`);
      return { ...one, address, fingerprint: other.toString('base64') };
    }),
  };
}

const cast = people(CARDS);
const faces = await pictures(process.argv[2]);
const photos = new Map(cast.map(({ photo }, i) => [photo?.asset ?? '', upload(/** @type {Buffer} */ (faces[i % faces.length]))]));
const server = await startServer({ pages: ({ path }) => (path === PATH ? march2026(cast, { batch: CARDS }) : undefined), photos });

/** @param {'chromium' | 'firefox'} kind @template T @param {(stage: any, own: any) => Promise<T>} task */
async function inBrowser(kind, task) {
  const stage = await launch(kind, { server, extensionDir: 'dist/vouchsafe' });
  try {
    return await task(stage, await stage.optionsPage());
  } finally {
    await stage.close();
  }
}

const seen = await inBrowser('chromium', async (stage, own) => {
  await stage.newPage(PATH);
  await waitFor(async () => (await overview(own)).items.filter(({ compared }) => compared > 0).length === CARDS || null, { what: 'all photos compared', timeout: 120_000 });
  return JSON.parse(await askBackground(own, 'export'));
});
const parts = [seen, ...Array.from({ length: TIMES - 1 }, (_, n) => ({ ...seen, ...another(seen, n) }))];

/** Settled: the browser has packed its tables, as far as it does. @param {() => Promise<number>} used */
async function settled(used) {
  let last = await used();
  let since = Date.now();
  return waitFor(async () => {
    const now = await used();
    if (now !== last) [last, since] = [now, Date.now()];
    return Date.now() - since > STILL ? now : null;
  }, { what: 'the storage to settle', timeout: 120_000 });
}

for (const kind of /** @type {const} */ (['chromium', 'firefox'])) {
  let stage = await launch(kind, { server, extensionDir: 'dist/vouchsafe' });
  try {
    let own = await stage.optionsPage();
    const used = () => own.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
    // Right after it was installed, the background may not listen yet.
    const listens = () => waitFor(() => askBackground(own, 'held').catch(() => null), { what: 'the background to answer', timeout: 60_000 });
    await listens();
    const before = await used();
    let imported = 0;
    for (const part of parts) imported += (await askBackground(own, 'import', { json: JSON.stringify(part) })).photos;
    const told = (/** @type {number} */ bytes) => `${((bytes - before) / imported / 1024).toFixed(2)} KB a photo`;
    const atOnce = told(await settled(used));
    // Started again, the browser writes its log into its tables, and packs them.
    stage = await stage.restart();
    own = await stage.optionsPage();
    await listens();
    console.log(`${kind}: ${told(await settled(used))} (goal 3), ${atOnce} before the browser was started again; ${imported} photos`);
  } finally {
    await stage.close();
  }
}
await server.close();
