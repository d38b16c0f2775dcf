// Checks on the built core.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { test } from 'node:test';

test('the core contains no path of the machine that built it', async () => {
  const text = (await readFile('dist/vouchsafe/core/vouchsafe_bg.wasm')).toString('latin1');
  for (const folder of [process.cwd(), homedir(), process.env.CARGO_HOME].filter(Boolean))
    assert.ok(!text.includes(`${folder}/`), folder);
  assert.doesNotMatch(text, /(?:\/home\/|\/Users\/|\/root\/|[A-Z]:\\Users\\|registry\/src\/)/);
});
