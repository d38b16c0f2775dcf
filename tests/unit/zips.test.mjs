// The zips for the stores are reproducible: the same bytes in every folder and at every build.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readFile, readdir, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';

const run = promisify(execFile);
const ROOT = resolve(import.meta.dirname, '../..');

/** Packs a copy of the project in a folder. @param {string} folder @param {Date} time When its files were changed last. */
async function packed(folder, time) {
  await mkdir(join(folder, 'target/core'), { recursive: true });
  for (const part of ['extension', 'scripts', 'manifest.json', 'Cargo.toml', 'package.json'])
    await cp(join(ROOT, part), join(folder, part), { recursive: true });
  for (const name of await readdir(join(folder, 'extension'), { recursive: true }))
    await utimes(join(folder, 'extension', name), time, time);
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  // The build of the core itself is checked elsewhere.
  for (const name of ['vouchsafe.js', 'vouchsafe_bg.wasm'])
    await writeFile(join(folder, 'target/core', name), `the core: ${name}`);
  await run(process.execPath, ['scripts/assemble.mjs', 'dist/vouchsafe'], { cwd: folder });
  await run(process.execPath, ['scripts/package.mjs', 'dist/vouchsafe'], { cwd: folder });
  const zips = (await readdir(join(folder, 'dist'))).filter((name) => name.endsWith('.zip')).sort();
  const bytes = await Promise.all(zips.map((name) => readFile(join(folder, 'dist', name))));
  return {
    zips,
    sums: bytes.map((one) => createHash('sha256').update(one).digest('hex')),
    text: bytes.map((one) => one.toString('latin1')).join(''),
    manifests: bytes.map((one) => JSON.parse(new TextDecoder().decode(unzipSync(one)['manifest.json']))),
  };
}

test('the same zips from two folders, of two times', async () => {
  const at = await mkdtemp(join(tmpdir(), 'zips-'));
  try {
    const one = await packed(join(at, 'one'), new Date(2020, 1, 2));
    const other = await packed(join(at, 'a longer name', 'two'), new Date(2025, 6, 7));
    assert.deepEqual([one.zips.length, one.zips], [2, other.zips]);
    assert.deepEqual(one.sums, other.sums);
    assert.ok(!one.text.includes(at));
    // Each browser's manifest has only keys that it knows.
    const [chrome, firefox] = one.manifests;
    assert.deepEqual(
      [chrome.side_panel, 'sidebar_action' in chrome],
      [{ default_path: 'page/page.html?sidebar' }, false],
    );
    assert.deepEqual(
      ['side_panel' in firefox, firefox.permissions.includes('sidePanel'), 'sidebar_action' in firefox],
      [false, false, true],
    );
  } finally {
    await rm(at, { recursive: true, force: true });
  }
});
