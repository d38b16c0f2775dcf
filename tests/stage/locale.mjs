import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A copy of the extension that has one language only: Chromium without its language packs (a package of its own on
 * Debian) speaks English whatever it is started with, and would never show the other texts.
 * @param {string} extensionDir
 * @param {string} locale as in `_locales`
 * @returns {Promise<string>} the copy's folder
 */
export async function onlyLocale(extensionDir, locale) {
  const folder = await mkdtemp(join(tmpdir(), `stage-${locale}-`));
  await cp(extensionDir, folder, { recursive: true });
  const locales = await readdir(join(folder, '_locales'));
  if (!locales.includes(locale))
    throw new Error(`The extension has no texts for ${locale}, only for ${locales.join(', ')}.`);
  await Promise.all(
    locales.filter((name) => name !== locale).map((name) => rm(join(folder, '_locales', name), { recursive: true })),
  );
  const file = join(folder, 'manifest.json');
  await writeFile(file, JSON.stringify({ ...JSON.parse(await readFile(file, 'utf8')), default_locale: locale }));
  return folder;
}
