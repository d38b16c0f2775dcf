// One invitation in the popup.

import { el, rebuild } from '../pieces/dom.js';
import { outLink, profileUrlOf, INVITATIONS_URL } from '../pieces/links.js';
import { chevron, verdictMark } from '../pieces/marks.js';
import { photoCheck, questionOpen } from '../pieces/photo-check.js';
import { reach, reasonList } from '../pieces/reasons.js';
import { reportLink, reportState } from '../pieces/report-link.js';
import { sideBySide } from '../pieces/twins.js';
import { finders } from '../pieces/desk.js';
import { ask } from '../messages.js';
import { openTab } from '../browser.js';
import { HEADLINE_LENGTH, basisLine, person, plain, problem, say, verdictWord } from '../sentences.js';

/** @typedef {import('../shapes').View} View */

/**
 * @param {View} first @param {() => void} changed Something was answered: the list should be asked for again.
 * @returns {{ node: HTMLElement, update: (view: View) => void }}
 */
export function createItem(first, changed) {
  let view = first;
  /** @type {'' | 'reasons' | 'check'} What is unfolded. */
  let unfolded = first.verdict === 'likely-fake' ? 'reasons' : '';
  const node = el('article', { class: 'item', tabindex: -1 });

  /** @type {import('../pieces/desk.js').Desk} */
  const desk = {
    kept: new Map(),
    redraw: (next) => {
      // The answer, and with it Undo, stays in sight.
      if (next.photo?.answer !== view.photo?.answer) unfolded = 'check';
      const answered = JSON.stringify(next) !== JSON.stringify(view);
      view = next;
      show();
      if (answered) changed();
    },
    ...finders(node),
    // The popup closes when its tab opens: the text must be on the clipboard by then.
    leave: (url) => void openTab(url),
  };

  async function reveal() {
    try {
      desk.kept.set('reveal', (await ask('reveal', { key: view.key })) === true ? 'shown' : 'away');
    } catch (error) {
      desk.kept.set('reveal', problem(error));
    }
    show();
  }
  const revealed = () => {
    const state = desk.kept.get('reveal');
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
        el('button', { type: 'button', class: 'name-button', 'data-place': 'name', title: say('reveal_title'), dir: 'auto', click: reveal }, person(view.name)),
        headline && el('p', { class: 'headline', dir: 'auto' }, headline),
        el('p', { class: 'basis' }, basisLine(view)),
        el('div', { class: 'doors' },
          discloser('reasons', say('reasons_door')),
          discloser('check', say('check_title')),
          profile && outLink(profile, say('profile_door'), { class: 'plain', 'data-place': 'profile' }),
          reportLink(view, desk, true)),
        revealed(),
        reportState(view, desk),
        unfolded === 'reasons' && el('div', { class: 'more' }, reasonList(view), sideBySide(view), reach(view)),
        (unfolded === 'check' || questionOpen(view)) && el('div', { class: 'more' }, photoCheck(view, desk))),
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
