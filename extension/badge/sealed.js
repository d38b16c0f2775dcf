// A sealed badge, for a window whose events other scripts hear before the shield (content/shield.js): it shows a badge's
// words, but nothing inside it is the target of an event. A press on it opens the full page at that invitation.

import { SEALED_STYLE, leastWidth } from './style.js';
import { cover } from './cover.js';
import { frameOf } from './frame.js';
import { REST } from './press-guard.js';
import { shield } from './raised-shield.js';
import { direction, isAlive } from '../browser.js';
import { ask } from '../messages.js';
import { applyStyles, el, put } from '../shared/dom.js';
import { verdictIcon, windowIcon } from '../shared/icons.js';
import { badgeBasis, badgeWords, verdictWord } from '../sentences.js';

/** The icon of a window with its gap, in pixels. */
const WINDOW = 21;

const DEFAULTS = new Set(['click', 'auxclick', 'dragstart', 'selectstart']);

/**
 * Makes a sealed badge. It is not on the page until its host is put there.
 *
 * Firefox tells every listener which element an event is for, and where in the text (`originalTarget`, `rangeParent`). So
 * nothing inside takes the pointer or the focus, scrolls or moves: all events are for the host. Nor is it in the
 * accessibility tree: a screen reader's press and caret are for what is inside, whatever takes the pointer.
 * @param {{ view: import('../shapes').View, scheme: import('./scheme.js').Scheme }} what
 * @returns {import('./badge.js').Badge} It has no panel.
 */
export function createSealed({ view, scheme }) {
  const host = document.createElement('span');
  const root = host.attachShadow({ mode: 'closed' });
  applyStyles(root, SEALED_STYLE);
  applyStyles(root, leastWidth(badgeWords(), WINDOW));
  const face = el('span', { dir: direction() });
  const frame = frameOf(scheme, cover(), face);
  frame.setAttribute('aria-hidden', 'true');
  root.append(frame);

  let since = 0;
  let shown = '';
  const draw = () => {
    const basis = badgeBasis(view);
    const word = verdictWord(view.verdict);
    if (`${view.key} ${word} ${basis}` === shown) return;
    shown = `${view.key} ${word} ${basis}`;
    since = performance.now();
    face.className = `face sealed ${view.verdict}`;
    put(
      face,
      verdictIcon(view.verdict),
      el('span', { class: 'words' }, el('span', { class: 'word' }, word), basis && ` · ${basis}`),
      windowIcon(),
    );
  };

  let isPressed = false;
  /** @param {Event} event @returns {boolean} */
  const heard = (event) => {
    if (!isAlive()) {
      shield()?.leave?.();
      return false;
    }
    // A press must not act on a link or label around the badge.
    if (DEFAULTS.has(event.type)) event.preventDefault();
    if (event.type === 'pointerdown') isPressed = performance.now() - since >= REST;
    if (event.type !== 'click') return false;
    if (isPressed && /** @type {MouseEvent} */ (event).detail > 0) ask('open-page', { key: view.key }).catch(() => {});
    isPressed = false;
    return false;
  };
  shield()?.guard(host, heard);

  draw();
  return {
    host,
    update: (next) => {
      if (next) view = next;
      draw();
    },
    setScheme: (next) => {
      if (frame.style.colorScheme !== next) frame.style.colorScheme = next;
    },
    isOpen: () => false,
    open: () => {},
    close: () => {},
    remove: () => {
      host.remove();
      // The page may still hold the host.
      root.replaceChildren();
    },
  };
}
