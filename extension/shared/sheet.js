// The content of panel, popup and page for one invitation: the verdict's meaning, the findings, and all actions.

import { aboutShown, overlayUrl } from './about-shown.js';
import { isBeingRead, questionOpen } from './photo-check-state.js';
import { asideButton, actionsShown } from './actions-shown.js';
import { el } from './dom.js';
import { outLink, profileUrlOf } from './links.js';
import { opinionButtons, opinionShown } from './opinion.js';
import { photoCheck } from './photo-check.js';
import { reach, reasonList } from './reasons.js';
import { report } from './report-link.js';
import { thanks } from './thank-you-draft.js';
import { sideBySide } from './twins.js';
import { worthList } from './worth-list.js';
import { counted, plain, say, verdictGist } from '../sentences.js';

/** @typedef {import('../shapes').View} View */
/** @typedef {import('./view-context.js').ViewContext} ViewContext */

/** The most characters of a note that are shown. */
const NOTE_LENGTH = 600;

/** @param {View} view @param {ViewContext} context For an invitation without a photo: what else can be checked, or that it may wait. */
function withoutPhoto(view, context) {
  const url = profileUrlOf(view.profileUrl);
  const { bare } = context;
  const aside = view.verdict === 'unchecked' && asideButton(view, context, 'button small');
  return el(
    'section',
    { class: 'check' },
    el('h3', {}, say('no_photo_title')),
    el('p', { class: 'hint' }, say('no_photo_text')),
    url &&
      !view.account &&
      el('p', {}, outLink(overlayUrl(url, 'about-this-profile'), say('account_door'), { 'data-place': 'about' })),
    aside &&
      el(
        'p',
        { class: 'row' },
        aside,
        bare &&
          bare.count > 1 &&
          el(
            'button',
            { type: 'button', class: 'button small', 'data-place': 'aside-all', click: bare.setAside },
            counted('aside_all', bare.count),
          ),
      ),
  );
}

/** @param {View} view The inviter's note; not shown in LinkedIn's page, where the card has it. @param {ViewContext} context */
const noteSaid = ({ note }, context) =>
  context.show !== null && note !== '' && el('blockquote', { class: 'note', dir: 'auto' }, plain(note, NOTE_LENGTH));

/** @param {View} view @param {ViewContext} context @returns {import('./dom.js').Child[]} */
export function sheetBody(view, context) {
  const check = view.photo ? photoCheck(view, context) : withoutPhoto(view, context);
  const isAsking = questionOpen(view) || isBeingRead(view);
  const isFake = view.verdict === 'likely-fake';
  // Search results are part of the evidence; before there are any, the photo check is one of the actions.
  const isFound = !isAsking && (view.photo?.searches.length ?? 0) > 0;
  return [
    actionsShown(view, context),
    opinionShown(view, context) ?? el('p', { class: 'gist' }, verdictGist(view)),
    // The open question comes first, and the state of a reading.
    isAsking && check,
    noteSaid(view, context),
    worthList(view),
    reasonList(view),
    sideBySide(view, context),
    isFound && check,
    reach(view),
    thanks(view, context),
    isFake && report(view, context),
    (view.photo || view.account) && aboutShown(view),
    !isAsking && !isFound && check,
    !isFake && report(view, context),
    el(
      'div',
      { class: 'own-opinion' },
      opinionButtons(view, context),
      (view.photo || view.verdict !== 'unchecked') && asideButton(view, context),
    ),
  ];
}
