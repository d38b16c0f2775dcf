// Notices above the list: nothing seen, nothing pending, a page that was not recognised, a missing permission.

import { el } from '../shared/dom.js';
import { INVITATIONS_URL, outLink } from '../shared/links.js';
import { seal } from '../shared/icons.js';
import { currentSettings } from '../shared/current-settings.js';
import { askForAccess, reloadTab } from '../browser.js';
import { Refusal, ask } from '../messages.js';
import { saveFile } from '../shared/files.js';
import { answerSeeMore, seeMoreText } from '../shared/passed-by-question.js';
import { problem, say } from '../sentences.js';

/** @typedef {import('../shapes').Overview} Overview */

/** @param {string} title @param {string} text */
const empty = (title, text) =>
  el(
    'div',
    { class: 'empty' },
    seal(34),
    el('h2', {}, title),
    el('p', {}, text),
    outLink(INVITATIONS_URL, say('open_invitations'), { class: 'button', 'data-place': 'open-invitations' }),
  );

/** @param {Overview} overview @returns {HTMLElement | null} The notice in place of an empty list. */
function emptyNotice(overview) {
  if (overview.items.length > 0 || overview.layout === 'unrecognised') return null;
  return overview.lastLooked === null
    ? empty(say('never_looked_title'), say('never_looked_text'))
    : empty(say('nothing_pending_title'), say('nothing_pending_text'));
}

/** @returns {HTMLElement} The notice that the page was not recognised: its structure may be saved for a report. */
function unrecognisedNotice() {
  const outcome = el('p', { class: 'hint', role: 'status' });
  const save = async () => {
    try {
      const structure = await ask('skeleton');
      if (typeof structure !== 'string' || structure === '') {
        outcome.replaceChildren(say('skeleton_none'), ' ', outLink(INVITATIONS_URL, say('open_invitations')));
        return;
      }
      saveFile('linkedin-page-structure.html', [structure], 'text/html');
      outcome.textContent = say('skeleton_saved');
    } catch (error) {
      outcome.textContent = problem(error);
    }
  };
  return el(
    'div',
    { class: 'notice warn' },
    el('h2', {}, say('unrecognised_title')),
    el('p', {}, say('unrecognised_text')),
    el('button', { type: 'button', class: 'button', 'data-place': 'skeleton', click: save }, say('skeleton_save')),
    outcome,
  );
}

/**
 * @param {'pages' | 'photos'} lacking What may not be read. @param {() => void} changed
 * @returns {HTMLElement} The notice with one button that asks for all missing permissions.
 */
const permissionNotice = (lacking, changed) =>
  el(
    'div',
    { class: 'notice warn' },
    el('h2', {}, say(lacking === 'pages' ? 'access_title' : 'permission_title')),
    el('p', {}, say(lacking === 'pages' ? 'access_text' : 'permission_text')),
    el(
      'button',
      {
        type: 'button',
        class: 'button main',
        'data-place': 'permission',
        click: () => askForAccess().then(changed, changed),
      },
      say(lacking === 'pages' ? 'access_grant' : 'permission_grant'),
    ),
  );

/** @param {number[]} tabs Tabs that were open before the extension was. @param {() => void} changed */
const reloadNotice = (tabs, changed) =>
  el(
    'div',
    { class: 'notice' },
    el('p', {}, say('reload_text')),
    el(
      'button',
      {
        type: 'button',
        class: 'button',
        'data-place': 'reload',
        click: () => Promise.all(tabs.map(reloadTab)).then(changed, changed),
      },
      say('reload_action'),
    ),
  );

/** @param {() => void} changed @returns {HTMLElement} The question about people passed by, until it is answered. */
export function seeMoreNotice(changed) {
  const trouble = el('p', { class: 'trouble', role: 'alert' });
  /** @param {'yes' | 'no'} answer @param {string} look */
  const button = (answer, look) =>
    el(
      'button',
      {
        type: 'button',
        class: look,
        'data-place': `see-more-${answer}`,
        click: () =>
          answerSeeMore(answer).then(changed, (error) => {
            trouble.textContent = problem(error);
          }),
      },
      say(`compare_elsewhere_${answer}`),
    );
  return el(
    'section',
    { class: 'notice', 'aria-label': say('compare_elsewhere_title') },
    el('h2', {}, say('compare_elsewhere_title')),
    el('p', {}, say('compare_elsewhere_why'), ' ', say('compare_elsewhere_brief')),
    el('details', { 'data-place': 'see-more' }, el('summary', {}, say('compare_elsewhere_details')), seeMoreText()),
    el('div', { class: 'row' }, button('yes', 'button small'), button('no', 'button small')),
    trouble,
  );
}

/** @param {unknown} error */
const troubleNotice = (error) => el('div', { class: 'notice warn', role: 'alert' }, el('p', {}, problem(error)));

/** @param {() => void} changed @returns {HTMLElement} The notice that Vouchsafe is switched off everywhere. */
const offNotice = (changed) =>
  el(
    'div',
    { class: 'notice' },
    el('p', {}, say('off_text')),
    el(
      'button',
      {
        type: 'button',
        class: 'button main',
        'data-place': 'switch-on-again',
        click: () => ask('change-setting', { setting: 'on', value: true }).then(changed, changed),
      },
      say('off_action'),
    ),
  );

/** @param {() => void} changed @returns {HTMLElement} The question whether to show badges, until it is answered. */
function badgesNotice(changed) {
  /** @param {boolean} value */
  const choose = (value) => () => ask('change-setting', { setting: 'badges', value }).then(changed, changed);
  return el(
    'div',
    { class: 'notice' },
    el('h2', {}, say('badges_notice_title')),
    el('p', {}, say('badges_notice_text')),
    el(
      'div',
      { class: 'row' },
      el(
        'button',
        { type: 'button', class: 'button main small', 'data-place': 'badges-yes', click: choose(true) },
        say('badges_notice_yes'),
      ),
      el(
        'button',
        { type: 'button', class: 'button small', 'data-place': 'badges-no', click: choose(false) },
        say('badges_notice_no'),
      ),
    ),
  );
}

/** @param {() => void} clear @returns {HTMLElement} The notice that nobody matches search and filter. */
const noMatchNotice = (clear) =>
  el(
    'div',
    { class: 'empty' },
    el('p', {}, say('no_match')),
    el('button', { type: 'button', class: 'button', 'data-place': 'clear', click: clear }, say('no_match_clear')),
  );

/**
 * All notices above the list, the most urgent first.
 * @param {import('./watch.js').Shown | null} shown
 * @param {{ again: () => void, clear: (() => void) | null, trouble?: unknown }} to `again`: something was changed; `clear`: shows
 * everybody again, where search and filter leave nobody; `trouble`: why there is nothing to show.
 * @returns {import('../shared/dom.js').Child[]}
 */
export function noticesAbove(shown, { again, clear, trouble }) {
  if (!shown) return [troubleNotice(trouble)];
  const { overview, lacking, toReload } = shown;
  return [
    overview.trouble !== null && troubleNotice(new Refusal(overview.trouble)),
    !currentSettings().on && offNotice(again),
    lacking && permissionNotice(lacking, again),
    toReload.length > 0 && reloadNotice(toReload, again),
    currentSettings().badges === null && badgesNotice(again),
    overview.layout === 'unrecognised' && unrecognisedNotice(),
    emptyNotice(overview),
    clear && noMatchNotice(clear),
  ];
}
