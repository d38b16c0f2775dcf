// A soak test: 5,000 invitations over 50 navigations without a load, and the memory used by page and background.
//
// node tests/bench/soak.mjs [chromium|firefox] [NAVIGATIONS]

import sharp from 'sharp';
import { askBackground } from '../demo/answers.mjs';
import { people, march2026 } from '../pages/index.mjs';
import { launch } from '../stage/browsers.mjs';
import { randomFrom } from '../stage/pictures.mjs';
import { startServer } from '../stage/server.mjs';

/** @typedef {import('../stage/browsers.mjs').Stage} Stage @typedef {import('puppeteer-core').Page} Page */

const PATH = '/mynetwork/invitation-manager/received/';
const CARDS = 100;
const MB = 1024 * 1024;
const kind = process.argv[2] === 'firefox' ? 'firefox' : 'chromium';
const navigations = Number(process.argv[3] ?? 50);

/** A picture of its own for each upload: patches of colour, quick to make. @param {string} asset */
function patches(asset) {
  const random = randomFrom(asset);
  const edge = 24;
  const pixels = Buffer.from(Array.from({ length: edge * edge * 3 }, () => Math.floor(random() * 256)));
  return sharp(pixels, { raw: { width: edge, height: edge, channels: 3 } })
    .resize(100, 100, { kernel: 'cubic' })
    .jpeg()
    .toBuffer();
}

const all = people(CARDS * navigations);
const photos = new Map(all.flatMap(({ photo }) => (photo ? [[photo.asset, () => patches(photo.asset)]] : [])));
/** @param {number} at */
const onPage = (at) => march2026(all.slice(at * CARDS, (at + 1) * CARDS), { batch: CARDS });
// Without the Trusted Types policy, so that the page can be filled again.
const headers = {
  'content-security-policy':
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src https:",
};
const server = await startServer({
  pages: ({ path }) => (path.startsWith(PATH) ? { html: onPage(0), headers } : undefined),
  photos,
});
const stage = await launch(kind, { server, extensionDir: 'dist/vouchsafe' });

/** @param {string} html */
const cardsIn = (html) => /<main[^>]*>([\s\S]*?)<template/.exec(html)?.[1] ?? '';

/** In megabytes. @param {Page} page @returns {Promise<Record<string, number>>} */
async function memory(page) {
  if (kind === 'firefox') {
    const processes = await stage.driver.chrome?.(
      'Cu.forceGC(); Cu.forceCC(); return (await ChromeUtils.requestProcInfo()).children.map(({ type, memory }) => [type, memory])',
    );
    const of = (/** @type {string} */ type) =>
      Math.max(
        0,
        .../** @type {Array<[string, number]>} */ (processes)
          .filter(([one]) => one.startsWith(type))
          .map(([, bytes]) => bytes / MB),
      );
    return { page: of('web'), background: of('extension') };
  }
  const client = await page.createCDPSession();
  await client.send('Performance.enable');
  await client.send('HeapProfiler.collectGarbage');
  const { metrics } = await client.send('Performance.getMetrics');
  const metric = (/** @type {string} */ name) => metrics.find((one) => one.name === name)?.value ?? 0;
  await client.detach();
  const target = stage.browser.targets().find((one) => one.type() === 'service_worker');
  const worker = await target?.createCDPSession();
  await worker?.send('HeapProfiler.collectGarbage').catch(() => {});
  const heap = /** @type {any} */ (await worker?.send('Runtime.getHeapUsage'));
  await worker?.detach();
  return {
    page: metric('JSHeapUsedSize') / MB,
    nodes: metric('Nodes'),
    listeners: metric('JSEventListeners'),
    background: heap.usedSize / MB,
    'its bytes outside': (heap.backingStorageSize ?? 0) / MB,
  };
}

try {
  const own = await stage.optionsPage();
  // The choice of the welcome page.
  await askBackground(own, 'change-setting', { setting: 'badges', value: true });
  await own.close();
  const page = await stage.newPage(PATH);
  for (let at = 0; at < navigations; at += 1) {
    if (at > 0) {
      await page.evaluate(
        (html, path) => {
          history.pushState({}, '', path);
          const main = /** @type {HTMLElement} */ (document.querySelector('main'));
          main.replaceChildren();
          main.innerHTML = html;
        },
        cardsIn(onPage(at)),
        `${PATH}?n=${at}`,
      );
    }
    await stage.badgesWhen(
      page,
      (badges) => badges.length === CARDS && badges.every(({ name }) => !/^Checking/.test(name)),
      `${CARDS} badges at navigation ${at}`,
      180_000,
    );
    if (at % 10 === 9 || at === 0)
      console.log(
        `| ${kind} | ${(at + 1) * CARDS} | ${Object.entries(await memory(page))
          .map(([name, value]) => `${name} ${value.toFixed(name === 'nodes' || name === 'listeners' ? 0 : 1)}`)
          .join(' | ')} |`,
      );
  }
} finally {
  await stage.close();
  await server.close();
}
