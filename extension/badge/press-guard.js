// Guards a panel's controls against clickjacking: they do nothing while the panel has just appeared, moved, changed or
// been uncovered. Only elements that entered the browser's top layer after the panel, or a view transition, can cover
// it. The position of their boxes says nothing: shadows, outlines, backdrops and overflowing content are painted
// outside them.

import { innerRoot } from '../browser.js';
import { shield } from './raised-shield.js';

/** How long a panel must be unchanged and uncovered, in milliseconds: less than people take to read and aim. */
export const REST = 500;
const TOP = ':popover-open, :modal, :fullscreen';
/** How often an open panel is checked where the browser does not tell whether it is covered, in milliseconds: anything that covers it
 * for most of that time is noticed, even if it comes and goes. */
const CHECK_EVERY = REST / 5;

/** @type {WeakSet<Element>} What is ours covers nothing. */
const ours = new WeakSet();

/**
 * All tree scopes of the page: the document, and every shadow root in it. On a page of 12,000 elements finding them
 * takes some 20 ms, so they are searched for at a press, and otherwise seldom.
 * @param {Document | ShadowRoot} scope @returns {Array<Document | ShadowRoot>}
 */
function scopesIn(scope) {
  const found = [scope];
  for (const element of scope.querySelectorAll('*')) {
    const inner = element instanceof HTMLElement ? innerRoot(element) : null;
    if (inner) found.push(...scopesIn(inner));
  }
  return found;
}

/** Whether the browser tells if every pixel of an element is visible: Chromium does. */
const tellsVisible = () => 'isVisible' in IntersectionObserverEntry.prototype;

const isRootFiltered = () => getComputedStyle(document.documentElement).filter !== 'none';

/** Whether no panel can act on this page: Firefox draws the top layer through a filter of the root, which may show anything, or
 * nothing. Extensions that make pages dark may set one. */
export const mayNeverAct = () => !tellsVisible() && isRootFiltered();

/**
 * @param {HTMLElement} panel It is in the top layer while it is open, if `raise` is given; otherwise below everything in that layer.
 * @param {(() => void) | null} raise Puts it on top again.
 * @param {Element[]} beside More of our own elements in the top layer.
 */
export function pressGuard(panel, raise, ...beside) {
  for (const one of [panel, ...beside]) ours.add(one);
  let since = 0;
  let resting = 0;
  let isVisible = true;
  let looking = 0;
  /** @type {WeakSet<EventTarget>} What was in the top layer before the panel, and so lies below. */
  let below = new WeakSet();

  /** Something changed: the wait begins again. A class shows it, which tests wait for. */
  const disturb = () => {
    since = performance.now();
    panel.classList.add('fresh');
    clearTimeout(resting);
    resting = window.setTimeout(() => panel.classList.remove('fresh'), REST);
  };
  /** @param {EventTarget | null} target An element that enters the top layer again lies above the panel. */
  const promoted = (target) => void (target && below.delete(target));

  /** @type {Array<Document | ShadowRoot>} */
  let scopes = [];
  let foundAt = 0;
  /** @param {number} [age] How old the list of the page's shadow roots may be, in milliseconds. */
  const isCovered = (age = 0) => {
    if (performance.now() - foundAt >= age) {
      scopes = scopesIn(document);
      foundAt = performance.now();
    }
    for (const element of scopes.flatMap((scope) => [...scope.querySelectorAll(TOP)])) {
      if (!ours.has(element) && !(raise ? below.has(element) : hosts(element, panel))) return true;
    }
    return document.documentElement.matches(VIEW_TRANSITION) || (!seen && isRootFiltered());
  };

  // Chromium tells whether every pixel of the panel is visible; Firefox does not. Not used outside the top layer, where
  // the page's own header may cover a part.
  const seen =
    raise && tellsVisible()
      ? new IntersectionObserver(
          (entries) => {
            const now = /** @type {any} */ (entries.at(-1)).isVisible === true;
            if (now !== isVisible) disturb();
            isVisible = now;
          },
          /** @type {any} */ ({ trackVisibility: true, delay: 100, threshold: [0, 0.5, 1] }),
        )
      : null;

  const topped = () => {
    below = new WeakSet();
    if (raise) for (const element of document.querySelectorAll(TOP)) if (element !== panel) below.add(element);
    disturb();
  };
  return {
    disturb,
    /** The panel was put on top. @param {Element} sheet Its visible part. */
    opened: (sheet) => {
      isVisible = true;
      topped();
      seen?.observe(sheet);
      clearInterval(looking);
      if (!seen) looking = window.setInterval(() => isCovered(REST) && disturb(), CHECK_EVERY);
      shield()?.risen.add(promoted);
    },
    closed: () => {
      clearTimeout(resting);
      clearInterval(looking);
      seen?.disconnect();
      shield()?.risen.delete(promoted);
    },
    /** @returns {boolean} */
    mayAct: () => {
      if (isCovered()) {
        raise?.();
        topped();
        return false;
      }
      return isVisible && performance.now() - since >= REST;
    },
  };
}

/** Puts a popover above all others; what has focus in it keeps it. @param {HTMLElement} popover */
export function putOnTop(popover) {
  const focused = /** @type {HTMLElement | null} */ (/** @type {ShadowRoot} */ (popover.getRootNode()).activeElement);
  popover.hidePopover();
  popover.showPopover();
  focused?.focus({ preventScroll: true });
}

/** @param {Element} outer @param {HTMLElement} panel Whether it contains the panel's host, as a dialog may. */
function hosts(outer, panel) {
  const root = panel.getRootNode();
  return root instanceof ShadowRoot && outer.contains(root.host);
}

const VIEW_TRANSITION = CSS.supports('selector(:active-view-transition)') ? ':active-view-transition' : ':not(*)';
