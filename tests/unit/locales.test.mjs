// All languages have the same texts, and every text that the extension uses exists.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { LOCALES, messagesOf, reasonCodes, speak } from './texts.mjs';

speak('en');
const { COUNTED } = await import('../../extension/sentences.js');

const EXTENSION = new URL('../../extension/', import.meta.url);
const en = messagesOf('en');
const others = LOCALES.filter((locale) => locale !== 'en').map((locale) => ({ locale, texts: messagesOf(locale) }));

const sources = readdirSync(EXTENSION, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.js'))
  .map((path) => readFileSync(new URL(path, EXTENSION), 'utf8'));

test('every locale has the keys of English, and no others', () => {
  assert.ok(LOCALES.length >= 8, LOCALES.join());
  for (const { locale, texts } of others) {
    const lacking = Object.keys(en).filter((key) => !(key in texts));
    const surplus = Object.keys(texts).filter((key) => !(key in en));
    assert.deepEqual({ lacking, surplus }, { lacking: [], surplus: [] }, locale);
  }
});

test('each message has a description, the same blanks everywhere, and uses each blank it names', () => {
  for (const [key, { description, placeholders = {} }] of Object.entries(en)) {
    assert.ok(description.length > 5, key);
    const blanks = Object.entries(placeholders).map(([name, { content }]) => [name, content]);
    for (const { locale, texts } of [{ locale: 'en', texts: en }, ...others]) {
      const where = `${locale} ${key}`;
      const { message, placeholders: named = {} } = texts[key] ?? { message: '' };
      assert.deepEqual(
        Object.entries(named).map(([name, { content }]) => [name, content]),
        blanks,
        where,
      );
      assert.ok(message.length > 0, where);
      const used = [...message.matchAll(/\$([A-Z_]+)\$/g)].map(([, name]) => name.toLowerCase()).sort();
      // “The only invitation” may state its count in words.
      const wanted = key.endsWith('_one') && used.length === 0 ? [] : Object.keys(placeholders).sort();
      assert.deepEqual(used, wanted, `${where}: ${message}`);
      assert.ok(!/\$\d/.test(message), where);
    }
  }
});

test('every locale says which language it is', () => {
  for (const locale of LOCALES) {
    const { language_tag: tag, text_direction: direction } = messagesOf(locale);
    assert.equal(tag.message, locale.replace('_', '-'), `${locale}: language_tag`);
    assert.deepEqual(Intl.getCanonicalLocales(tag.message), [tag.message]);
    assert.equal(direction.message, 'ltr', `${locale}: text_direction; no other has been tried`);
  }
});

test('only English is untranslated', () => {
  for (const { locale, texts } of others) {
    const same = Object.keys(en).filter(
      (key) => en[key].message === texts[key]?.message && en[key].message.length > 25,
    );
    assert.deepEqual(same, [], `${locale} says these in English`);
  }
});

test('counted sentences have both forms', () => {
  for (const key of Object.keys(en)) {
    if (key.endsWith('_one') && key !== 'forget_one' && key !== 'forgotten_one')
      assert.ok(en[key.replace(/_one$/, '_other')], key);
    if (key.endsWith('_other')) assert.ok(en[key.replace(/_other$/, '_one')], key);
  }
});

test('every reason has a sentence and a short form', () => {
  const codes = reasonCodes();
  assert.ok(codes.length >= 36, String(codes.length));
  for (const code of codes) {
    for (const prefix of ['reason', 'short']) {
      const key = `${prefix}_${code.replaceAll('-', '_')}`;
      for (const form of COUNTED.has(code) ? [`${key}_one`, `${key}_other`] : [key]) assert.ok(en[form], form);
    }
  }
});

test('every verdict has its word and its meaning', () => {
  for (const verdict of ['accept_safe', 'suspicious', 'likely_fake', 'unchecked']) {
    assert.ok(en[`verdict_${verdict}`] && en[`gist_${verdict}`], verdict);
  }
});

test('every sentence that the code names exists', () => {
  for (const source of sources) {
    for (const [, key] of source.matchAll(/\bsay\('([a-z_0-9]+)'/g)) assert.ok(en[key], key);
    for (const [, key] of source.matchAll(/\bcounted\('([a-z_0-9]+)'/g))
      assert.ok(en[`${key}_one`] && en[`${key}_other`], key);
    for (const [, code] of source.matchAll(/\bnew Refusal\('([a-z-]+)'/g))
      assert.ok(en[`error_${code.replaceAll('-', '_')}`], code);
  }
});

test('every refusal of the core and of the background has a sentence', () => {
  const rust = new URL('../../crate/wasm/src/', import.meta.url);
  for (const path of readdirSync(rust).filter((name) => name.endsWith('.rs'))) {
    const source = readFileSync(new URL(path, rust), 'utf8');
    for (const [, code] of source.matchAll(
      /(?:ServiceError::.*=>|refusal\(|ServiceError::.*\n\s*=>) ?"([a-z]+(?:-[a-z]+)+)"/g,
    ))
      assert.ok(en[`error_${code.replaceAll('-', '_')}`], code);
  }
});

test('the description for stores fits into 132 characters', () => {
  for (const locale of LOCALES) {
    const { message } = messagesOf(locale).extDescription;
    assert.ok(message.length <= 132, message);
  }
});

test('nothing is parsed as HTML', () => {
  for (const source of sources)
    assert.ok(
      !/\b(innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|setHTML)\b/.test(
        source.replaceAll(/\/\/.*|\/\*[\s\S]*?\*\//g, ''),
      ),
    );
});

/** The form of address, formal or informal, that each language's texts do not use. */
const OTHER_ADDRESS = {
  de: /\b(du|dich|dir|dein\w*)\b/i,
  fr: /(?<!\p{L})(tu|te|toi|ton|tes)(?!\p{L})/iu,
  es: /\b(usted|ustedes|elija|haga|diga|mire|abra|sus (ajustes|invitaciones))\b/i,
  it: /\b(Lei|Suo|Sua|Suoi|Sue|scelga|apra|guardi|dica)\b/,
  nl: /\b(u|uw)\b/i,
};

test('no name of a type or of a function has slipped into a sentence', () => {
  const names = /LinkedIn|GmbH/g;
  for (const { locale, texts } of [{ locale: 'en', texts: en }, ...others])
    for (const [key, { message }] of Object.entries(texts))
      assert.doesNotMatch(
        message.replace(names, ''),
        /\p{Ll}\p{Lu}/u,
        `${locale} ${key}: a capital within a word: ${message}`,
      );
});

test('a language addresses its reader in one form, and has one word for each thing on an invitation', () => {
  for (const [key, { message }] of Object.entries(en))
    assert.doesNotMatch(message, /\blabels?\b/i, `en ${key}: "label" is to be "badge": ${message}`);
  for (const { locale, texts } of others) {
    const other = OTHER_ADDRESS[/** @type {keyof typeof OTHER_ADDRESS} */ (locale)];
    for (const [key, { message }] of Object.entries(texts)) {
      if (other && !key.startsWith('thanks'))
        assert.doesNotMatch(message, other, `${locale} ${key}: the other form of address: ${message}`);
      const what = `${locale} ${key}: not this language’s word for "badge": ${message}`;
      assert.doesNotMatch(message, /\bbadges?\b|insignia|\bselos?\b|distintivo/i, what);
    }
  }
});
