// The shapes that cross from Rust to JavaScript are written down twice; here the two are held together.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { reasonCodes } from './texts.mjs';

/** @param {string} path */
const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

test('every reason the core can give is declared, and no other', () => {
  const [, table] = read('crate/core/src/judgement/code.rs').replace(/\/\/.*$/gm, '').split(/^table! \{/m);
  const codes = [...table.split(/^\}/m)[0].matchAll(/\b\w+ = "([a-z-]+)", \w+, \w+, \w+;/g)].map(([, code]) => code);
  assert.ok(codes.length > 35, `${codes.length} codes`);
  assert.deepEqual([...new Set(codes)].sort(), reasonCodes().sort());
});

/** @param {string} rust @param {string} name @returns {string[]} A struct's fields as serde writes them. */
function fieldsInRust(rust, name) {
  const [, body] = new RegExp(`pub struct ${name} \\{([\\s\\S]*?)\\n\\}`).exec(rust) ?? assert.fail(`no struct ${name}`);
  // What is not serialised does not cross.
  const crossing = body.replace(/#\[serde\(skip\)\]\s*pub \w+:/g, '');
  return [...crossing.matchAll(/pub (\w+):/g)].map(([, field]) => field.replace(/_(\w)/g, (_, letter) => letter.toUpperCase()));
}

/** @param {string} shapes @param {string} name @returns {string[]} */
function fieldsInShapes(shapes, name) {
  const [, body] = new RegExp(`export interface ${name} \\{([\\s\\S]*?)\\n\\}`).exec(shapes) ?? assert.fail(`no interface ${name}`);
  return [...body.matchAll(/^ {2}(\w+):/gm)].map(([, field]) => field);
}

test('every reason to accept is declared, and no other', () => {
  const codes = [...read('crate/core/src/value/mod.rs').matchAll(/Self::\w+ => "([a-z-]+)"/g)].map(([, code]) => code);
  const [, union] = /export type WorthCode = (.*);/.exec(read('extension/shapes.d.ts')) ?? assert.fail();
  assert.deepEqual(codes, union.split(' | ').map((code) => code.slice(1, -1)));
});

test('every kind of result is declared, and no other', () => {
  const [, body] = /pub const fn kind\(&self\)[\s\S]*?match self \{([\s\S]*?)\n {8}\}/.exec(read('crate/core/src/web/mod.rs')) ?? assert.fail();
  const kinds = [...body.matchAll(/=> "([a-z-]+)"/g)].map(([, kind]) => kind).sort();
  const [, union] = /export type FoundKind =([\s\S]*?);/.exec(read('extension/shapes.d.ts')) ?? assert.fail();
  assert.deepEqual([...union.matchAll(/'([a-z-]+)'/g)].map(([, kind]) => kind).sort(), kinds);
});

for (const [file, names] of /** @type {const} */ ([
  ['crate/core/src/service/view.rs', ['View', 'Twin', 'PhotoView', 'Overview', 'Held', 'Search', 'Found', 'Generated', 'AccountView']],
  ['crate/core/src/service/searches.rs', ['AccountAsRead', 'SearchLine', 'SearchPage', 'ToSearch']],
  ['crate/core/src/web/mod.rs', ['Hit']],
  ['crate/core/src/judgement/reason.rs', ['Reason']],
  ['crate/core/src/service/people.rs', ['PersonAsRead']],
  ['crate/core/src/value/mod.rs', ['Worth']],
  ['crate/core/src/value/goals.rs', ['Goals']],
  ['crate/core/src/memory/record.rs', ['Connections']],
  ['crate/core/src/invitation/card.rs', ['CardAsRead', 'PageAsRead']],
])) {
  for (const name of names) {
    test(`${name} has the same fields on both sides`, () => {
      assert.deepEqual(fieldsInRust(read(file), name).sort(), fieldsInShapes(read('extension/shapes.d.ts'), name).sort());
    });
  }
}
