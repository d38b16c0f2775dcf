// What the user does inside a closed root of ours, as the shield hears it. Handlers are called from here, for events the
// browser itself made, and in a panel only while it has stood still, and uncovered, for a moment.

import { shield } from './shield.js';
import { isAlive } from '../browser.js';
import { handlerOf } from '../shared/dom.js';

const CONTROL = 'button, a[href], summary, [role=button]';

/**
 * @typedef {object} Hearing
 * @property {(control: Element) => boolean} mayAct Whether what is pressed now does anything.
 * @property {(event: Event, inner: Element | null) => void} [also] Hears every event, before the handlers.
 */

/**
 * @param {HTMLElement} host @param {ShadowRoot} root @param {Hearing} hearing
 */
export function hear(host, root, { mayAct, also = () => {} }) {
  /** @type {Element | null} What the pointer went down on, if it may act. */
  let pressed = null;

  /** @param {Event} event Which element inside it is for: a closed root does not say. */
  const innerOf = (event) => {
    const isPointed = event instanceof MouseEvent && (event.type !== 'click' || event.detail > 0);
    return isPointed ? root.elementFromPoint(event.clientX, event.clientY) : root.activeElement;
  };
  /** @param {Element | null} inner */
  const controlOf = (inner) => inner?.closest(CONTROL) ?? null;

  /** @param {Event} event */
  const heard = (event) => {
    const { type } = event;
    if (!isAlive()) return shield()?.leave?.();
    if (type === 'dragstart' || type === 'selectstart') return event.preventDefault();
    if (!['click', 'auxclick', 'pointerdown', 'keydown', 'focusout'].includes(type)) return;
    const inner = innerOf(event);
    also(event, inner);
    if (type === 'pointerdown') {
      const control = controlOf(inner);
      pressed = control && mayAct(control) ? control : null;
    }
    if (type === 'click' || type === 'auxclick') {
      const control = controlOf(inner);
      const isPointed = type === 'auxclick' || /** @type {MouseEvent} */ (event).detail > 0;
      const acts = !control || ((!isPointed || pressed === control) && mayAct(control));
      // Links and disclosures act by themselves.
      if (!acts) return event.preventDefault();
    }
    for (let at = inner; at; at = at.parentElement) handlerOf(at, type)?.(event);
  };
  shield()?.guard(host, heard);
}
