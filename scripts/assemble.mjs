// Assembles the extension: manifest, modules unchanged, each content script bundled into one file (a content script
// cannot be a module), the core. The same input gives the same output.

import { build } from 'esbuild';
import { copyFile, cp, mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

const out = process.argv[2];
const fresh = `${out}.new`;

await rm(fresh, { recursive: true, force: true });
await mkdir(fresh, { recursive: true });
await cp('extension', fresh, {
  recursive: true,
  filter: (path) => !/\.d\.ts$|\.svg$|extension\/content(\/|$)/.test(path),
});
await build({
  entryPoints: ['extension/content/main.js', 'extension/content/shield.js', 'extension/search/reader.js'],
  outdir: fresh,
  outbase: 'extension',
  bundle: true,
  format: 'iife',
  target: ['chrome125', 'firefox140'],
  charset: 'utf8',
  legalComments: 'none',
});
await mkdir(join(fresh, 'core'), { recursive: true });
for (const file of ['vouchsafe.js', 'vouchsafe_bg.wasm'])
  await copyFile(join('target/core', file), join(fresh, 'core', file));
await copyFile('manifest.json', join(fresh, 'manifest.json'));

const { version } = JSON.parse(await readFile('manifest.json', 'utf8'));
const cargo = await readFile('Cargo.toml', 'utf8');
if (!cargo.includes(`\nversion = "${version}"\n`))
  throw new Error(`manifest.json says ${version}, Cargo.toml does not`);

await rm(out, { recursive: true, force: true });
await cp(fresh, out, { recursive: true });
await rm(fresh, { recursive: true });
