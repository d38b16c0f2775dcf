// First run: what LinkedIn's terms say, what is stored, the choice with or without badges, and whether to see more.

import { termsNotice } from './terms.js';
import { el, put } from '../shared/dom.js';
import { seal } from '../shared/marks.js';
import { seeMoreText } from '../shared/see-more.js';
import { dressPage } from '../shared/page.js';
import { ask } from '../messages.js';
import { askForAccess, onPermissionsChanged, pagesAllowed, photosAllowed } from '../browser.js';
import { loadSettings } from '../settings.js';
import { problem, say } from '../sentences.js';

const settings = await loadSettings();
const outcome = el('p', { class: 'outcome done', role: 'status' });

const seen = el('p', { class: 'outcome done', role: 'status' });

/** @param {'badges' | 'seeMore'} setting @param {unknown} value @param {HTMLElement} outcome Where it is said how it went. */
async function choose(setting, value, outcome) {
  try {
    await ask('change-setting', { setting, value });
    outcome.className = 'outcome done';
    outcome.textContent = say('welcome_next');
  } catch (error) {
    outcome.className = 'outcome trouble';
    outcome.textContent = problem(error);
  }
}

/** @param {boolean} badges @param {string} key */
const choice = (badges, key) =>
  el('label', { class: 'choice' },
    el('input', { type: 'radio', name: 'badges', checked: settings.badges === badges, change: () => choose('badges', badges, outcome) }),
    el('b', {}, say(key)), el('span', { class: 'hint' }, say(`${key}_hint`)));

/** Neither is chosen until the user chooses. @param {'yes' | 'no'} seeMore */
const passing = (seeMore) =>
  el('label', { class: 'choice' },
    el('input', { type: 'radio', name: 'see-more', checked: settings.seeMore === seeMore, change: () => choose('seeMore', seeMore, seen) }),
    el('b', {}, say(`see_more_${seeMore}`)), el('span', { class: 'hint' }, say(`see_more_${seeMore}_hint`)));

const access = el('div', {});
/** What the browser has not been asked for, or has taken back, with one button. */
async function showAccess() {
  const isLacking = !(await pagesAllowed()) || !(await photosAllowed());
  put(access, isLacking && el('div', { class: 'warn' },
    el('h2', {}, say('access_title')), el('p', {}, say('access_text')),
    el('button', { type: 'button', class: 'button main', 'data-place': 'permission', click: () => askForAccess().then(showAccess, showAccess) }, say('access_grant'))));
}
onPermissionsChanged(showAccess);
await showAccess();

dressPage(say('welcome_title'));
document.querySelector('main')?.append(
  el('h1', {}, seal(28), say('welcome_title')),
  el('p', { class: 'lead' }, say('welcome_lead')), access,
  el('div', { class: 'warn' }, el('h2', {}, say('section_terms')), termsNotice()),
  el('section', {}, el('h2', {}, say('welcome_choice_title')),
    el('fieldset', { class: 'choices', 'aria-label': say('welcome_choice_title') }, choice(true, 'choice_badges'), choice(false, 'choice_popup')),
    outcome),
  el('section', {}, el('h2', {}, say('see_more_title')), el('p', {}, say('see_more_why')), seeMoreText(),
    el('fieldset', { class: 'choices', 'aria-label': say('see_more_title') }, passing('yes'), passing('no')),
    seen),
  el('section', {}, el('h2', {}, say('welcome_stored_title')),
    el('ul', {}, ...['welcome_stored_1', 'welcome_stored_2', 'welcome_stored_3'].map((key) => el('li', {}, say(key))))),
  el('section', {}, el('h2', {}, say('welcome_limits_title')), el('p', {}, say('welcome_limits'))));
