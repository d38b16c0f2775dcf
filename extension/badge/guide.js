// The guide for a report on the profile that "Report" opened: the evidence to copy, and a ring around LinkedIn's own entry.
// It presses nothing; the user sends the report.

import { GUIDE_STYLE, RING_STYLE } from './style.js';
import { frameOf } from './frame.js';
import { deliverEvents } from './event-delivery.js';
import { pressGuard, putOnTop } from './press-guard.js';
import { direction } from '../browser.js';
import { applyStyles, el, put } from '../shared/dom.js';
import { cross } from '../shared/icons.js';
import { reportText } from '../report.js';
import { profileUrlOf } from '../shared/links.js';
import { person, say } from '../sentences.js';

/** @typedef {import('../shapes').View} View */

/** How often the ring's position is updated, in milliseconds: pages move, and menus open. */
const AGAIN = 200;
/** How far around the entry it lies, in pixels. */
const GAP = 4;

/** @param {import('./scheme.js').Scheme} scheme @param {string} styles @param {HTMLElement} node */
function hostOf(scheme, styles, node) {
  const host = document.createElement('span');
  const root = host.attachShadow({ mode: 'closed' });
  applyStyles(root, styles);
  const frame = frameOf(scheme, node);
  node.dir = direction();
  // Not over the start of the page's content.
  if (getComputedStyle(document.documentElement).direction === 'rtl') frame.classList.add('in-rtl');
  root.append(frame);
  return { host, root };
}

/**
 * @param {{ view: View, scheme: import('./scheme.js').Scheme, entry: () => { element: Element, isEntry: boolean } | null, onClose: () => void }} what
 * `entry`: where to point at now.
 * @returns {{ hosts: HTMLElement[], show: () => void, end: () => void }} Its hosts, to be put into the page, then shown.
 */
export function createGuide({ view, scheme, entry, onClose }) {
  const outcome = el('p', { class: 'done', role: 'status' });
  /** @param {'done' | 'trouble'} look @param {string} words */
  const tell = (look, words) => {
    outcome.className = look;
    put(outcome, words);
  };
  const step = el('p', { class: 'gist', role: 'status' });
  const text = reportText(view);
  /** @param {string} what @param {string} words */
  const copier = (what, words) =>
    el(
      'button',
      {
        type: 'button',
        class: 'button small',
        click: () =>
          (navigator.clipboard ? navigator.clipboard.writeText(what) : Promise.reject()).then(
            () => tell('done', say('guide_copied')),
            () => tell('trouble', say('copy_in_popup')),
          ),
      },
      words,
    );
  const url = profileUrlOf(view.profileUrl);
  const box = el(
    'div',
    { class: 'guide', popover: 'manual', role: 'group', 'aria-labelledby': 'guide-title' },
    el(
      'div',
      { class: 'guide-head' },
      el('h2', { id: 'guide-title' }, say('guide_title', person(view.name))),
      el('button', { type: 'button', class: 'close', 'aria-label': say('close'), click: onClose }, cross()),
    ),
    step,
    el('ol', {}, ...['guide_1', 'guide_2', 'guide_3'].map((key) => el('li', {}, say(key)))),
    el('div', { class: 'evidence', tabindex: 0 }, ...text.split('\n').map((line) => el('p', {}, line || '\u00a0'))),
    el('div', { class: 'row' }, copier(text, say('guide_copy')), url && copier(url, say('guide_copy_link'))),
    outcome,
  );
  const ring = el('div', { class: 'ring', popover: 'manual', 'aria-hidden': 'true' });
  const panel = hostOf(scheme, GUIDE_STYLE, box);
  const pointer = hostOf(scheme, RING_STYLE, ring);
  const raise = () => putOnTop(box);
  const guard = pressGuard(box, raise, ring);
  deliverEvents(panel.host, panel.root, { mayAct: () => guard.mayAct() });

  let isShown = '';
  const point = () => {
    if (!box.isConnected) return;
    const found = entry();
    const words = found ? say(found.isEntry ? 'guide_here' : 'guide_more') : '';
    if (words !== isShown) {
      put(step, words);
      guard.disturb();
    }
    isShown = words;
    const at = found?.element.getBoundingClientRect();
    const isSeen = at !== undefined && at.width > 0 && at.bottom > 0 && at.top < innerHeight;
    const isOpen = ring.matches(':popover-open');
    if (!isSeen) {
      if (isOpen) ring.hidePopover();
      return;
    }
    Object.assign(ring.style, {
      left: `${at.left - GAP}px`,
      top: `${at.top - GAP}px`,
      width: `${at.width + 2 * GAP}px`,
      height: `${at.height + 2 * GAP}px`,
    });
    if (isOpen) return;
    ring.showPopover();
    // The guide lies above the ring: the entry may be under the guide.
    raise();
    guard.opened(box);
  };
  let waiting = 0;
  return {
    hosts: [panel.host, pointer.host],
    show: () => {
      box.showPopover();
      guard.opened(box);
      point();
      clearInterval(waiting);
      waiting = window.setInterval(point, AGAIN);
    },
    end: () => {
      clearInterval(waiting);
      guard.closed();
      for (const { host, root } of [panel, pointer]) {
        host.remove();
        root.replaceChildren();
      }
    },
  };
}
