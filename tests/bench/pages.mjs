// The content script's share of a page's time, compared with the same page without the extension: the longest task on
// /mynetwork/grow/ with many list items, and how busy a feed is that keeps changing its styles.
//
// node tests/bench/pages.mjs [chromium|firefox …]

import { readFile, readdir } from 'node:fs/promises';
import { page as whole } from '../pages/document.mjs';
import { people, preview } from '../pages/index.mjs';
import { launch } from '../stage/browsers.mjs';
import { startServer } from '../stage/server.mjs';

/** @typedef {import('../stage/browsers.mjs').Stage} Stage @typedef {import('puppeteer-core').Page} Page */

const GROW = '/mynetwork/grow/';
const FEED = '/feed/';
const ITEMS = [300, 1000, 5000];
const ELEMENTS = 12_000;
/** How long a page may settle, and how long it is then measured, in milliseconds. */
const SETTLE = 7_000;
const MEASURED = 10_000;
/** How often the page changes its list, in milliseconds. */
const CHANGE = 700;
const EXTENSION = 'dist/vouchsafe';

/** Changes a line of the list at intervals, and notes every gap between two tasks of its own. @param {number} change */
function restless(change) {
  /** @type {number[]} */
  const gaps = [];
  const state = { on: false, gaps };
  Object.assign(window, { state });
  const { port1, port2 } = new MessageChannel();
  let last = performance.now();
  port2.onmessage = () => {
    const now = performance.now();
    if (state.on) gaps.push(now - last);
    last = now;
    setTimeout(() => {
      last = performance.now();
      port1.postMessage(0);
    }, 1);
  };
  port1.postMessage(0);
  let times = 0;
  setInterval(() => {
    /** @type {NodeListOf<HTMLElement>} */
    const items = document.querySelectorAll('main section [role=listitem]');
    for (const item of [...items].slice(0, 3)) item.style.opacity = times % 2 ? '0.9' : '1';
    const section = document.querySelector('main section');
    const line = document.createElement('p');
    line.textContent = `Change ${(times += 1)}`;
    section?.firstElementChild?.replaceWith(line);
  }, change);
}

/** Three elements change their style in every frame. */
function twitching() {
  const all = [...document.querySelectorAll('main b')];
  let times = 0;
  const frame = () => {
    for (let one = 0; one < 3; one += 1)
      /** @type {HTMLElement} */ (all[(times * 3 + one) % all.length]).style.opacity = times % 2 ? '0.9' : '1';
    times += 1;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}

/** @param {Function} script @param {unknown[]} given */
const tail = (script, ...given) =>
  `<script nonce="__NONCE__">(${script})(${JSON.stringify(given).slice(1, -1)})</script></body>`;

/** @param {number} items */
function grow(items) {
  const all = people(items + 3);
  return preview(all.slice(0, 3), { suggested: all.slice(3) }).replace('</body>', tail(restless, CHANGE));
}

/** Posts that make up this many elements, each with a person's photo. */
function feed() {
  const posts = people(ELEMENTS / 20).map(
    ({ name, slug }) =>
      `<div role="article"><a href="/in/${slug}/"><span><b>${name}</b></span></a>${'<div><span><b>word</b></span></div>'.repeat(5)}<p><b>A post</b></p></div>`,
  );
  return whole(posts.join(''), { title: 'Feed' }).replace('</body>', tail(twitching));
}

const server = await startServer({
  pages: ({ path, query }) => (path === GROW ? grow(Number(query.get('items'))) : path === FEED ? feed() : undefined),
});

/** @param {number} wait */
const pause = (wait) => new Promise((done) => setTimeout(done, wait));

/** The time of all processes below this one, in milliseconds: the kernel's count, on Linux. @param {number} pid */
async function processTime(pid) {
  const stats = await Promise.all(
    (await readdir('/proc'))
      .filter((name) => /^\d+$/.test(name))
      .map((name) => readFile(`/proc/${name}/stat`, 'utf8').catch(() => '')),
  );
  /** @type {Map<number, { parent: number, ticks: number }>} */
  const all = new Map();
  for (const stat of stats) {
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    all.set(Number(stat.split(' ')[0]), { parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) });
  }
  let sum = 0;
  for (const [one, { ticks }] of all) {
    for (let at = one; at > 1; at = all.get(at)?.parent ?? 0) if (at === pid) sum += ticks;
  }
  return sum * 10;
}

/**
 * Chromium's tasks in which scripts of the extension ran, by processor time: after the page has loaded, its own are told by
 * their address.
 * @param {Page} page @param {() => Promise<void>} meanwhile
 */
async function traced(page, meanwhile) {
  const client = await page.createCDPSession();
  /** @type {any[]} */
  const events = [];
  client.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  const ended = new Promise((done) => client.once('Tracing.tracingComplete', done));
  await client.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      includedCategories: [
        'toplevel',
        'devtools.timeline',
        'disabled-by-default-devtools.timeline',
        'v8.execute',
        'disabled-by-default-devtools.timeline.stack',
      ],
    },
  });
  await meanwhile();
  await client.send('Tracing.end');
  await ended;
  await client.detach();
  const isMain = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const ours = events.filter(
    ({ name, args }) => name === 'FunctionCall' && String(args?.data?.url).startsWith('chrome-extension:'),
  );
  const thread = ours[0] && `${ours[0].pid} ${ours[0].tid}`;
  const on = events.filter(({ pid, tid }) => `${pid} ${tid}` === thread && isMain.has(thread));
  const tasks = on.filter(({ name, ph }) => /RunTask/.test(name) && ph === 'X');
  const scripts = on
    .filter(({ name }) => name === 'FunctionCall' || name === 'RunMicrotasks')
    .sort((one, other) => one.ts - other.ts);
  tasks.sort((one, other) => one.ts - other.ts);
  let next = 0;
  const own = tasks.filter(({ ts, dur }) => {
    let [isScript, isPages] = [false, false];
    for (; next < scripts.length && scripts[next].ts < ts + dur; next += 1) {
      const { name, args, ts: at } = scripts[next];
      isScript ||= at >= ts;
      isPages ||= name === 'FunctionCall' && /^https:/.test(String(args?.data?.url));
    }
    return isScript && !isPages;
  });
  const forced = on.filter(
    ({ name, args }) =>
      (name === 'Layout' || name === 'UpdateLayoutTree') && JSON.stringify(args).includes('chrome-extension:'),
  );
  const times = own.map(({ tdur, dur }) => (tdur ?? dur) / 1000);
  return {
    longest: Math.max(0, ...times),
    busy: (100 * times.reduce((sum, time) => sum + time, 0)) / MEASURED,
    layouts: forced.filter(({ name }) => name === 'Layout'),
    forced,
  };
}

/** @param {Stage} stage @param {number} items */
async function onGrow(stage, items) {
  const page = await stage.newPage(`${GROW}?items=${items}`);
  const gaps = async () => {
    await page.evaluate('state.on = true');
    await pause(MEASURED);
    return Math.max(.../** @type {number[]} */ (await page.evaluate('state.gaps')));
  };
  await pause(SETTLE);
  let longest = 0;
  let gap = 0;
  let layouts = 0;
  let script = 0;
  if (stage.kind === 'chromium' && stage.extensionId) {
    const seen = await traced(page, async () => {
      gap = await gaps();
    });
    [longest, layouts, script] = [seen.longest, seen.layouts.length, seen.busy];
    if (process.env.WHERE)
      for (const { args } of seen.layouts.slice(0, 3)) console.log(JSON.stringify(args).slice(0, 1500));
  } else gap = await gaps();
  await page.close();
  return { gap, longest, layouts, script };
}

/** @param {Stage} stage @returns {Promise<number>} How busy: the share of the time, in percent. */
async function onFeed(stage) {
  const page = await stage.newPage(FEED);
  await page.bringToFront();
  await pause(SETTLE);
  const pid = Number(stage.browser.process()?.pid);
  const client = stage.kind === 'chromium' ? await page.createCDPSession() : null;
  await client?.send('Performance.enable', { timeDomain: 'threadTicks' });
  const spent = async () => {
    if (!client) return processTime(pid);
    const { metrics } = await client.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
  };
  const [before, start] = [await spent(), performance.now()];
  await pause(MEASURED);
  const busy = (100 * ((await spent()) - before)) / (performance.now() - start);
  await page.close();
  return busy;
}

/** @param {number} number */
const ms = (number) => `${number.toFixed(0)} ms`;

const kinds = /** @type {Array<'chromium' | 'firefox'>} */ (
  process.argv.length > 2 ? process.argv.slice(2) : ['chromium', 'firefox']
);
for (const kind of kinds) {
  const without = await launch(kind, { server });
  const withIt = await launch(kind, { server, extensionDir: EXTENSION });
  try {
    const setting = await withIt.optionsPage();
    /** @param {string} value */
    const seeMore = (value) =>
      setting.evaluate(
        (chosen) => chrome.runtime.sendMessage({ name: 'change-setting', setting: 'seeMore', value: chosen }),
        value,
      );
    await seeMore('yes');
    console.log(`\n${kind}: ${GROW} with many list items, changed every ${CHANGE} ms, people passed by read`);
    for (const items of ITEMS) {
      const [plain, ours] = [await onGrow(without, items), await onGrow(withIt, items)];
      const own =
        kind === 'chromium'
          ? `; longest task of its own ${ms(ours.longest)} (goal: below 50), busy ${ours.script.toFixed(1)} % of the time, ${ours.layouts} layouts forced`
          : '';
      console.log(
        `${String(items).padStart(5)} items: longest pause ${ms(ours.gap)}, ${(ours.gap / plain.gap).toFixed(1)} times that without the extension${own}`,
      );
    }
    for (const sees of ['no', 'yes']) {
      await seeMore(sees);
      const [plain, ours] = [await onFeed(without), await onFeed(withIt)];
      console.log(
        `a feed of ${ELEMENTS} elements, three styles changed a frame, people passed by ${sees === 'yes' ? 'read' : 'not read'}: busy ${ours.toFixed(1)} % instead of ${plain.toFixed(1)} %`,
      );
    }
  } finally {
    await without.close();
    await withIt.close();
  }
}
await server.close();
