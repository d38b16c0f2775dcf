// Delivers the user's events inside our closed shadow roots, which the shield intercepts, to our handlers: only trusted
// events, and in a panel only while it has been still and uncovered for a moment.

import { shield } from './raised-shield.js';
import { isAlive } from '../browser.js';
import { handlerOf } from '../shared/dom.js';
import { giveHrefBriefly } from '../shared/links.js';

const ACTING = new Set(['click', 'auxclick', 'pointerdown', 'focusout']);
const CONTROL = 'button, a, summary, [role=button]';
/** Firefox counts a press of the Enter key on a link as one click, and says where it comes from (MouseEvent.mozInputSource). */
const KEYBOARD = 6;

/**
 * @typedef {object} Delivery
 * @property {(control: Element) => boolean} mayAct Whether what is pressed now does anything.
 * @property {(event: Event, inner: Element | null) => void} [also] Hears every event, before the handlers.
 */

/**
 * @param {HTMLElement} host @param {ShadowRoot} root @param {Delivery} delivery
 */
export function deliverEvents(host, root, { mayAct, also = () => {} }) {
  /** @type {Element | null} What the pointer went down on, if it may act. */
  let pressed = null;

  /** @param {Event} event Finds the inner element it is for: Firefox tells it, Chromium does not for a closed root. */
  const innerOf = (event) => {
    const { originalTarget } = /** @type {any} */ (event);
    if (originalTarget instanceof Element && originalTarget.getRootNode() === root) return originalTarget;
    const isPointed = event instanceof MouseEvent && (event.type !== 'click' || event.detail > 0);
    return isPointed ? root.elementFromPoint(event.clientX, event.clientY) : root.activeElement;
  };
  /** @param {Element | null} inner */
  const controlOf = (inner) => inner?.closest(CONTROL) ?? null;

  /** @param {Event} event @param {Element | null} inner */
  const act = (event, inner) => {
    const { type } = event;
    also(event, inner);
    const control = controlOf(inner);
    if (type === 'pointerdown') {
      pressed = control && mayAct(control) ? control : null;
      giveHrefBriefly(pressed);
    }
    if (type === 'click' || type === 'auxclick') {
      const { detail, mozInputSource } = /** @type {any} */ (event);
      const isPointed = type === 'auxclick' || (detail > 0 && mozInputSource !== KEYBOARD);
      const acts = !control || ((!isPointed || pressed === control) && mayAct(control));
      if (acts) giveHrefBriefly(control);
      // The browser itself follows links and opens <details>. Any other press would reach the page's elements around
      // us, a link or a label.
      if (!acts || !control?.matches('a[href], summary')) event.preventDefault();
      if (!acts) return;
    }
    for (let at = inner; at; at = at.parentElement) handlerOf(at, type)?.(event);
  };

  /** @param {Event} event @returns {boolean} Whether it is to go on, to the listener below. */
  const heard = (event) => {
    const { type } = event;
    if (!isAlive()) shield()?.leave?.();
    else if (type === 'dragstart' || type === 'selectstart') event.preventDefault();
    // A click without a pointer: the Enter key, in Firefox also a screen reader.
    else if (type === 'mousedown' || (event instanceof KeyboardEvent && event.key === 'Enter')) {
      giveHrefBriefly(controlOf(innerOf(event)));
    } else if (ACTING.has(type)) {
      const inner = innerOf(event);
      // Neither a pointer nor a key: a screen reader presses an element without moving the focus to it.
      if (type === 'click' && /** @type {MouseEvent} */ (event).detail === 0 && !controlOf(inner)) return true;
      act(event, inner);
    }
    return false;
  };
  root.addEventListener('click', (event) => {
    if (event.isTrusted && event.target instanceof Element) act(event, event.target);
  });
  shield()?.guard(host, heard);
}
