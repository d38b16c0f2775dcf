// The zips for the stores, one a browser, from the one extension. The same input gives the same bytes.

import { readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { zipSync } from 'fflate';

const from = process.argv[2];
/** Zips know no time before 1980; files carry none of their own. */
const TIME = new Date(1980, 0, 1);

/** What only the other browser reads. @type {Record<string, (manifest: any) => void>} */
const TRIMMED = {
  chrome: (manifest) => {
    delete manifest.background.scripts;
    delete manifest.browser_specific_settings;
    delete manifest.sidebar_action;
  },
  firefox: (manifest) => {
    delete manifest.background.service_worker;
    delete manifest.minimum_chrome_version;
    delete manifest.side_panel;
    manifest.permissions = manifest.permissions.filter((/** @type {string} */ name) => name !== 'sidePanel');
  },
};

const names = (await readdir(from, { recursive: true })).map((name) => name.split(sep).join('/')).sort();
for (const [browser, trim] of Object.entries(TRIMMED)) {
  /** @type {import('fflate').Zippable} */
  const files = {};
  for (const name of names) {
    const path = join(from, name);
    if ((await stat(path)).isDirectory()) continue;
    let bytes = new Uint8Array(await readFile(path));
    if (name === 'manifest.json') {
      const manifest = JSON.parse(new TextDecoder().decode(bytes));
      trim(manifest);
      bytes = new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`);
    }
    files[name] = [bytes, { mtime: TIME, level: 9 }];
  }
  const { version } = JSON.parse(await readFile(join(from, 'manifest.json'), 'utf8'));
  const zip = zipSync(files);
  const out = join(from, '..', `vouchsafe-${version}-${browser}.zip`);
  await writeFile(out, zip);
  console.log(`${relative(process.cwd(), out)}  ${Math.ceil(zip.length / 1024)} KB`);
}
