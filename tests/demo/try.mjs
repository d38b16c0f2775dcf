// Tries the extension on a saved page: prints its badges, the popup's list and the remembered people as JSON, and saves
// a screenshot.

import { mkdir, readFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { launch } from '../stage/browsers.mjs';
import { startServer } from '../stage/server.mjs';
import { askBackground, badgesOfAll, overview, pageWasRead } from './answers.mjs';
import { RECEIVED, tryArguments } from './arguments.mjs';

const TYPES = { '.jpg': 'image/jpeg', '.jpeg': 'image/jpeg', '.png': 'image/png', '.webp': 'image/webp' };
const SHOTS = 'dist/try';

const { file, kind, url, html, photos, names } = tryArguments(process.argv.slice(2));
/** Photos by name: the asset id, or the address's last path segment. */
const files = new Map(
  names
    .filter((name) => extname(name) in TYPES)
    .map((name) => [basename(name, extname(name)), join(photos ?? '', name)]),
);
const server = await startServer({
  pages: ({ path }) => (path === decodeURI(url.pathname) ? html : undefined),
  photos: async ({ asset, path }) => {
    const name = asset || decodeURIComponent(new URL(path, RECEIVED).pathname.split('/').filter(Boolean).at(-1) ?? '');
    const found = files.get(name);
    if (!found) return undefined;
    return { body: await readFile(found), type: TYPES[/** @type {keyof typeof TYPES} */ (extname(found))] };
  },
});
const stage = await launch(kind, { extensionDir: 'dist/vouchsafe', server });
try {
  const own = await stage.popup();
  // The choice of the welcome page.
  await askBackground(own, 'change-setting', { setting: 'badges', value: true });
  // On a profile, so that people who sent no invitation are remembered, too.
  if (url.pathname.startsWith('/in/')) await askBackground(own, 'change-setting', { setting: 'seeMore', value: 'yes' });
  const since = Date.now();
  const page = await stage.newPage(url.href);
  // Only an invitation page is read as a whole; on any other there is nothing to wait for.
  await pageWasRead(own, since, 10_000).catch(() => {});
  const shown = await badgesOfAll(stage, page, own);
  const { items, ...look } = await overview(own);
  if (!shown.isWhole)
    console.error(`try: ${items.length} invitations were read, and ${shown.badges.length} have a badge`);
  const badges = shown.badges.map(({ name, profile }) => {
    const view = items.find(
      ({ profileUrl }) =>
        new URL(profileUrl).pathname.split('/')[2] === new URL(profile, url).pathname.split('/')[2]?.toLowerCase(),
    );
    return {
      name: view?.name ?? '',
      profile,
      says: name,
      verdict: view?.verdict ?? null,
      reasons: view?.reasons ?? [],
    };
  });
  await mkdir(SHOTS, { recursive: true });
  const shot = join(SHOTS, `${basename(file, extname(file))}-${kind}.png`);
  await page.bringToFront();
  await page.screenshot({ path: /** @type {`${string}.png`} */ (shot), fullPage: true });
  const popup = {
    ...look,
    items: items.map(({ name, profileUrl, headline, verdict, basis, reasons, compared, twins, photo }) => ({
      name,
      profile: profileUrl,
      headline,
      verdict,
      basis,
      reasons,
      compared,
      twins,
      photo: photo?.id ?? null,
    })),
  };
  const remembered = (await askBackground(own, 'people')).map(
    (/** @type {import('../../extension/shapes').RememberedPerson} */ { name, profileUrl, photos }) => ({
      name,
      profile: profileUrl,
      photos,
    }),
  );
  console.log(JSON.stringify({ badges, popup, remembered, screenshot: shot }, null, 2));
} finally {
  await stage.close();
  await server.close();
}
