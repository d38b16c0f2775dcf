// The text of a report: the observations, with place and time. It calls nobody a fake unless the user did.

import { barePerson, day, plain, reasonSentence, say } from './sentences.js';
import { profileUrlOf, webUrlOf } from './shared/links.js';

/** @typedef {import('./shapes').View} View */

/** The most other profiles a report names. */
const MOST_TWINS = 5;

/** The most pages found by searches that a report names. */
const MOST_PAGES = 5;
/** Kinds of pages under another name. */
const OTHERS = new Set(['other-profile', 'other-name']);
/** The most characters of a note that a report quotes. */
const MOST_WORDS = 80;
/** Findings whose sentence is an observation already; those on twins and dates have lines of their own. */
const OBSERVATIONS = new Set([
  'note-copied',
  'headline-copied',
  'name-contradicts-address',
  'photo-is-fresh',
  'photo-shows-no-person',
  'web-portraits',
]);
/** Unicode isolates around other people's words, which a report leaves out. */
const ISOLATES = /[\u2066-\u2069]/g;

/** @param {View} view @returns {string[]} The observations that are not about photos, and the user's own opinion. */
function otherLines({ reasons, opinion }) {
  const lines = reasons.flatMap((reason) => {
    const [first] = reason.blanks;
    if (reason.code === 'note-presses' && first && 'name' in first)
      return say('report_note_presses', plain(first.name, MOST_WORDS));
    return OBSERVATIONS.has(reason.code) ? reasonSentence(reason).replace(ISOLATES, '') : [];
  });
  return [...lines, ...(opinion === 'fake' ? [say('report_said_fake')] : [])].map((line) => `- ${line}`);
}

/** @param {import('./shapes').Twin} twin */
function twinLine(twin) {
  const seen = say(
    twin.nearExact ? 'report_same_photo' : 'report_like_photo',
    barePerson(twin.name),
    profileUrlOf(twin.profileUrl) ?? '',
  );
  const dates =
    twin.setAt === null
      ? say('report_date_seen', day(twin.firstSeen))
      : say('report_dates', day(twin.setAt), day(twin.firstSeen));
  return `- ${seen} ${dates}`;
}

/** @param {View} view @returns {string[]} Pages under another name that the user confirmed to show the same photo. */
function pageLines({ photo }) {
  /** @type {Map<string, number>} */
  const pages = new Map();
  for (const { at, found } of photo?.searches ?? []) {
    for (const { url, kind, confirmed, struck } of found) {
      const link = OTHERS.has(kind) && confirmed === true && !struck ? webUrlOf(url) : null;
      if (link && !pages.has(link)) pages.set(link, at);
    }
  }
  return [...pages].slice(0, MOST_PAGES).map(([link, at]) => `- ${say('report_photo_check', day(at))} ${link}`);
}

/**
 * @param {View} view
 * @returns {string} Lines of plain text, in the language of the browser.
 */
export function reportText(view) {
  const observed = view.twins.slice(0, MOST_TWINS).map(twinLine);
  if (observed.length > 0 && typeof view.photo?.setAt === 'number')
    observed.push(`- ${say('report_set_here', day(view.photo.setAt))}`);
  for (const {
    code,
    blanks: [when],
  } of view.reasons) {
    if (code !== 'photo-check-other-name' || !when || !('time' in when)) continue;
    const found = view.photo?.answerProfile ? profileUrlOf(view.photo.answerProfile) : null;
    observed.push(`- ${say('report_photo_check', day(when.time))}${found ? ` ${found}` : ''}`);
  }
  observed.push(...pageLines(view), ...otherLines(view));
  return [
    say('report_opening', barePerson(view.name)),
    say('report_profile', profileUrlOf(view.profileUrl) ?? say('report_no_link')),
    say('report_date', day(view.lastSeen)),
    '',
    ...(observed.length > 0 ? [say('report_observed'), ...observed] : [say('report_nothing_observed')]),
    '',
    say('report_closing'),
  ].join('\n');
}
