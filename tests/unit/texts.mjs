// Stands in for the browser's i18n, over the real _locales, so that pure modules run in Node.

import { readFileSync, readdirSync } from 'node:fs';

/** @typedef {import('../../extension/shapes').View} View */

/** Every locale that the extension speaks, by the name of its folder. */
export const LOCALES = readdirSync(new URL('../../extension/_locales/', import.meta.url)).sort();

/** @param {string} locale */
export const messagesOf = (locale) =>
  JSON.parse(readFileSync(new URL(`../../extension/_locales/${locale}/messages.json`, import.meta.url), 'utf8'));

/** Every key that was asked for and does not exist. */
export const missing = new Set();

/** @param {string} locale Before any module of the extension is imported, and again to speak another. */
export function speak(locale) {
  const messages = messagesOf(locale);
  // The same object, since browser.js keeps a reference to it.
  const world = /** @type {any} */ (globalThis);
  world.chrome ??= {};
  Object.assign(world.chrome, {
    i18n: {
      getUILanguage: () => locale,
      getMessage(/** @type {string} */ key, /** @type {string[]} */ blanks = []) {
        const entry = messages[key];
        if (!entry) {
          missing.add(key);
          return '';
        }
        return entry.message.replace(/\$([A-Z_]+)\$/g, (/** @type {string} */ _, /** @type {string} */ name) => {
          const place = Number(entry.placeholders[name.toLowerCase()].content.slice(1));
          return blanks[place - 1] ?? '';
        });
      },
    },
    runtime: { id: 'test', sendMessage: async () => ({ ok: null }) },
    storage: { local: { get: async () => ({}), set: async () => {} }, onChanged: { addListener: () => {} } },
  });
}

/** The reason codes of shapes.d.ts. @returns {import('../../extension/shapes').ReasonCode[]} */
export function reasonCodes() {
  const shapes = readFileSync(new URL('../../extension/shapes.d.ts', import.meta.url), 'utf8');
  const [, union] = /^export type ReasonCode = (.*);$/m.exec(shapes) ?? [];
  return [...union.matchAll(/"([a-z-]+)"/g)].map(
    (match) => /** @type {import('../../extension/shapes').ReasonCode} */ (match[1]),
  );
}

/**
 * A reason as the core gives it; its sentence does not depend on side and strength.
 * @param {import('../../extension/shapes').ReasonCode} code @param {...import('../../extension/shapes').Reason['blanks'][number]} blanks
 * @returns {import('../../extension/shapes').Reason}
 */
export const reason = (code, ...blanks) => ({ code, side: 'against', strength: 'weak', blanks });

/** A view as the core gives it. @param {Partial<View>} [more] @returns {View} */
export const view = (more = {}) => ({
  key: 'urn:li:invitation:1',
  name: 'Ada Example',
  profileUrl: 'https://www.linkedin.com/in/ada-example/',
  headline: 'Engineer',
  verdict: 'likely-fake',
  basis: [],
  reasons: [],
  twins: [],
  photo: {
    id: 'p',
    url: 'https://media.licdn.com/dms/image/v2/P/x',
    side: 400,
    expiresAt: null,
    setAt: Date.UTC(2026, 9, 30, 12),
    asked: null,
    answer: null,
    answerProfile: null,
    searches: [],
    generated: null,
  },
  compared: 3,
  lastSeen: Date.UTC(2026, 10, 20, 12),
  opinion: null,
  overruled: null,
  handled: null,
  worth: [],
  worthWithheld: false,
  note: '',
  employer: '',
  inCommon: '',
  account: null,
  ...more,
});

/** A person whom LinkedIn marks as verified. @param {Partial<View>} [more] */
export const safe = (more = {}) =>
  view({
    key: `safe-${Math.random()}`,
    verdict: 'accept-safe',
    reasons: [{ code: 'verified', side: 'for', strength: 'strong', blanks: [] }],
    ...more,
  });

/** The input of the list. @param {Partial<import('../../extension/triage/list.js').Known>} [more] */
export const known = (more = {}) => ({ items: [], accepted: [], actions: {}, ...more });
