// The matcher in both browsers' WebAssembly: its golden table, which must be the native one bit for bit, and its times,
// as ratios to decoding one 100-pixel JPEG in the same run.
//   node tests/bench/matcher.mjs FOLDER FINGERPRINTS
// FOLDER: what wasm-bindgen made of crate/bench with --target no-modules; FINGERPRINTS: the file vouchsafe-bench wrote.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { binary } from '../stage/binaries.mjs';

const [folder, fingerprints] = process.argv.slice(2);
const QUERIES = 40;
/** How many bytes go into the page at once as base64; a multiple of 3. */
const PIECE = 3 * 2 ** 20;

for (const kind of /** @type {const} */ (['chromium', 'firefox'])) {
  const browser = await puppeteer.launch({
    browser: kind === 'chromium' ? 'chrome' : 'firefox',
    executablePath: binary(kind),
    headless: true,
    protocolTimeout: 600_000,
    ...(kind === 'chromium' ? { pipe: true, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] } : {}),
  });
  try {
    await measure(browser, kind);
  } finally {
    await browser.close();
  }
}

/**
 * @param {import('puppeteer-core').Browser} browser
 * @param {string} kind
 */
async function measure(browser, kind) {
  const page = await browser.newPage();
  await page.evaluate(
    `${await readFile(join(folder, 'bench.js'), 'utf8')};globalThis.bindings = wasm_bindgen;undefined`,
  );
  await page.evaluate(() => {
    /** @type {any} */ (globalThis).files = { wasm: [], prints: [] };
  });
  for (const [name, path] of [
    ['wasm', join(folder, 'bench_bg.wasm')],
    ['prints', fingerprints],
  ]) {
    const bytes = await readFile(path);
    for (let at = 0; at < bytes.length; at += PIECE) {
      await page.evaluate(
        (name, piece) => {
          /** @type {any} */ (globalThis).files[name].push(
            Uint8Array.from(atob(piece), (letter) => letter.charCodeAt(0)),
          );
        },
        name,
        bytes.subarray(at, at + PIECE).toString('base64'),
      );
    }
  }
  const took = await page.evaluate(async (queries) => {
    const { bindings, files } = /** @type {any} */ (globalThis);
    const bytes = async (/** @type {Uint8Array[]} */ pieces) =>
      new Uint8Array(await new Blob(/** @type {any} */ (pieces)).arrayBuffer());
    const { memory } = await bindings({ module_or_path: await bytes(files.wasm) });
    const { Bench } = bindings;
    const middle = (/** @type {number[]} */ times) => times.sort((a, b) => a - b)[times.length >> 1];
    const jpegs = Array.from({ length: queries }, (_, k) => Bench.jpeg(k, k % 2 === 0));
    // The page's clock is coarse: twenty of one step at a time.
    const each = (/** @type {(jpeg: Uint8Array) => unknown} */ step) =>
      middle(
        jpegs.map((jpeg) => {
          const start = performance.now();
          for (let i = 0; i < 20; i++) step(jpeg);
          return (performance.now() - start) / 20;
        }),
      );
    each(Bench.decode);
    const decoding = each(Bench.decode);
    const reading = each(Bench.read);
    const bench = new Bench();
    const held = bench.remember(await bytes(files.prints), 0);
    let candidates = 0;
    let found = 0;
    let others = 0;
    const lookup = middle(
      jpegs.map((jpeg, number) => {
        candidates += bench.seek(jpeg);
        const start = performance.now();
        const same = bench.look_up();
        const took = performance.now() - start;
        const isOwn = same.includes(number);
        if (isOwn) found += 1;
        others += same.length - (isOwn ? 1 : 0);
        return took;
      }),
    );
    return {
      differing: Bench.differing(),
      held,
      decoding,
      reading,
      lookup,
      candidates: candidates / queries,
      found,
      others,
      megabytes: memory.buffer.byteLength / 2 ** 20,
    };
  }, QUERIES);
  console.log(`in ${kind}, as ratios to decoding one 100-pixel JPEG`);
  console.log(
    `golden table:                     ${took.differing === '' ? 'as natively, bit for bit' : `differs in\n${took.differing}`}`,
  );
  if (took.differing !== '') process.exitCode = 1;
  console.log(`fingerprint, decoding included:   ${(took.reading / took.decoding).toFixed(1)} (goal: 5)`);
  console.log(
    `lookup among ${took.held}, confirmed:  ${(took.lookup / took.decoding).toFixed(1)} (goal: 150; ${took.candidates.toFixed(1)} candidates, ${took.found} found of ${QUERIES / 2}, ${took.others} other pictures taken for the same)`,
  );
  console.log(`working memory:                   ${took.megabytes.toFixed(0)} MB (goal: 256)`);
}
