// The panel under a badge: verdict, reasons, the same photo side by side, photo check, report. It lies in a transparent area
// that has the same size for every verdict, since the page can tell where clicks go.

import { cover } from './cover.js';
import { follow } from './place.js';
import { pressGuard, putOnTop } from './press-guard.js';
import { el, put, rebuild } from '../shared/dom.js';
import { cross, verdictIcon } from '../shared/icons.js';
import { footOf } from '../shared/next-step.js';
import { sheetBody } from '../shared/sheet.js';
import { asShown, finders } from '../shared/view-context.js';
import { direction } from '../browser.js';
import { person, say, verdictWord } from '../sentences.js';

/** @typedef {import('../shapes').View} View */

/**
 * @typedef {object} Panel
 * @property {HTMLElement} node To be put beside the badge's button.
 * @property {(view: View) => void} update
 * @property {() => void} open
 * @property {() => void} close
 * @property {() => boolean} isOpen
 * @property {() => boolean} mayAct Whether its controls act at the moment.
 * @property {(event: Event, inner: Element | null) => void} also Receives all events in the root.
 */

/**
 * @param {ShadowRoot} root @param {HTMLElement} pill @param {View} first
 * @param {(open: boolean) => void} toggled @param {() => (() => void) | null} nextOne How to go on to the next to be checked.
 * @returns {Panel}
 */
export function createPanel(root, pill, first, toggled, nextOne) {
  let view = first;
  let focusBack = false;
  /** @type {() => void} */
  let unfollow = () => {};
  const node = el('div', {
    class: 'panel',
    dir: direction(),
    popover: 'auto',
    role: 'dialog',
    tabindex: -1,
    'aria-labelledby': 'title',
  });
  const sheet = el('div', { class: 'sheet' });
  const body = el('div', { tabindex: -1 });
  const foot = el('div', { class: 'foot', tabindex: -1 });
  const isOpen = () => node.isConnected && node.matches(':popover-open');
  let isRaised = false;
  /** Puts the panel on top again, above what the page put over it. */
  const raise = () => {
    isRaised = true;
    putOnTop(node);
    isRaised = false;
  };
  const guard = pressGuard(node, raise);
  const ended = () => {
    guard.closed();
    unfollow();
    toggled(false);
  };
  // A panel that was taken off the page with its card is closed already, and no event says so.
  const close = () => (isOpen() ? node.hidePopover() : ended());

  /** @type {import('../shared/view-context.js').ViewContext} */
  const context = {
    kept: new Map(),
    redraw: (next) => {
      view = next;
      show();
    },
    ...finders(sheet),
    leave: null,
    show: null,
    onward: null,
    bare: null,
    get next() {
      const next = nextOne();
      return (
        next &&
        (() => {
          close();
          next();
        })
      );
    },
    end: () => close(),
  };

  const head = el('div');
  const title = el('h2', { id: 'title' });
  const who = el('div', { class: 'who' });
  const shut = el(
    'button',
    { type: 'button', class: 'close', 'aria-label': say('close'), click: () => close() },
    cross(),
  );
  head.append(title, shut, who);
  sheet.append(head, body, foot);
  node.append(cover(), sheet);

  const show = () => {
    head.className = `head ${view.verdict}`;
    body.className = `body ${view.verdict}`;
    if (head.firstChild !== title) head.firstChild?.remove();
    head.prepend(verdictIcon(view.verdict, 20));
    put(title, verdictWord(view.verdict), el('span', { class: 'unseen' }, ` – ${person(view.name)}`));
    put(who, person(view.name));
    rebuild(root, body, () => sheetBody(view, context));
    rebuild(root, foot, () => footOf(view, context));
    guard.disturb();
  };

  // Neither event leaves the closed root.
  node.addEventListener('beforetoggle', (event) => {
    if (!isRaised && /** @type {ToggleEvent} */ (event).newState === 'closed')
      focusBack = node.contains(root.activeElement);
  });
  node.addEventListener('toggle', () => {
    if (isOpen()) return;
    ended();
    if (focusBack && pill.isConnected) pill.focus({ preventScroll: true });
  });
  /** @param {Event} event @param {Element | null} inner */
  const also = (event, inner) => {
    // Leaving by the Tab key must not leave the panel lying over what has focus now.
    const to = event.type === 'focusout' && /** @type {FocusEvent} */ (event).relatedTarget;
    if (to instanceof Element && to !== root.host && isOpen()) close();
    // A click in the transparent area around the sheet counts as one outside.
    if (event.type === 'click' && inner === node) close();
  };

  return {
    node,
    isOpen,
    close,
    also,
    mayAct: () => guard.mayAct(),
    open: () => {
      if (isOpen()) return;
      show();
      node.showPopover();
      unfollow();
      guard.opened(sheet);
      unfollow = follow(node, sheet, pill, close, guard.disturb);
      node.focus({ preventScroll: true });
      toggled(true);
    },
    update: (next) => {
      const isSame = asShown(next) === asShown(view);
      view = next;
      if (!isSame && isOpen()) show();
    },
  };
}
