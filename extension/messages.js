// Every message in one place: its name, its fields, who may send it. Both ends check each message.

import { sendToBackground, sendToTab } from './browser.js';
import { PROVIDER_KEYS } from './providers.js';
import { LISTS, isValid } from './settings.js';

/** @typedef {import('./shapes').CardAsRead} CardAsRead */
/** @typedef {import('./shapes').View} View */

// --- checks -----------------------------------------------------------------------------------------------

/** @typedef {(value: unknown) => boolean} Check */
/** @param {number} most @returns {Check} */
const text = (most) => (value) => typeof value === 'string' && value.length <= most;
/** @type {Check} */
const whole = (value) => Number.isSafeInteger(value) && /** @type {number} */ (value) >= 0;
/** A number that the core counts in 32 bits. @type {Check} */
const number = (value) => whole(value) && /** @type {number} */ (value) < 2 ** 32;
/** @type {Check} */
const flag = (value) => typeof value === 'boolean';
/** @param {...unknown} values @returns {Check} */
const oneOf =
  (...values) =>
  (value) =>
    values.includes(value);
/** @param {Check} check @param {number} most @returns {Check} */
const list = (check, most) => (value) => Array.isArray(value) && value.length <= most && value.every(check);
/** @param {Record<string, Check>} fields @returns {Check} Exactly these fields. */
const record = (fields) => (value) =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.keys(value).length === Object.keys(fields).length &&
  Object.entries(fields).every(
    ([name, check]) => Object.hasOwn(value, name) && check(/** @type {any} */ (value)[name]),
  );
/** @param {Record<string, Check>} fields @returns {Check} These fields and any others: for messages of our own background. */
const atLeast = (fields) => (value) =>
  typeof value === 'object' &&
  value !== null &&
  Object.entries(fields).every(
    ([name, check]) => Object.hasOwn(value, name) && check(/** @type {any} */ (value)[name]),
  );
/** @param {...Check} checks @returns {Check} */
const any =
  (...checks) =>
  (value) =>
    checks.some((check) => check(value));
/** @type {Check} */
const anything = () => true;

/** The longest text of one piece, in UTF-16 units; a reader cuts longer ones. */
export const MAX_TEXT = 2000;
/** The most pieces of one card; the reader stops there. */
export const MAX_PIECES = 400;
/** The most people of one message. */
export const MAX_PEOPLE = 100;
/** The most results of one search; a reader stops there. */
export const MAX_HITS = 200;
/** The longest label of a row of "About this profile", in UTF-16 units, and the most such rows. */
export const MAX_LABEL = 60;
export const MAX_ROWS = 50;
/** The most links that are pasted at once. */
export const MAX_LINKS = 50;
/** The longest part of a file in one message, in UTF-16 units: other requests are answered between parts. */
export const MAX_PART = 1_000_000;

const short = text(MAX_TEXT);
const key = text(600);
const piece = any(
  record({ kind: oneOf('text', 'quote', 'time'), text: short }),
  record({ kind: oneOf('link'), href: short, text: short, strong: flag }),
  record({ kind: oneOf('control'), label: short, text: short, href: short }),
  record({ kind: oneOf('image'), src: short, alt: short, link: short }),
  record({ kind: oneOf('mark'), id: short, label: short, link: short }),
);
const card = record({
  root: oneOf('marked', 'structure'),
  urn: text(200),
  language: text(40),
  pieces: list(piece, MAX_PIECES),
});
const page = record({ keys: list(key, 5000), cards: number, outside: number, counts: list(number, 50) });
const goals = record({
  headline: short,
  title: short,
  companies: list(short, 1000),
  roles: list(short, 1000),
  topics: list(short, 1000),
});
const hit = record({ url: text(4000), title: short, same: flag });
const month = record({ year: whole, month: oneOf(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12) });
const monthRow = record({ label: text(MAX_LABEL), month, verified: flag });
/** @type {Check} */
const engineKey = (value) => typeof value === 'string' && /^[a-z0-9-]{1,40}$/.test(value);
const passer = record({ profile: short, name: short, photo: short });

/** @typedef {import('./requests').Requests} Requests */
/** @typedef {'page' | 'own' | 'result' | 'other'} Sender */

/**
 * The requests to the background, and who may send each: `page` is the content script, `own` the popup and options,
 * `result` a result page in a tab that Vouchsafe opened.
 * @type {{ [Name in keyof Requests]: { from: Array<Exclude<Sender, 'other'>>, fields: Record<keyof Requests[Name]['fields'], Check>, fits?: (message: any) => boolean } }}
 */
const REQUESTS = {
  // the content script
  'see-card': { from: ['page'], fields: { card } },
  'see-page': { from: ['page'], fields: { page } },
  'see-photos': { from: ['page'], fields: { profile: short, holder: short, urls: list(short, 50) } },
  'see-people': {
    from: ['page'],
    fields: { place: oneOf('search', 'suggestion', 'connection', 'feed'), people: list(passer, MAX_PEOPLE) },
  },
  'mark-handled': { from: ['page'], fields: { key, language: text(40), label: short } },
  'see-connections': { from: ['page'], fields: { count: number } },
  'account-seen': {
    from: ['page'],
    fields: { profile: short, rows: list(monthRow, MAX_ROWS), verified: flag },
  },
  'report-guide': { from: ['page'], fields: { profile: short } },
  // a result page
  'result-read': {
    from: ['result'],
    fields: { state: oneOf('results', 'none', 'consent', 'captcha', 'unknown'), hits: list(hit, MAX_HITS) },
  },
  // panel and popup
  view: { from: ['page', 'own'], fields: { key } },
  'small-copies': { from: ['page', 'own'], fields: { photos: list(key, 20) } },
  'check-opened': { from: ['page', 'own'], fields: { photo: key } },
  'search-open': {
    from: ['page', 'own'],
    fields: { key, engine: engineKey, where: oneOf('new', 'behind', 'read', 'here', 'back') },
  },
  'photo-png': { from: ['page', 'own'], fields: { key } },
  'photo-save': { from: ['page', 'own'], fields: { key } },
  'report-opened': { from: ['page', 'own'], fields: { key } },
  'links-found': { from: ['own'], fields: { photo: key, urls: list(text(4000), MAX_LINKS) } },
  'check-answered': {
    from: ['page', 'own'],
    fields: { photo: key, answer: oneOf('nothing-found', 'same-name', 'other-name', 'undo'), profile: short },
  },
  'answer-found': {
    from: ['page', 'own'],
    fields: { photo: key, url: text(4000), says: oneOf('same', 'other', 'undo') },
  },
  overrule: { from: ['page', 'own'], fields: { key, says: oneOf('known', 'fake', 'undo') } },
  'note-deed': { from: ['page', 'own'], fields: { key, action: oneOf('reported', 'aside'), done: flag } },
  'set-aside': { from: ['own'], fields: { keys: list(key, 5000), done: flag } },
  'open-page': { from: ['page'], fields: { key } },
  'compare-photos': { from: ['page', 'own'], fields: { one: key, other: key, says: oneOf('same', 'other', 'undo') } },
  // popup and options
  overview: { from: ['own'], fields: {} },
  reveal: { from: ['own'], fields: { key } },
  skeleton: { from: ['own'], fields: {} },
  statistics: { from: ['own'], fields: {} },
  'pause-tab': { from: ['own'], fields: { tab: whole, isPaused: flag } },
  'paused-tabs': { from: ['own'], fields: {} },
  searches: { from: ['own'], fields: { text: short, after: short } },
  automatic: { from: ['own'], fields: {} },
  'keep-key': { from: ['own'], fields: { provider: oneOf(...PROVIDER_KEYS), parts: list(text(300), 2) } },
  people: { from: ['own'], fields: {} },
  'forget-person': { from: ['own'], fields: { profile: key } },
  'forget-all': { from: ['own'], fields: {} },
  'export-part': { from: ['own'], fields: { after: short } },
  'import-begin': { from: ['own'], fields: {} },
  'import-part': { from: ['own'], fields: { job: whole, text: text(MAX_PART) } },
  'import-finish': { from: ['own'], fields: { job: whole } },
  'import-cancel': { from: ['own'], fields: { job: whole } },
  goals: { from: ['own'], fields: {} },
  'set-goals': { from: ['own'], fields: { goals } },
  'change-setting': {
    from: ['own'],
    fields: { setting: text(40), value: anything },
    fits: ({ setting, value }) => isValid(setting, value),
  },
  'change-listed': {
    from: ['own'],
    fields: { setting: oneOf('engines', 'unread', 'providers'), key: text(40), isIn: flag },
    fits: ({ setting, key }) => LISTS[/** @type {import('./requests').Listed} */ (setting)].includes(key),
  },
};

const view = atLeast({
  key,
  name: text(20_000),
  profileUrl: text(20_000),
  verdict: oneOf('accept-safe', 'suspicious', 'likely-fake', 'unchecked'),
  reasons: list(atLeast({ code: text(80) }), 200),
  twins: list(atLeast({ photo: key }), 5000),
  photo: any(oneOf(null), atLeast({ id: key })),
});

/**
 * The notices of the background to content scripts; `changed` is for our own pages.
 * @type {Record<string, Record<string, Check>>}
 */
const NOTICES = {
  /** Verdicts that changed. */
  views: { views: list(view, 5000) },
  /** Somebody was forgotten: the keys of their invitations; null: everybody. */
  forgotten: { keys: any((value) => value === null, list(key, 5000)) },
  /** Bring a card into view; answered with whether the page has it. */
  reveal: { key },
  /** The page's structure without names and texts; answered with it. */
  skeleton: {},
  /** Whether the content script runs here; answered with whether it came too late to show anything. */
  here: {},
  /** The user paused Vouchsafe in this tab, or switched it on again. */
  pause: { isPaused: flag },
  /** The list may have changed. */
  changed: {},
  /** Photos that could not be fetched before may be allowed now: ask about every card again. */
  'look-again': {},
};

/** @param {unknown} message @param {Record<string, Check>} fields */
const fits = (message, fields) => record({ name: text(40), ...fields })(message);

/**
 * Checks a request, and whether this sender may send it.
 * @param {unknown} message @param {Sender} from
 * @returns {any} A `Sent` of requests.d.ts, or null.
 */
export function asRequest(message, from) {
  const name = /** @type {any} */ (message)?.name;
  const known =
    typeof name === 'string' && Object.hasOwn(REQUESTS, name)
      ? REQUESTS[/** @type {keyof Requests} */ (name)]
      : undefined;
  return known &&
    from !== 'other' &&
    known.from.includes(from) &&
    fits(message, known.fields) &&
    (known.fits?.(message) ?? true)
    ? message
    : null;
}

/** @param {unknown} message @returns {any} The notice, if it is one. */
export function asNotice(message) {
  const name = /** @type {any} */ (message)?.name;
  const fields = typeof name === 'string' && Object.hasOwn(NOTICES, name) ? NOTICES[name] : undefined;
  return fields && fits(message, fields) ? message : null;
}

/** An error as an answer: a code, whose text is `error_<code>` in _locales. */
export class Refusal extends Error {
  /** @param {string} code @param {string} [detail] */
  constructor(code, detail = '') {
    super(detail ? `${code}: ${detail}` : code);
    this.code = code;
  }
}

/** @type {() => void} */
let paused = () => {};
/** Calls back when the background says that Vouchsafe is paused in this tab. @param {() => void} callback */
export const whenPaused = (callback) => {
  paused = callback;
};

/**
 * Sends a request to the background and returns its answer.
 * @template {keyof Requests} Name
 * @param {Name} name
 * @param {keyof Requests[Name]['fields'] extends never ? [] : [fields: Requests[Name]['fields']]} rest The request's fields.
 * @returns {Promise<Requests[Name]['answer']>}
 * @throws {Refusal} with the background's code, or `no-answer`.
 */
export async function ask(name, ...rest) {
  let answer;
  try {
    answer = /** @type {any} */ (await sendToBackground({ name, ...rest[0] }));
  } catch (error) {
    throw new Refusal('no-answer', String(error));
  }
  if (answer && Object.hasOwn(answer, 'ok')) return answer.ok;
  if (answer?.error === 'paused') paused();
  throw new Refusal(typeof answer?.error === 'string' ? answer.error : 'no-answer', String(answer?.detail ?? ''));
}

/**
 * Sends a notice to a page; null where nobody listens.
 * @param {number} tab @param {string} name @param {Record<string, unknown>} [fields] @returns {Promise<any>}
 */
export async function tell(tab, name, fields = {}) {
  try {
    const answer = /** @type {any} */ (await sendToTab(tab, { name, ...fields }));
    return answer && Object.hasOwn(answer, 'ok') ? answer.ok : null;
  } catch {
    return null;
  }
}
