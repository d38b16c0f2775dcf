// Makes sentences of _locales from codes, counts, names and times. Every text shown to the user is made here.

import { language, sentence } from './browser.js';
import { labelOf } from './engines.js';

/** @typedef {import('./shapes').Reason} Reason */
/** @typedef {import('./shapes').View} View */
/** @typedef {import('./shapes').Verdict} Verdict */

/** The most characters of a name, and of a headline, that are shown. */
export const NAME_LENGTH = 48;
export const HEADLINE_LENGTH = 140;

/** @param {string} key @param {...(string | number)} blanks */
export const say = (key, ...blanks) => sentence(key, blanks);

/** @type {string} */
let tag = '';
/** The language for numbers, dates and plurals: that of the texts, in the browser's regional form if it has one. */
function textLanguage() {
  if (!tag) {
    const texts = say('language_tag') || 'en';
    const shown = language();
    tag = shown.split(/[-_]/)[0] === texts ? shown.replace('_', '-') : texts;
  }
  return tag;
}

// Formatters are slow to create: each is created once.
/** @type {Intl.NumberFormat | undefined} */
let numbers;
/** @type {Intl.PluralRules | undefined} */
let plurals;
/** @type {Intl.Segmenter | undefined} */
let characters;
/** @type {Map<object, Intl.DateTimeFormat>} */
const calendars = new Map();

/**
 * A sentence with a count in it: `key_one` or `key_other`, as the language has it; the count is the first blank.
 * @param {string} key @param {number} count @param {...(string | number)} rest
 */
export function counted(key, count, ...rest) {
  plurals ??= new Intl.PluralRules(textLanguage());
  const shown = number(count);
  return say(`${key}_${plurals.select(count)}`, shown, ...rest) || say(`${key}_other`, shown, ...rest);
}

/** @param {number} count "12,345" */
export function number(count) {
  numbers ??= new Intl.NumberFormat(textLanguage());
  return numbers.format(count);
}

/** @satisfies {Record<string, Intl.DateTimeFormatOptions>} */
const FORMS = {
  long: { dateStyle: 'long' },
  medium: { dateStyle: 'medium' },
  month: { year: 'numeric', month: 'short' },
  // For a time that means a month: the month's first moment in UTC.
  wholeMonth: { year: 'numeric', month: 'long', timeZone: 'UTC' },
  shortMonth: { year: 'numeric', month: 'short', timeZone: 'UTC' },
  clock: { timeStyle: 'short' },
  moment: { dateStyle: 'medium', timeStyle: 'short' },
};
/** @param {number} time @param {Intl.DateTimeFormatOptions} form One of these. */
function format(time, form) {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return '?';
  const calendar = calendars.get(form) ?? new Intl.DateTimeFormat(textLanguage(), form);
  calendars.set(form, calendar);
  return calendar.format(date);
}
/** @param {number} time "3 March 2026" */
export const day = (time) => format(time, FORMS.long);
/** @param {number} time "3 Mar 2026" */
export const shortDay = (time) => format(time, FORMS.medium);
/** @param {number} time "Mar 2026" */
export const month = (time) => format(time, FORMS.month);
/** @param {number} time "March 2026": a time that means a month */
export const wholeMonth = (time) => format(time, FORMS.wholeMonth);
/** @param {number} time "14:05" today, else "3 Mar 2026, 14:05" */
export const moment = (time) => format(time, day(time) === day(Date.now()) ? FORMS.clock : FORMS.moment);

// --- what others wrote ------------------------------------------------------------------------------------

// Controls, direction marks and overrides, zero-width fillers, tags, private use and lone surrogates.
const UNSEEN =
  /[\p{Cc}\p{Co}\p{Cs}\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e0fff}]/gu;
const STACKED = /(\p{M}{4})\p{M}+/gu;

/**
 * Makes text from a page safe to show: one line, no invisible or direction-changing characters, not too long.
 * @param {string} text @param {number} most
 */
export function plain(text, most) {
  const line = String(text)
    .slice(0, most * 12)
    .replace(/\s+/gu, ' ')
    .replace(UNSEEN, '')
    .replace(STACKED, '$1')
    .trim();
  let kept = '';
  let count = 0;
  for (const { segment } of (characters ??= new Intl.Segmenter()).segment(line)) {
    if (++count > most || kept.length + segment.length > most * 4) return `${kept.trimEnd()}…`;
    kept += segment;
  }
  return kept;
}

/** @param {string} text Isolated, so that its writing direction does not affect the sentence around it. */
const isolate = (text) => `\u2068${text}\u2069`;

/** @param {string} text @param {number} most Other people’s words, made safe to use inside a sentence. */
export const isolated = (text, most) => isolate(plain(text, most));

/** @param {string} name A name made safe to use inside a sentence. */
export const person = (name) => isolate(plain(name, NAME_LENGTH) || say('name_missing'));

/** @param {string} name A name for plain text used elsewhere, such as a report. */
export const barePerson = (name) => plain(name, NAME_LENGTH) || say('name_missing');

// --- verdicts and reasons ---------------------------------------------------------------------------------

/** Codes whose count decides the grammar; other counts are just numbers. */
export const COUNTED = new Set([
  'mutual-connections',
  'few-mutual-connections',
  'inviter-well-connected',
  'note-copied',
  'headline-copied',
  'photo-pieced-together',
  'web-other-people',
]);

/** Codes whose time means a month. */
const MONTHLY = new Set(['account-young', 'account-old', 'member-number-old']);
/** Codes whose first blank is the key of an engine or a provider. */
const OF_ENGINE = new Set(['web-nothing-found', 'photo-looks-generated']);

/** @param {string} key The key of an engine or provider, or `links`: the user's own. */
export const engineName = (key) => (key === 'links' ? say('found_own_links') : plain(labelOf(key), NAME_LENGTH));

/** @param {string} code */
const asKey = (code) => code.replaceAll('-', '_');

/** @param {string} prefix @param {Reason} reason @param {(time: number) => string} time */
function fill(prefix, { code, blanks }, time) {
  const key = `${prefix}_${asKey(code)}`;
  const [first] = blanks;
  if (COUNTED.has(code) && first && 'count' in first) return counted(key, first.count);
  const named = (/** @type {string} */ name) => (OF_ENGINE.has(code) ? engineName(name) : person(name));
  const filled = blanks.map((blank) =>
    'count' in blank ? String(blank.count) : 'name' in blank ? named(blank.name) : time(blank.time),
  );
  return say(key, ...filled);
}

/** @param {Reason} reason A full sentence that a person can check. */
export const reasonSentence = (reason) => fill('reason', reason, MONTHLY.has(reason.code) ? wholeMonth : day);

/** @param {Reason} reason A few words for the badge. */
export const reasonShort = (reason) =>
  fill('short', reason, MONTHLY.has(reason.code) ? (time) => format(time, FORMS.shortMonth) : month);

/** @param {Reason} reason Whether it says that the photo may be this person's own. */
const isInFavour = ({ code }) => code === 'held-photo-first';

/** @param {View} view Whether it had its photo before the other profile that uses it. */
export const hadPhotoFirst = (view) => view.reasons.some(isInFavour);

/**
 * The basis of the verdict, in a few words: "verified, 12 mutual connections". May be empty. What clears the person comes
 * first, since the end of a long line is cut off.
 * @param {View} view
 */
export function basisLine(view) {
  const basis = view.basis.length > 0 ? view.basis : view.reasons.slice(0, 1);
  const reasons = [...basis.filter(isInFavour), ...basis.filter((reason) => !isInFavour(reason))];
  const [first, second] = reasons.map(reasonShort).filter((text) => text !== '');
  if (first === undefined) return '';
  return second === undefined || second === first ? first : say('basis_two', first, second);
}

/** @param {Verdict} verdict "Accept-safe" */
export const verdictWord = (verdict) => say(`verdict_${asKey(verdict)}`);

/** All a badge may say first. @returns {string[]} */
export const badgeWords = () => [
  .../** @type {Verdict[]} */ (['accept-safe', 'suspicious', 'likely-fake', 'unchecked']).map(verdictWord),
  say('checking'),
];

/** @param {View} view One sentence on what its verdict means. */
export const verdictGist = (view) =>
  say(view.verdict === 'suspicious' && hadPhotoFirst(view) ? 'gist_photo_taken' : `gist_${asKey(view.verdict)}`);

/** @param {View} view "Accept-safe · verified, 12 mutual connections" */
export function verdictLine(view) {
  const basis = basisLine(view);
  return basis ? say('verdict_line', verdictWord(view.verdict), basis) : verdictWord(view.verdict);
}

/**
 * The basis for the badge: one of the user's goals that is met, then one finding for the verdict. The goal is shown
 * on accept-safe invitations only, since what inviters write of themselves is no reason to trust them.
 * @param {View} view "your target company, 12 mutual connections"
 */
export function badgeBasis(view) {
  const met = view.verdict === 'accept-safe' ? view.worth.find(({ goal }) => goal !== null) : undefined;
  const [first] = view.basis.map(reasonShort).filter((text) => text !== '');
  if (!met) return basisLine(view);
  const worth = say(`badge_worth_${asKey(met.code)}`);
  return first === undefined ? worth : say('basis_two', worth, first);
}

/** @param {unknown} error The error in words for the user. */
export function problem(error) {
  const code = String(/** @type {any} */ (error)?.code ?? 'no-answer');
  return (/^[a-z-]{1,40}$/.test(code) && say(`error_${asKey(code)}`)) || say('error_unknown', plain(code, 60));
}
