// Three hundred invitations on one page.

import { test } from 'node:test';
import sharp from 'sharp';
import { assert, overviewWhen, pages, slugOf, waitFor, within } from './setting.mjs';
import { randomFrom } from '../stage/pictures.mjs';

const MANY = 300;
const LONG = 120_000;

/** A picture of its own for each upload: patches of colour, as fine as a photo, quick to make. @param {string} asset */
function patches(asset) {
  const random = randomFrom(asset);
  const edge = 24;
  const pixels = Buffer.from(Array.from({ length: edge * edge * 3 }, () => Math.floor(random() * 256)));
  return sharp(pixels, { raw: { width: edge, height: edge, channels: 3 } })
    .resize(100, 100, { kernel: 'cubic' })
    .jpeg()
    .toBuffer();
}

for (const kind of /** @type {const} */ (['chromium', 'firefox'])) {
  const tests = (/** @type {import('./setting.mjs').Setting} */ setting) =>
    test(`${MANY} cards: all badged, each photo asked for once at most`, { timeout: 2 * LONG }, async () => {
      const list = pages.people(MANY, (index) => ({
        slug: `many-${index}`,
        headline: `Pump engineer ${index}`,
        context: index % 3 === 0 ? '5 mutual connections' : '',
      }));
      for (const { photo } of list) if (photo) setting.photos.set(photo.asset, () => patches(photo.asset));
      const { server, stage } = setting;
      const since = Date.now();
      const page = await setting.open(pages.march2026(list, { batch: MANY }));
      // Reading 300 badges takes a browser a second, so not before they can exist.
      await waitFor(() => server.fetches().length >= MANY, {
        what: `${MANY} photos to be asked for`,
        timeout: LONG,
        lastSeen: () => server.fetches().length,
      });
      const badges = await stage.badgesWhen(page, (all) => all.length === MANY, `${MANY} badges`, LONG);
      const took = Date.now() - since;
      assert.equal(new Set(badges.map(slugOf)).size, MANY);
      // A card whose photo takes long is answered without it first.
      const isSafe = (/** @type {import('../../extension/shapes').View} */ { verdict }) => verdict === 'accept-safe';
      const { items } = await overviewWhen(
        setting,
        ({ seen, items: all }) => seen === MANY && all.filter(isSafe).length >= MANY / 3,
        'the page as a whole',
        LONG,
      );
      assert.equal(items.length, MANY);
      /** @type {Record<string, number>} */
      const verdicts = {};
      for (const { verdict } of items) verdicts[verdict] = (verdicts[verdict] ?? 0) + 1;
      assert.deepEqual(verdicts, { 'accept-safe': MANY / 3, unchecked: MANY - MANY / 3 });
      const times = new Map();
      for (const { asset, size } of server.fetches())
        times.set(`${asset}/${size}`, (times.get(`${asset}/${size}`) ?? 0) + 1);
      assert.equal(times.size, MANY);
      assert.equal(Math.max(...times.values()), 1);
      // After a redraw all badges come back, and nothing is requested again.
      await page.evaluate('standIn.rerenderAll()');
      await stage.badgesWhen(page, (all) => all.length === MANY, `${MANY} badges on the new elements`, LONG);
      assert.equal(server.fetches().length, MANY);
      assert.deepEqual(stage.console(page), []);
      assert.deepEqual(server.violations, []);
      console.log(`# ${kind}: ${MANY} badges in ${took} ms`);
    });
  within(kind, tests, { timeout: 3 * LONG });
}
