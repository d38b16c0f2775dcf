// The matcher in both browsers' WebAssembly: its golden table, which must be the native one bit for bit, and its times,
// in milliseconds and as ratios to decoding one 100-pixel JPEG in the same run. node tests/bench/matcher.mjs FOLDER
// FINGERPRINTS FOLDER: the output of wasm-bindgen for crate/bench with --target no-modules; FINGERPRINTS: the file
// vouchsafe-bench wrote.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { binary } from '../stage/binaries.mjs';

const [folder, fingerprints] = process.argv.slice(2);
/** How many photos are looked up; every other one is remembered, cropped. */
const QUERIES = 100;
/** How often each is decoded and read. */
const EACH = 10;
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
  const took = await page.evaluate(
    async (queries, each) => {
      const { bindings, files } = /** @type {any} */ (globalThis);
      const bytes = async (/** @type {Uint8Array[]} */ pieces) =>
        new Uint8Array(await new Blob(/** @type {any} */ (pieces)).arrayBuffer());
      const { memory } = await bindings({ module_or_path: await bytes(files.wasm) });
      const { Bench } = bindings;
      const jpegs = Array.from({ length: queries }, (_, k) => Bench.jpeg(k, k % 2 === 0));
      const bench = new Bench();
      const held = bench.remember(await bytes(files.prints), 0);
      /** One step's time; the page's clock is coarse, so several at once. @param {() => unknown} step @param {number} times */
      const timed = (step, times) => {
        const start = performance.now();
        for (let i = 0; i < times; i++) step();
        return (performance.now() - start) / times;
      };
      for (const jpeg of jpegs) Bench.decode(jpeg);
      let candidates = 0;
      let found = 0;
      let others = 0;
      // In turn, so that other load on the machine slows all three alike.
      const times = jpegs.map((jpeg, number) => {
        candidates += bench.prepare(jpeg);
        /** @type {number[]} */
        let same = [];
        const decoding = timed(() => Bench.decode(jpeg), each);
        const reading = timed(() => Bench.read(jpeg), each);
        const lookup = timed(() => (same = bench.look_up()), 1);
        const isOwn = same.includes(number);
        if (isOwn) found += 1;
        others += same.length - (isOwn ? 1 : 0);
        return { decoding, reading, lookup };
      });
      return {
        differing: Bench.differing(),
        held,
        times,
        candidates: candidates / queries,
        found,
        others,
        megabytes: memory.buffer.byteLength / 2 ** 20,
      };
    },
    QUERIES,
    EACH,
  );
  /** First quartile, median, third quartile, in milliseconds. @param {'decoding' | 'reading' | 'lookup'} step */
  const quartiles = (step) => {
    const sorted = took.times.map((one) => one[step]).sort((a, b) => a - b);
    return [1, 2, 3].map((quarter) => sorted[Math.floor((sorted.length * quarter) / 4)]);
  };
  const decoding = quartiles('decoding')[1];
  /** @param {'decoding' | 'reading' | 'lookup'} step */
  const said = (step) => {
    const [low, middle, high] = quartiles(step).map((time) => time.toFixed(2));
    return `${middle} ms (half within ${low} and ${high}), ${(quartiles(step)[1] / decoding).toFixed(1)} times decoding`;
  };
  console.log(`in ${kind}, medians of ${QUERIES} rounds`);
  console.log(
    `golden table:                     ${took.differing === '' ? 'as natively, bit for bit' : `differs in\n${took.differing}`}`,
  );
  if (took.differing !== '') process.exitCode = 1;
  console.log(`decoding a 100-pixel JPEG:        ${said('decoding')}`);
  console.log(`fingerprint, decoding included:   ${said('reading')} (goal: 3)`);
  console.log(`lookup among ${took.held}, confirmed:  ${said('lookup')} (goal: 60)`);
  console.log(
    `                                  ${took.candidates.toFixed(1)} candidates, ${took.found} found of ${QUERIES / 2}, ${took.others} other pictures taken for the same`,
  );
  console.log(`working memory:                   ${took.megabytes.toFixed(0)} MB (goal: 256)`);
}
