// The imports of the core's modules match docs/architecture.md, and there is no cycle.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const CORE = fileURLToPath(new URL('../../crate/core/src/', import.meta.url));

/** @returns {Map<string, Set<string>>} The modules that each module imports, without tests. */
function imports() {
  /** @type {Map<string, Set<string>>} */
  const modules = new Map();
  for (const path of readdirSync(CORE, { encoding: 'utf8', recursive: true })
    .filter((path) => path.endsWith('.rs'))
    .sort()) {
    if (/(^|\/)tests(\/|\.rs$)|^lib\.rs$|^shapes\.rs$/.test(path)) continue;
    const module = path.split('/')[0].replace('.rs', '');
    const imported = modules.get(module) ?? new Set();
    modules.set(module, imported);
    const source = readFileSync(CORE + path, 'utf8')
      .split(/^#\[cfg\(test\)\]\nmod /m)[0]
      .replace(/^\s*\/\/.*$/gm, '');
    for (const [, other] of source.matchAll(/\bcrate::(\w+)/g)) imported.add(other);
    imported.delete(module);
  }
  return modules;
}

test('each module imports what docs/architecture.md says', () => {
  const document = readFileSync(new URL('../../docs/architecture.md', import.meta.url), 'utf8');
  const [, table] =
    /\| module of `crate\/core` \|.*\n\|[-| ]+\n((?:\|.*\n)+)/.exec(document) ?? assert.fail('no table');
  const written = table
    .trim()
    .split('\n')
    .flatMap((row) => {
      const [modules, , imported] = row
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim());
      return modules.split(', ').map((module) => [module.replaceAll('`', ''), imported]);
    });
  const real = [...imports()].map(([module, imported]) => [module, [...imported].sort().join(', ') || 'nothing']);
  assert.deepEqual(written.sort(), real.sort());
});

test('no module imports itself through others', () => {
  const modules = imports();
  /** @param {string} module @param {string[]} path */
  const follow = (module, path) => {
    assert.ok(!path.includes(module), `a cycle: ${[...path, module].join(' → ')}`);
    for (const next of modules.get(module) ?? []) follow(next, [...path, module]);
  };
  for (const module of modules.keys()) follow(module, []);
});
