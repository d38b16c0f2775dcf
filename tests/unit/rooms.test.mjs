// What the rooms of the core import is what docs/architecture.md says, and there is no circle.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const CORE = fileURLToPath(new URL('../../crate/core/src/', import.meta.url));

/** @returns {Map<string, Set<string>>} Which rooms each room imports; tests aside. */
function imports() {
  /** @type {Map<string, Set<string>>} */
  const rooms = new Map();
  for (const path of readdirSync(CORE, { encoding: 'utf8', recursive: true })
    .filter((path) => path.endsWith('.rs'))
    .sort()) {
    if (/(^|\/)tests(\/|\.rs$)|^lib\.rs$|^shapes\.rs$/.test(path)) continue;
    const room = path.split('/')[0].replace('.rs', '');
    const imported = rooms.get(room) ?? new Set();
    rooms.set(room, imported);
    const source = readFileSync(CORE + path, 'utf8')
      .split(/^#\[cfg\(test\)\]\nmod /m)[0]
      .replace(/^\s*\/\/.*$/gm, '');
    for (const [, other] of source.matchAll(/\bcrate::(\w+)/g)) imported.add(other);
    imported.delete(room);
  }
  return rooms;
}

test('each room imports what the architecture says', () => {
  const document = readFileSync(new URL('../../docs/architecture.md', import.meta.url), 'utf8');
  const [, table] = /\| room of `crate\/core` \|.*\n\|[-| ]+\n((?:\|.*\n)+)/.exec(document) ?? assert.fail('no table');
  const written = table
    .trim()
    .split('\n')
    .flatMap((row) => {
      const [rooms, , imported] = row
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim());
      return rooms.split(', ').map((room) => [room.replaceAll('`', ''), imported]);
    });
  const real = [...imports()].map(([room, imported]) => [room, [...imported].sort().join(', ') || 'nothing']);
  assert.deepEqual(written.sort(), real.sort());
});

test('no room imports itself by way of others', () => {
  const rooms = imports();
  /** @param {string} room @param {string[]} way */
  const follow = (room, way) => {
    assert.ok(!way.includes(room), `a circle: ${[...way, room].join(' → ')}`);
    for (const next of rooms.get(room) ?? []) follow(next, [...way, room]);
  };
  for (const room of rooms.keys()) follow(room, []);
});
