// Sizes, and the content script's own work on 300 cards, next to the page's times without the extension.

import { gzipSync } from 'node:zlib';
import { readFile } from 'node:fs/promises';
import { people, march2026 } from '../pages/index.mjs';
import { portrait, upload } from '../stage/pictures.mjs';
import { launch } from '../stage/browsers.mjs';
import { startServer } from '../stage/server.mjs';
import { waitFor } from '../stage/waiting.mjs';

const CARDS = 300;
const PATH = '/mynetwork/invitation-manager/received/';

/** @param {number} bytes */
const kb = (bytes) => `${(bytes / 1024).toFixed(0)} KB`;

for (const file of ['core/vouchsafe_bg.wasm', 'core/vouchsafe.js', 'content/main.js']) {
  const bytes = await readFile(`dist/vouchsafe/${file}`);
  console.log(
    `${file.padEnd(26)} ${kb(bytes.length).padStart(8)}  gzipped ${kb(gzipSync(bytes, { level: 9 }).length)}`,
  );
}

const faces = await Promise.all(Array.from({ length: 12 }, (_, i) => portrait(`bench ${i}`)));
const cast = people(CARDS);
const photos = new Map(cast.map(({ photo }, i) => [photo?.asset ?? '', upload(faces[i % faces.length])]));
const server = await startServer({
  pages: ({ path }) => (path === PATH ? march2026(cast, { batch: CARDS }) : undefined),
  photos,
});

/** The longest tasks of a page, in milliseconds, longest first. @param {boolean} withExtension */
async function longest(withExtension) {
  const stage = await launch('chromium', { server, extensionDir: withExtension ? 'dist/vouchsafe' : undefined });
  try {
    const page = await stage.newPage();
    await page.evaluateOnNewDocument(() => {
      /** @type {any} */ (globalThis).tasks = [];
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) /** @type {any} */ (globalThis).tasks.push(Math.round(duration));
      }).observe({ type: 'longtask', buffered: true });
    });
    const start = performance.now();
    await page.goto(`https://www.linkedin.com${PATH}`, { waitUntil: 'load' });
    if (withExtension) await stage.badgesWhen(page, (all) => all.length === CARDS, `${CARDS} badges`, 120_000);
    const took = performance.now() - start;
    const tasks = await waitFor(() => page.evaluate(() => /** @type {any} */ (globalThis).tasks), {
      what: 'the tasks',
    });
    return { took, tasks: /** @type {number[]} */ (tasks).sort((a, b) => b - a) };
  } finally {
    await stage.close();
  }
}

const without = await longest(false);
const withIt = await longest(true);
console.log(
  `\n${CARDS} cards in Chromium (tasks of 50 ms and more; the page's own are among them; goal for the extension's: none)`,
);
console.log(`without the extension: ${without.tasks.length} long tasks, longest ${without.tasks[0] ?? 'below 50'} ms`);
console.log(`with the extension:    ${withIt.tasks.length} long tasks, longest ${withIt.tasks[0] ?? 'below 50'} ms`);
console.log(`all badged after ${(withIt.took / without.took).toFixed(1)} times the page's own loading`);
await server.close();
