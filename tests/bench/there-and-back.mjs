// A large memory through the options page: imported from a file, exported again, and compared line by line. Meanwhile a
// page of invitations is opened, to see whether its cards are answered.
//
// VOUCHSAFE_MANY=100000 VOUCHSAFE_LINES=$PWD/target/bench/lines.json \
//   cargo test --release -p vouchsafe-core --lib lines_of_many -- --ignored
// node tests/bench/there-and-back.mjs target/bench/lines.json [chromium|firefox]

import { createReadStream, createWriteStream } from 'node:fs';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { Writer } from '../../extension/options/file.js';
import { askBackground } from '../demo/answers.mjs';
import { people, march2026 } from '../pages/index.mjs';
import { launch } from '../stage/browsers.mjs';
import { portrait, upload } from '../stage/pictures.mjs';
import { startServer } from '../stage/server.mjs';
import { waitFor } from '../stage/waiting.mjs';

const PATH = '/mynetwork/invitation-manager/received/';
/** How long an import or export may take, in milliseconds. */
const LONG = 3_600_000;
const CARDS = 20;

/** Writes a file in the options page's layout from the lines that the core's test wrote. @param {string} from @param {string} to */
async function laidOut(from, to) {
  const writer = new Writer();
  const file = createWriteStream(to);
  for await (const line of createInterface({ input: createReadStream(from) }))
    if (!file.write(writer.write(JSON.parse(line)))) await once(file, 'drain');
  file.end();
  await once(file, 'finish');
}

/** The sum of its records' hashes, independent of their order, and their number. @param {string} path */
async function sumOf(path) {
  let sum = 0n;
  let lines = 0;
  for await (const line of createInterface({ input: createReadStream(path) })) {
    if (!line.startsWith('{') || line.startsWith('{"format"')) continue;
    sum += createHash('sha256').update(line.replace(/,$/, '')).digest().readBigUInt64LE();
    lines += 1;
  }
  return `${lines} lines, ${(sum % 2n ** 64n).toString(16)}`;
}

const [lines, kind] = process.argv.slice(2);
const path = lines.replace(/\.json$/, '-laid-out.json');
await laidOut(lines, path);
const expected = await sumOf(path);
console.log(expected);

const cast = people(CARDS);
const photos = new Map(
  await Promise.all(
    cast.map(
      async ({ photo }, i) =>
        /** @type {[string, import('../stage/photos.mjs').Photo]} */ ([
          photo?.asset ?? '',
          upload(await portrait(`there ${i}`)),
        ]),
    ),
  ),
);
const server = await startServer({
  pages: ({ path: at }) => (at === PATH ? march2026(cast, { batch: CARDS }) : undefined),
  photos,
});

for (const browser of /** @type {const} */ (['chromium', 'firefox']).filter((one) => !kind || one === kind)) {
  const stage = await launch(browser, { server, extensionDir: 'dist/vouchsafe' });
  try {
    const own = await stage.optionsPage();
    await askBackground(own, 'change-setting', { setting: 'badges', value: true });
    const outcome = () =>
      own.$eval('.outcome', (one) => (one.classList.contains('trouble') ? '!' : '') + one.textContent);
    const done = async (/** @type {string} */ what) =>
      waitFor(outcome, { what, timeout: LONG, every: 1000, lastSeen: () => own.$eval('progress', (bar) => bar.value) });
    const picker = /** @type {import('puppeteer-core').ElementHandle<HTMLInputElement>} */ (
      await own.$('input[type=file]')
    );
    let since = performance.now();
    /** @param {string} what */
    const told = (what) => {
      console.log(`${browser}: ${what} after ${((performance.now() - since) / 1000).toFixed(1)} s`);
      since = performance.now();
    };
    await picker.uploadFile(path);
    await waitFor(async () => (await own.$eval('progress', (bar) => bar.value)) > 0 || outcome(), {
      what: 'the first part to be taken in',
      timeout: LONG,
    });
    const opened = performance.now();
    const page = await stage.newPage(PATH);
    await stage.badgesWhen(
      page,
      (all) => all.length === CARDS && all.every(({ name }) => !/^Checking/.test(name)),
      `${CARDS} badges while a file is taken in`,
      LONG,
    );
    console.log(`${browser}: ${CARDS} cards answered meanwhile within ${(performance.now() - opened).toFixed(0)} ms`);
    // The export must equal the file, so the invitations are forgotten again.
    await page.close();
    told(`taken in: ${await done('the file to be taken in')}`);
    for (const { slug } of cast) await askBackground(own, 'forget-person', { profile: slug });
    told('those of the page forgotten');
    await own.bringToFront();
    await own.evaluate(() => {
      const state = /** @type {any} */ (window);
      URL.createObjectURL = (blob) => {
        state.file = blob;
        return 'about:blank';
      };
      HTMLAnchorElement.prototype.click = () => {};
      /** @type {HTMLElement} */ (document.querySelector('.outcome')).textContent = '';
      const [save] = document.querySelectorAll('.tools button');
      /** @type {HTMLElement} */ (save).click();
    });
    told(`written out: ${await done('the file to be written')}`);
    const back = await own.evaluate(async () => {
      const reader = /** @type {Blob} */ (/** @type {any} */ (window).file).stream().getReader();
      const [decoder, encoder] = [new TextDecoder(), new TextEncoder()];
      let [rest, sum, count] = ['', 0n, 0];
      for (;;) {
        const { done: isDone, value } = await reader.read();
        const all = (rest + (isDone ? '' : decoder.decode(value, { stream: true }))).split('\n');
        rest = all.pop() ?? '';
        for (const line of all) {
          if (!line.startsWith('{') || line.startsWith('{"format"')) continue;
          const hash = await crypto.subtle.digest('SHA-256', encoder.encode(line.replace(/,$/, '')));
          sum += new DataView(hash).getBigUint64(0, true);
          count += 1;
        }
        if (isDone) return `${count} lines, ${(sum % 2n ** 64n).toString(16)}`;
      }
    });
    console.log(`${browser}: ${back === expected ? 'the same, line for line' : `ANOTHER FILE: ${back}`}`);
    told('compared');
  } finally {
    await stage.close();
  }
}
await server.close();
