// What one remembered photo takes in the browser's storage: name, profile, fingerprint, small copy, invitation and all.

import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { askBackground, overview } from '../demo/answers.mjs';
import { people, march2026 } from '../pages/index.mjs';
import { portrait, rendition, upload } from '../stage/pictures.mjs';
import { launch } from '../stage/browsers.mjs';
import { startServer } from '../stage/server.mjs';
import { waitFor } from '../stage/waiting.mjs';

const CARDS = 400;
const PATH = '/mynetwork/invitation-manager/received/';
/** Real portraits, where somebody put some; they take more bytes than drawn ones. */
const FOLDER = process.argv[2];

/** @returns {Promise<Buffer[]>} */
async function pictures() {
  if (!FOLDER) return Promise.all(Array.from({ length: CARDS }, (_, i) => portrait(`storage ${i}`)));
  const files = (await readdir(FOLDER)).filter((file) => /\.(jpe?g|png|webp)$/.test(file)).sort();
  return Promise.all(files.slice(0, CARDS).map(async (file) => rendition(await readFile(join(FOLDER, file)), { size: 400 })));
}

const cast = people(CARDS);
const faces = await pictures();
const photos = new Map(cast.map(({ photo }, i) => [photo?.asset ?? '', upload(/** @type {Buffer} */ (faces[i % faces.length]))]));
const server = await startServer({ pages: ({ path }) => (path === PATH ? march2026(cast, { batch: CARDS }) : undefined), photos });
for (const kind of /** @type {const} */ (['chromium', 'firefox'])) {
  const stage = await launch(kind, { server, extensionDir: 'dist/vouchsafe' });
  try {
    const own = await stage.optionsPage();
    const used = () => own.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
    await askBackground(own, 'held');
    const before = await used();
    await stage.newPage(PATH);
    await waitFor(async () => (await overview(own)).items.filter(({ compared }) => compared >= CARDS - 1).length > 0 || null, { what: 'all photos compared', timeout: 180_000 });
    const bytes = (await used()) - before;
    console.log(`${kind}: ${(bytes / CARDS / 1024).toFixed(2)} KB a photo (goal 3), ${(bytes / 1024).toFixed(0)} KB for ${CARDS}`);
  } finally {
    await stage.close();
  }
}
await server.close();
