// The next step with an invitation: one button in a foot that is always visible, and one that goes to the next invitation.

import { overlayUrl } from './about-shown.js';
import { isBeingRead, questionOpen } from './photo-check-state.js';
import { currentSettings } from './current-settings.js';
import { noteAction } from './actions-shown.js';
import { el, isInPage } from './dom.js';
import { engineLink } from './engine-link.js';
import { outLink, profileUrlOf } from './links.js';
import { reportLink } from './report-link.js';
import { actionsOf } from '../actions.js';
import { engineOf, isPhotoUrl } from '../engines.js';
import { say } from '../sentences.js';

/** @typedef {import('../shapes').View} View */
/** @typedef {import('./view-context.js').ViewContext} ViewContext */
/** @typedef {'check' | 'compare' | 'report' | 'about' | 'profile' | 'show' | 'aside' | 'next'} NextStep */

/** @param {View} view Whether its photo can be searched for. */
const isSearchable = ({ photo }) =>
  photo !== null && isPhotoUrl(photo.url) && (photo.expiresAt === null || photo.expiresAt > Date.now());

/** @param {View} view Whether a search found somebody else, and the user has not said whether it is the same photo. */
const isToCompare = ({ photo }) =>
  Boolean(
    photo?.searches.some(({ found }) =>
      found.some(
        ({ kind, struck, confirmed }) =>
          (kind === 'other-profile' || kind === 'other-name') && !struck && confirmed === null,
      ),
    ),
  );

/** @param {View} view @returns {NextStep} */
export function nextStep(view) {
  const { reported, aside } = actionsOf(view.key);
  if (reported !== undefined || aside !== undefined || view.handled !== null) return 'next';
  if (view.opinion === 'known') return 'show';
  if (view.verdict === 'likely-fake' || view.opinion === 'fake') return 'report';
  if (view.verdict === 'accept-safe') return 'show';
  if (questionOpen(view) || isBeingRead(view)) return 'next';
  if (isToCompare(view)) return 'compare';
  // Checked, and still no verdict: the user decides.
  if (view.photo && (view.photo.answer !== null || view.photo.searches.length > 0)) return 'aside';
  if (!view.photo && !view.account) return 'about';
  return isSearchable(view) ? 'check' : 'profile';
}

/** @param {View} view Whether the user still has to check it: it is neither safe nor settled. */
export const isToCheck = (view) =>
  view.verdict !== 'accept-safe' && ['check', 'report', 'about', 'profile'].includes(nextStep(view));

/** @param {View} view @param {ViewContext} context @returns {HTMLElement | null} The primary button, where the step has one. */
function primary(view, context) {
  const step = nextStep(view);
  const profile = profileUrlOf(view.profileUrl);
  if (step === 'check')
    return engineLink(
      view,
      context,
      engineOf(currentSettings().engine),
      say('step_check'),
      { class: 'button main', 'data-place': 'step', 'data-step': 'check' },
      'read',
    );
  if (step === 'report')
    return reportLink(view, context, { words: say('step_report'), look: 'button main fake', place: 'step' });
  if (step === 'compare')
    return el(
      'button',
      { type: 'button', class: 'button main', 'data-place': 'step', click: () => context.bring('found', true) },
      say('step_compare'),
    );
  if (step === 'about' && profile)
    return outLink(overlayUrl(profile, 'about-this-profile'), say('step_account'), {
      class: 'button main',
      'data-place': 'step',
    });
  if (step === 'profile')
    return profile ? outLink(profile, say('step_profile'), { class: 'button main', 'data-place': 'step' }) : null;
  if (step === 'aside')
    return el(
      'button',
      {
        type: 'button',
        class: 'button main',
        'data-place': 'step',
        click: () => noteAction(view, context, 'aside', true),
      },
      say('aside_action'),
    );
  if (step === 'show' && context.show)
    return el(
      'button',
      { type: 'button', class: 'button main', 'data-place': 'step', click: context.show },
      say('step_show'),
    );
  return null;
}

/** @param {View} view @param {ViewContext} context The foot's content: the next step, and on to the next invitation. */
export function footOf(view, context) {
  const first = primary(view, context);
  const next = el(
    'button',
    {
      type: 'button',
      class: first ? 'button' : 'button main',
      'data-place': 'next',
      click: context.next ?? context.end,
    },
    say(context.next ? 'step_next' : isInPage() ? 'close' : 'step_list'),
  );
  return [first, next];
}
