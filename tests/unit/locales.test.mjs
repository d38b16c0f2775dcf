// Both languages say the same things, and all that the extension asks for is there.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { messagesOf, reasonCodes } from './texts.mjs';

const EXTENSION = new URL('../../extension/', import.meta.url);
const en = messagesOf('en');
const de = messagesOf('de');
const COUNTED = ['mutual-connections', 'few-mutual-connections', 'inviter-well-connected', 'note-copied', 'headline-copied', 'photo-pieced-together'];

const sources = readdirSync(EXTENSION, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.js'))
  .map((path) => readFileSync(new URL(path, EXTENSION), 'utf8'));

test('both locales have the same keys', () => {
  assert.deepEqual(Object.keys(de).sort(), Object.keys(en).sort());
});

test('each message says what it is for, has the same blanks in both, and uses each blank it names', () => {
  for (const [key, { message, description, placeholders = {} }] of Object.entries(en)) {
    assert.ok(description.length > 5, key);
    assert.deepEqual(Object.entries(de[key].placeholders ?? {}).map(([name, { content }]) => [name, content]), Object.entries(placeholders).map(([name, { content }]) => [name, content]), key);
    for (const text of [message, de[key].message]) {
      assert.ok(text.length > 0, key);
      const used = [...text.matchAll(/\$([A-Z_]+)\$/g)].map(([, name]) => name.toLowerCase()).sort();
      // “The only invitation” may say its count in words.
      const wanted = key.endsWith('_one') && used.length === 0 ? [] : Object.keys(placeholders).sort();
      assert.deepEqual(used, wanted, `${key}: ${text}`);
      assert.ok(!/\$\d/.test(text), key);
    }
  }
});

test('counted sentences have both forms', () => {
  for (const key of Object.keys(en)) {
    if (key.endsWith('_one') && key !== 'forget_one' && key !== 'forgotten_one') assert.ok(en[key.replace(/_one$/, '_other')], key);
    if (key.endsWith('_other')) assert.ok(en[key.replace(/_other$/, '_one')], key);
  }
});

test('every reason has a sentence and a short form', () => {
  const codes = reasonCodes();
  assert.ok(codes.length >= 36, String(codes.length));
  for (const code of codes) {
    for (const prefix of ['reason', 'short']) {
      const key = `${prefix}_${code.replaceAll('-', '_')}`;
      for (const form of COUNTED.includes(code) ? [`${key}_one`, `${key}_other`] : [key]) assert.ok(en[form], form);
    }
  }
});

test('every verdict has its word and its meaning', () => {
  for (const verdict of ['accept_safe', 'suspicious', 'likely_fake', 'unchecked']) {
    assert.ok(en[`verdict_${verdict}`] && en[`gist_${verdict}`], verdict);
  }
});

test('every sentence that the code names is there', () => {
  for (const source of sources) {
    for (const [, key] of source.matchAll(/\bsay\('([a-z_0-9]+)'/g)) assert.ok(en[key], key);
    for (const [, key] of source.matchAll(/\bcounted\('([a-z_0-9]+)'/g)) assert.ok(en[`${key}_one`] && en[`${key}_other`], key);
    for (const [, code] of source.matchAll(/\bnew Refusal\('([a-z-]+)'/g)) assert.ok(en[`error_${code.replaceAll('-', '_')}`], code);
  }
});

test('every refusal of the core and of the background has a sentence', () => {
  const rust = new URL('../../crate/wasm/src/', import.meta.url);
  for (const path of readdirSync(rust).filter((name) => name.endsWith('.rs'))) {
    const source = readFileSync(new URL(path, rust), 'utf8');
    for (const [, code] of source.matchAll(/(?:ServiceError::.*=>|refusal\(|ServiceError::.*\n\s*=>) ?"([a-z]+(?:-[a-z]+)+)"/g)) assert.ok(en[`error_${code.replaceAll('-', '_')}`], code);
  }
});

test('a name for stores: the description fits into 132 characters', () => {
  for (const { extDescription } of [en, de]) assert.ok(extDescription.message.length <= 132, extDescription.message);
});

test('nothing is parsed as HTML', () => {
  for (const source of sources) assert.ok(!/\b(innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|setHTML)\b/.test(source.replaceAll(/\/\/.*|\/\*[^]*?\*\//g, '')));
});
