// What panel, popup and page say of one invitation: the verdict's meaning, the findings, and all that can be done.

import { account } from './account.js';
import { asideButton, deedsShown } from './deeds-shown.js';
import { el } from './dom.js';
import { outLink, profileUrlOf } from './links.js';
import { opinionButtons, opinionShown } from './opinion.js';
import { photoCheck, questionOpen } from './photo-check.js';
import { reach, reasonList } from './reasons.js';
import { report } from './report-link.js';
import { thanks } from './thank-you-draft.js';
import { sideBySide } from './twins.js';
import { worthList } from './worth-list.js';
import { plain, say, verdictGist } from '../sentences.js';

/** @typedef {import('../shapes').View} View */
/** @typedef {import('./view-context.js').ViewContext} ViewContext */

/** The most characters of a note that are shown. */
const NOTE_LENGTH = 600;

/** @param {View} view Where there is no photo: what can be looked at instead. */
function withoutPhoto({ profileUrl }) {
  const url = profileUrlOf(profileUrl);
  return el('section', { class: 'check' },
    el('h3', {}, say('no_photo_title')),
    el('p', { class: 'hint' }, say('no_photo_text')),
    url && el('p', {}, outLink(url, say('step_profile'))));
}

/** @param {View} view What the inviter wrote; not in LinkedIn's page, where it stands on the card. @param {ViewContext} context */
const noteSaid = ({ note }, context) => context.show !== null && note !== '' && el('blockquote', { class: 'note', dir: 'auto' }, plain(note, NOTE_LENGTH));

/** @param {View} view @param {ViewContext} context @returns {import('./dom.js').Child[]} */
export function sheetBody(view, context) {
  const check = view.photo ? photoCheck(view, context) : withoutPhoto(view);
  const isAsking = questionOpen(view);
  const isFake = view.verdict === 'likely-fake';
  return [
    deedsShown(view, context),
    opinionShown(view, context) ?? el('p', { class: 'gist' }, verdictGist(view.verdict)),
    // The open question comes first.
    isAsking && check,
    noteSaid(view, context),
    worthList(view),
    reasonList(view),
    sideBySide(view, context),
    reach(view),
    account(view),
    thanks(view, context),
    isFake && report(view, context),
    !isAsking && check,
    !isFake && report(view, context),
    el('div', { class: 'own-view' }, opinionButtons(view, context), asideButton(view, context)),
  ];
}
