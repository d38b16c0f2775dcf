// A badge: a small button in a closed shadow root. Its host tells the page nothing: it has no attribute, no text, and the
// same size for every verdict.

import { BADGE_STYLE, PANEL_STYLE, leastWidth } from './style.js';
import { createPanel } from './panel.js';
import { deliverEvents } from './event-delivery.js';
import { direction } from '../browser.js';
import { applyStyles, el, put } from '../shared/dom.js';
import { cover } from './cover.js';
import { frameOf } from './frame.js';
import { verdictIcon } from '../shared/icons.js';
import { badgeBasis, badgeWords, person, say, verdictWord } from '../sentences.js';

/** @typedef {import('../shapes').View} View */
/** @typedef {import('./scheme.js').Scheme} Scheme */

/**
 * @typedef {object} Badge
 * @property {HTMLElement} host To be put into the card. It may be moved; it may be taken out and put back.
 * @property {(view: View | null) => void} update Shows a changed view; null: still checking.
 * @property {(scheme: Scheme) => void} setScheme
 * @property {() => boolean} isOpen Whether its panel is open.
 * @property {() => void} open Opens its panel, with focus in it; nothing while checking.
 * @property {() => void} close
 * @property {() => void} remove Takes it off the page, for good.
 */

/**
 * Makes a badge. It is not on the page until its host is put there.
 * @param {object} options
 * @param {View | null} options.view null while it is being checked.
 * @param {Scheme} options.scheme
 * @param {string} [options.name] Who it is about, while there is no view.
 * @param {(open: boolean) => void} [options.onToggle] The panel was opened or closed.
 * @param {() => (() => void) | null} [options.next] Returns what opens the next invitation to be checked; null: there is none.
 * @returns {Badge}
 */
export function createBadge({ view, scheme, name = '', onToggle = () => {}, next: nextOne = () => null }) {
  const host = document.createElement('span');
  const root = host.attachShadow({ mode: 'closed' });
  applyStyles(root, BADGE_STYLE);
  applyStyles(root, leastWidth(badgeWords()));
  // A press on the button of an open panel closes it before the click arrives: the click must not open it again.
  let openAtPress = false;
  const press = () => {
    openAtPress = isOpen();
  };
  /** @param {Event} event */
  const click = (event) => {
    event.preventDefault();
    const wasOpen = openAtPress || isOpen();
    openAtPress = false;
    if (wasOpen) close();
    else open();
  };
  const pill = el('button', {
    type: 'button',
    class: 'pill',
    'aria-haspopup': 'dialog',
    'aria-expanded': 'false',
    pointerdown: press,
    click,
  });
  const face = el('span', { dir: direction() });
  pill.append(face);
  // The button keeps the page's direction, so that its face lies where the card's lines begin.
  const frame = frameOf(scheme, cover(), pill);
  root.append(frame);

  /** @type {import('./panel.js').Panel | null} Made when first opened: most never are. */
  let panel = null;
  let shown = '';

  const draw = () => {
    const state = view?.verdict ?? 'checking';
    const basis = view ? badgeBasis(view) : '';
    const line = view
      ? basis
        ? say('verdict_line', verdictWord(view.verdict), basis)
        : verdictWord(view.verdict)
      : say('checking');
    const label = view ? say('badge_label', line, person(view.name)) : say('badge_label_checking', person(name));
    if (label === shown) return;
    shown = label;
    face.className = `face ${state}`;
    pill.setAttribute('aria-label', label);
    pill.setAttribute('aria-disabled', String(!view));
    pill.title = line;
    put(
      face,
      verdictIcon(state),
      el(
        'span',
        { class: 'words' },
        el('span', { class: 'word' }, view ? verdictWord(view.verdict) : say('checking')),
        basis && ` · ${basis}`,
      ),
    );
  };

  /** @param {boolean} open */
  const toggled = (open) => {
    pill.setAttribute('aria-expanded', String(open));
    onToggle(open);
  };
  const open = () => {
    if (!view) return;
    if (!panel) {
      applyStyles(root, PANEL_STYLE);
      panel = createPanel(root, pill, view, toggled, nextOne);
      frame.append(panel.node);
    }
    panel.open();
  };
  const close = () => panel?.close();
  const isOpen = () => panel?.isOpen() ?? false;

  deliverEvents(host, root, {
    mayAct: (control) => control === pill || (panel?.mayAct() ?? true),
    also: (event, inner) => panel?.also(event, inner),
  });

  draw();
  return {
    host,
    update: (next) => {
      view = next;
      draw();
      if (!next) close();
      else panel?.update(next);
    },
    setScheme: (next) => {
      if (frame.style.colorScheme !== next) frame.style.colorScheme = next;
    },
    isOpen,
    open,
    close,
    remove: () => {
      close();
      host.remove();
      // The page may still hold the host.
      root.replaceChildren();
    },
  };
}
