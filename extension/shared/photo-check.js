// The photo check: reverse image search in a new tab, its results, and a question where they could not be read.

import { overlayUrl } from './about-shown.js';
import { questionOpen } from './photo-check-state.js';
import { currentSettings } from './current-settings.js';
import { el, isInPage } from './dom.js';
import { engineLink, openEngine } from './engine-link.js';
import { foundList, linksField, readingLine } from './found.js';
import { outLink, pastedLink, profileUrlOf } from './links.js';
import { photoTools } from './photo-tools.js';
import { sendAnswer } from './send-answer.js';
import { keptText } from './view-context.js';
import { ENGINES, isPhotoUrl } from '../engines.js';
import { ask } from '../messages.js';
import { say } from '../sentences.js';

/** @typedef {import('../shapes').View} View */
/** @typedef {import('../shapes').PhotoView} PhotoView */
/** @typedef {import('./view-context.js').ViewContext} ViewContext */

/** A picture with sides below this, in pixels, finds less. */
const SMALL = 200;

/** @param {PhotoView} photo */
const expired = (photo) => photo.expiresAt !== null && photo.expiresAt <= Date.now();

/**
 * @param {View} view @param {PhotoView} photo @param {ViewContext} context
 * @param {'nothing-found' | 'same-name' | 'other-name' | 'undo'} answer @param {string} profile
 */
async function answered(view, photo, context, answer, profile) {
  const goOn = context.onward?.(view.key);
  const isTaken = await sendAnswer(view, context, 'check-problem', async () => {
    const changed = await ask('check-answered', { photo: photo.id, answer, profile });
    context.kept.delete('check-naming');
    return changed;
  });
  if (!isTaken) context.bring('check-question');
  else if (answer === 'nothing-found' || answer === 'same-name') goOn?.();
}

/** @param {View} view @param {PhotoView} photo @param {ViewContext} context */
function engines(view, photo, context) {
  if (expired(photo)) return el('p', { class: 'hint' }, say('photo_expired'));
  const shown = ENGINES.filter(({ key }) => currentSettings().engines.includes(key));
  const links = shown.map((engine) =>
    engineLink(view, context, engine, engine.label, { class: 'engine', 'data-place': `engine-${engine.key}` }),
  );
  if (!isPhotoUrl(photo.url)) return el('p', { class: 'hint' }, say('photo_not_handed_on'));
  // One after the other, since the background handles each in turn. The first one is shown in front.
  const all = async () => {
    for (const [at, { key }] of shown.entries()) await openEngine(view, context, key, at === 0 ? 'new' : 'behind');
  };
  return el(
    'div',
    { class: 'check-doors' },
    el('div', { class: 'engines' }, ...links),
    photoTools(view, context, all, shown.length > 1),
  );
}

/** @param {View} view @param {PhotoView} photo A hint that the engine gets a small picture, and where the larger one is. */
function smallness(view, photo) {
  const profile = profileUrlOf(view.profileUrl);
  if (expired(photo) || photo.side === 0 || photo.side >= SMALL || !profile) return null;
  return el(
    'p',
    { class: 'hint' },
    say('photo_small', photo.side),
    ' ',
    outLink(overlayUrl(profile, 'photo'), say('photo_small_door')),
  );
}

/** @param {ViewContext} context The error of the last answer; empty if there was none. */
const trouble = (context) => el('p', { class: 'trouble', role: 'alert' }, keptText(context, 'check-problem'));

/** @param {string} place @param {string} key @param {() => unknown} click @returns {(digit: number) => HTMLElement} An answer, with the key for it where keys are heard. */
const choice = (place, key, click) => (digit) =>
  el(
    'button',
    { type: 'button', class: 'button', 'data-place': place, click: () => void click() },
    say(key),
    !isInPage() && el('kbd', { 'aria-hidden': 'true' }, String(digit)),
  );

/** @param {View} view @param {PhotoView} photo @param {ViewContext} context */
function question(view, photo, context) {
  const naming = context.kept.get('check-naming') === true;
  /** Not in LinkedIn's page, which could hear the typing. @param {boolean} on */
  const name = (on) => {
    context.kept.set('check-naming', on);
    context.kept.delete('check-problem');
    context.redraw(view);
    context.bring('check-question');
    context.focus(on ? 'check-profile' : 'check-name');
  };
  if (!naming) {
    return el(
      'div',
      { class: 'question', role: 'group', 'data-place': 'check-question', 'aria-label': say('check_question') },
      el('p', { class: 'ask' }, say('check_question')),
      trouble(context),
      el(
        'div',
        { class: 'row' },
        ...[
          choice('check-same', 'check_same_name', () => answered(view, photo, context, 'same-name', '')),
          choice('check-name', 'check_other_name', () =>
            isInPage() ? answered(view, photo, context, 'other-name', '') : name(true),
          ),
          choice('check-nothing', 'check_nothing_found', () => answered(view, photo, context, 'nothing-found', '')),
        ].map((make, at) => make(at + 1)),
      ),
    );
  }
  const input = el('input', {
    type: 'text',
    inputmode: 'url',
    'data-place': 'check-profile',
    placeholder: 'https://www.linkedin.com/in/…',
    maxlength: 600,
    spellcheck: 'false',
    autocomplete: 'off',
    dir: 'ltr',
  });
  /** @param {Event} event */
  const submit = (event) => {
    event.preventDefault();
    const profile = pastedLink(input.value);
    if (profile && !profileUrlOf(profile)) {
      context.kept.set('check-problem', say('error_check_not_a_profile'));
      context.redraw(view);
      context.bring('check-question');
    } else void answered(view, photo, context, 'other-name', profile);
  };
  return el(
    'form',
    { class: 'question', 'data-place': 'check-question', submit },
    el('label', { class: 'ask' }, say('check_profile_field'), input),
    trouble(context),
    el(
      'div',
      { class: 'row' },
      el('button', { type: 'submit', class: 'button', 'data-place': 'check-save' }, say('check_save')),
      el(
        'button',
        { type: 'button', class: 'button quiet', 'data-place': 'check-back', click: () => name(false) },
        say('back'),
      ),
    ),
  );
}

/** @param {View} view @param {PhotoView} photo @param {ViewContext} context */
const answer = (view, photo, context) =>
  el(
    'p',
    { class: 'answer' },
    say(
      photo.answer === 'nothing-found'
        ? 'check_answer_nothing'
        : photo.answer === 'same-name'
          ? 'check_answer_same_name'
          : 'check_answer_other_name',
    ),
    ' ',
    el(
      'button',
      {
        type: 'button',
        class: 'textual',
        'data-place': 'check-undo',
        click: () => answered(view, photo, context, 'undo', ''),
      },
      say('undo'),
    ),
  );

/** @param {View} view @param {ViewContext} context */
export function photoCheck(view, context) {
  const { photo } = view;
  if (!photo)
    return el(
      'section',
      { class: 'check' },
      el('h3', {}, say('check_title')),
      el('p', { class: 'hint' }, say('check_no_photo')),
    );
  const doors = [engines(view, photo, context), smallness(view, photo)];
  const isNew = !photo.answer && photo.asked === null && photo.searches.length === 0;
  return el(
    'section',
    { class: 'check' },
    el('h3', {}, say('check_title')),
    isNew && !expired(photo) && isPhotoUrl(photo.url) && el('p', { class: 'hint' }, say('check_hint')),
    // Results come before other engines to search with.
    readingLine(view, context),
    ...(photo.searches.length > 0 ? [] : doors),
    foundList(view, context),
    questionOpen(view) && question(view, photo, context),
    photo.answer && answer(view, photo, context),
    ...(photo.searches.length > 0 ? doors : []),
    linksField(view, context),
    !questionOpen(view) && trouble(context),
  );
}
