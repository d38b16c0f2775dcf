// Runs before any script of the page: events in our badges and panels are handled here first, and reach nobody else. In
// Firefox every event tells a page's listener which element inside a closed shadow root it is for (originalTarget,
// explicitOriginalTarget, rangeParent), and so reveals the whole content; in both browsers keys and drags are heard.

import { isReached } from './window-access.js';

/**
 * @typedef {object} Shield
 * @property {boolean} late Scripts of the page may have run first, and would learn from events what is inside our roots: until
 *   it is reloaded nothing is shown.
 * @property {boolean} reached The same for another page's scripts, after a reload too: only sealed badges are shown (badge/sealed.js).
 * @property {(host: Element, heard: (event: Event) => boolean) => void} guard Events for this host go to `heard` alone, except
 *   those for which it returns true.
 * @property {Set<(target: EventTarget | null) => void>} risen Called with each element that enters the browser's top layer.
 * @property {() => void} end
 * @property {(() => void) | null} leave Removes everything that the content script put into the page.
 */

/** The global through which main.js, which runs later in the same world, finds it. The page's scripts run in another world. */
const PLACE = 'vouchsafeShield';

/** Events without an `on…` property. */
const MORE = [
  'DOMActivate',
  'DOMMouseScroll',
  'MozMousePixelScroll',
  'MozMouseHittest',
  'focusin',
  'focusout',
  'compositionstart',
  'compositionupdate',
  'compositionend',
  'mozfullscreenchange',
  'touchstart',
  'touchmove',
  'touchend',
  'touchcancel',
  'textInput',
  'webkitmouseforcechanged',
];
/** Events that are sometimes prevented; for others a listener that may prevent (not passive) would be slower. */
const PREVENTED = new Set(['click', 'auxclick', 'dragstart', 'selectstart', 'submit']);

/** An element enters or leaves the top layer: heard here, since a script of the page may stop later listeners. */
const RISING = new Set(['beforetoggle', 'fullscreenchange']);

/** @returns {string[]} Every kind of event that the browser lists. */
function kinds() {
  const found = new Set(MORE);
  for (let at = /** @type {object | null} */ (document.createElement('span')); at; at = Object.getPrototypeOf(at)) {
    for (const name of Object.getOwnPropertyNames(at)) if (name.startsWith('on')) found.add(name.slice(2));
  }
  return [...found];
}

/** @returns {Shield} */
function raise() {
  /** @type {WeakMap<Element, (event: Event) => boolean>} */
  const guarded = new WeakMap();
  /** @type {Shield['risen']} */
  const risen = new Set();
  /** Whether events name more elements than their target: Firefox's do. */
  const saysMore = 'originalTarget' in Event.prototype;

  /** @param {unknown} node @returns {((event: Event) => boolean) | undefined} */
  const inside = (node) => {
    if (!(node instanceof Node)) return undefined;
    const root = node.getRootNode();
    return root instanceof ShadowRoot ? guarded.get(root.host) : undefined;
  };
  /** @param {Event} event */
  const hear = (event) => {
    if (!event.isTrusted) return;
    if (RISING.has(event.type)) for (const tell of risen) tell(event.target);
    let heard = event.target instanceof Element ? guarded.get(event.target) : undefined;
    if (!heard && saysMore) {
      const { originalTarget, explicitOriginalTarget } = /** @type {any} */ (event);
      heard = inside(originalTarget) ?? inside(explicitOriginalTarget);
      // An event with another target, such as the window's loss of focus, is stopped if it names an element of ours.
      if (heard) event.stopImmediatePropagation();
      return;
    }
    if (!heard) return;
    if (!heard(event) || saysMore) event.stopImmediatePropagation();
  };
  // In Chromium a listener for this event slows every page, and the event reveals nothing to the page's own listener.
  const all = kinds().filter((kind) => saysMore || kind !== 'pointerrawupdate');
  for (const kind of all) addEventListener(kind, hear, { capture: true, passive: !PREVENTED.has(kind) });
  return {
    late: saysMore && !isReached(window) && (document.readyState !== 'loading' || document.scripts.length > 0),
    reached: saysMore && isReached(window),
    guard: (host, heard) => guarded.set(host, heard),
    risen,
    end: () => {
      for (const kind of all) removeEventListener(kind, hear, { capture: true });
    },
    leave: null,
  };
}

const world = /** @type {Record<string, Shield | undefined>} */ (/** @type {unknown} */ (globalThis));
// After an update the earlier script may still be here: it removes everything, and this one takes over.
const before = world[PLACE];
before?.leave?.();
before?.end();
world[PLACE] = raise();
