// The first-run page: a drawing of what Vouchsafe does, what the badges mean, and three steps. The last is the choice with
// or without badges.

import { goalsFields } from './goals.js';
import { badge, drawing } from './welcome-drawing.js';
import { el, put } from '../shared/dom.js';
import { INVITATIONS_URL } from '../shared/links.js';
import { seal } from '../shared/icons.js';
import { setUpPage } from '../shared/own-page.js';
import { ask } from '../messages.js';
import { askForAccess, onPermissionsChanged, openTab, ownUrl, pagesAllowed, photosAllowed } from '../browser.js';
import { problem, say } from '../sentences.js';

/** @typedef {import('../shapes').Verdict} Verdict */

/** @type {Verdict[]} */
const VERDICTS = ['accept-safe', 'suspicious', 'likely-fake', 'unchecked'];
/** How many of the goals' fields are shown here: the others are in the options. */
const FIRST_GOALS = 3;

/** How long "saved" is shown, in milliseconds. */
const FADING = 2500;

const outcome = el('p', { class: 'outcome', role: 'status' });

/** @param {string} words @param {'done' | 'trouble'} look */
function tell(words, look = 'done') {
  outcome.className = `outcome ${look}`;
  outcome.textContent = words;
}

/** @param {boolean} badges */
async function begin(badges) {
  try {
    await ask('change-setting', { setting: 'badges', value: badges });
    tell(say('begin_done'));
    await openTab(INVITATIONS_URL);
  } catch (error) {
    tell(problem(error), 'trouble');
  }
}

const access = el('div', {});
/** Shows the permissions that are missing, with one button to grant them. */
async function showAccess() {
  const isLacking = !(await pagesAllowed()) || !(await photosAllowed());
  put(
    access,
    isLacking &&
      el(
        'div',
        { class: 'warn' },
        el('h2', {}, say('access_title')),
        el('p', {}, say('access_text')),
        el(
          'p',
          {},
          el(
            'button',
            {
              type: 'button',
              class: 'button main',
              'data-place': 'permission',
              click: () => askForAccess().then(showAccess, showAccess),
            },
            say('access_grant'),
          ),
        ),
      ),
  );
}
onPermissionsChanged(showAccess);
await showAccess();

let fading = 0;
const saved = el('p', { class: 'outcome done', role: 'status' });
const goals = goalsFields((words) => {
  saved.textContent = words;
  clearTimeout(fading);
  fading = window.setTimeout(() => saved.replaceChildren(), FADING);
});

/** @param {number} number @param {string} title @param {...import('../shared/dom.js').Child} content */
const step = (number, title, ...content) =>
  el(
    'li',
    { class: 'step' },
    el('span', { class: 'number', 'aria-hidden': 'true' }, String(number)),
    el('div', { class: 'content' }, el('h3', {}, title), ...content),
  );

setUpPage(`Vouchsafe · ${say('welcome_title')}`);
document.body.className = 'welcome';
document
  .querySelector('main')
  ?.append(
    el(
      'div',
      { class: 'hero' },
      el(
        'div',
        {},
        el('p', { class: 'brand' }, seal(22), 'Vouchsafe'),
        el('h1', {}, say('welcome_title')),
        el('p', { class: 'lead' }, say('welcome_lead')),
      ),
      drawing(),
    ),
    access,
    el(
      'section',
      {},
      el('h2', {}, say('badges_title')),
      el(
        'dl',
        { class: 'badges' },
        ...VERDICTS.map((verdict) =>
          el('div', {}, el('dt', {}, badge(verdict)), el('dd', {}, say(`badge_means_${verdict.replaceAll('-', '_')}`))),
        ),
      ),
    ),
    el(
      'section',
      {},
      el('h2', {}, say('begin_title')),
      el(
        'ol',
        { class: 'steps' },
        step(1, say('begin_pin'), el('p', {}, say('begin_pin_text'))),
        step(
          2,
          say('begin_goals'),
          el('p', {}, say('begin_goals_text')),
          el('div', { class: 'goals' }, ...goals.nodes.slice(0, FIRST_GOALS)),
          saved,
        ),
        step(
          3,
          say('begin_open'),
          el('p', {}, say('begin_terms')),
          el('p', {}, say('begin_privacy')),
          el(
            'div',
            { class: 'row' },
            el(
              'button',
              { type: 'button', class: 'button main large', 'data-place': 'begin-yes', click: () => begin(true) },
              say('begin_yes'),
            ),
            el(
              'button',
              { type: 'button', class: 'button large', 'data-place': 'begin-no', click: () => begin(false) },
              say('begin_no'),
            ),
          ),
          outcome,
          el(
            'p',
            { class: 'hint' },
            say('terms_4'),
            ' ',
            el(
              'button',
              { type: 'button', class: 'textual', click: () => void openTab(ownUrl('options/options.html#terms')) },
              say('terms_link'),
            ),
          ),
        ),
      ),
    ),
  );
await goals.refresh().catch((error) => tell(problem(error), 'trouble'));
