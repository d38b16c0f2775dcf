// One invitation in the popup.

import { el, ledBy, rebuild } from '../shared/dom.js';
import { outLink, profileLink, profileUrlOf, INVITATIONS_URL } from '../shared/links.js';
import { chevron, verdictMark } from '../shared/marks.js';
import { photoCheck, questionOpen } from '../shared/photo-check.js';
import { opinionAsked, opinionSaid } from '../shared/opinion.js';
import { account } from '../shared/account.js';
import { reach, reasonList } from '../shared/reasons.js';
import { reportLink, reportState } from '../shared/report-link.js';
import { thanksButton, thanksState } from '../shared/thanks.js';
import { sideBySide } from '../shared/twins.js';
import { worthBrief } from '../shared/worth.js';
import { finders } from '../shared/view-context.js';
import { ask } from '../messages.js';
import { openTab } from '../browser.js';
import { HEADLINE_LENGTH, month, person, plain, problem, say, verdictLine, verdictWord } from '../sentences.js';

/** @typedef {import('../shapes').View} View */

/**
 * @param {View} first @param {(view: View) => Promise<void>} changed Something was answered: the list should be asked for again.
 * @returns {{ node: HTMLElement, update: (view: View) => void }}
 */
export function createItem(first, changed) {
  let view = first;
  /** @type {'' | 'reasons' | 'check'} What is unfolded. */
  let unfolded = first.verdict === 'likely-fake' ? 'reasons' : '';
  const node = el('article', { class: 'item', tabindex: -1 });

  /** @type {import('../shared/view-context.js').ViewContext} */
  const context = {
    kept: new Map(),
    redraw: (next) => {
      // The answer, and with it Undo, stays in sight; so does what may be said instead.
      if (next.photo?.answer !== view.photo?.answer) unfolded = 'check';
      if (view.opinion && !next.opinion) unfolded = 'reasons';
      const answered = JSON.stringify(next) !== JSON.stringify(view);
      view = next;
      show();
      // It may have moved to another part of the list: its Undo stays in sight.
      if (answered) void changed(next).then(() => node.scrollIntoView({ block: 'nearest' }));
    },
    ...finders(node),
    // The popup closes when its tab opens: the text must be on the clipboard by then.
    leave: (url) => void openTab(url),
  };

  async function reveal() {
    try {
      context.kept.set('reveal', (await ask('reveal', { key: view.key })) === true ? 'shown' : 'away');
    } catch (error) {
      context.kept.set('reveal', problem(error));
    }
    show();
  }
  const revealed = () => {
    const state = context.kept.get('reveal');
    if (typeof state !== 'string' || state === 'shown') return null;
    return el('p', { class: 'hint', role: 'status' },
      state === 'away' ? say('reveal_away') : state, ' ', outLink(INVITATIONS_URL, say('open_invitations')));
  };

  /** @param {'reasons' | 'check'} what @param {string} words */
  const discloser = (what, words) =>
    el('button', {
      type: 'button', class: 'disclose', 'data-place': `disclose-${what}`, 'aria-expanded': String(unfolded === what),
      click: () => {
        unfolded = unfolded === what ? '' : what;
        show();
      },
    }, words, chevron());

  const content = () => {
    const profile = profileUrlOf(view.profileUrl);
    const headline = plain(view.headline, HEADLINE_LENGTH);
    return [
      verdictMark(view.verdict, 17),
      el('div', { class: `who ${view.verdict}` },
        el('h3', { class: 'unseen' }, `${verdictWord(view.verdict)}: ${person(view.name)}`),
        // An invitation that was answered is on no page any more.
        view.handled === null
          ? el('button', { type: 'button', class: 'name-button', 'data-place': 'name', title: say('reveal_title'), dir: 'auto', click: reveal }, person(view.name))
          : el('p', {}, profileLink(view.profileUrl, person(view.name))),
        headline && el('p', { class: 'headline', dir: 'auto' }, headline),
        view.handled !== null && el('p', { class: 'headline' }, say('accepted_in', month(view.handled))),
        el('p', { class: 'basis' }, ...ledBy(verdictWord(view.verdict), verdictLine(view))),
        worthBrief(view),
        el('div', { class: 'doors' },
          // What to do next comes first.
          thanksButton(view, context, 'disclose'),
          discloser('reasons', say('reasons_door')),
          discloser('check', say('check_title')),
          profile && view.handled === null && outLink(profile, say('profile_door'), { class: 'plain', 'data-place': 'profile' }),
          reportLink(view, context, true)),
        revealed(),
        thanksState(view, context),
        reportState(view, context),
        opinionSaid(view, context),
        unfolded === 'reasons' && el('div', { class: 'more' }, reasonList(view), sideBySide(view, context), reach(view), account(view), opinionAsked(view, context)),
        (unfolded === 'check' || questionOpen(view)) && el('div', { class: 'more' }, photoCheck(view, context))),
    ];
  };
  const show = () => {
    node.className = `item ${view.verdict}`;
    rebuild(document, node, content);
  };

  show();
  return {
    node,
    update: (next) => {
      if (JSON.stringify(next) === JSON.stringify(view)) return;
      view = next;
      show();
    },
  };
}
