// Runs before any script of the page: what the user does in our badges and panels is heard here first, and by nobody
// else. In Firefox every event tells a page's listener which element inside a closed shadow root it is for
// (originalTarget, explicitOriginalTarget, rangeParent), and with it everything there; in both browsers keys and drags
// are heard.

import { isReached } from './reached.js';

/**
 * @typedef {object} Shield
 * @property {boolean} late Scripts of the page may have been here first, and events tell them what is inside our roots: until
 *   it is reloaded nothing is shown.
 * @property {boolean} reached The same of another page's scripts, and at each reload: only sealed marks are shown (badge/sealed.js).
 * @property {(host: Element, heard: (event: Event) => boolean) => void} guard Events for this host go to `heard` alone, but for
 *   those of which it answers true.
 * @property {Set<(target: EventTarget | null) => void>} risen Called with what enters the browser's top layer.
 * @property {() => void} end
 * @property {(() => void) | null} leave Takes away what the script behind it put into the page.
 */

/** Where main.js, which runs later in the same world, finds it. The page's scripts live in another. */
const PLACE = 'vouchsafeShield';

/** Events of which no page has an `on…` property. */
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
/** Those that must be prevented at times; a listener that may prevent would slow down the others. */
const PREVENTED = new Set(['click', 'auxclick', 'dragstart', 'selectstart', 'submit']);

/** Something enters the top layer, or leaves it: heard here, since a script of the page may stop what comes later. */
const RISING = new Set(['beforetoggle', 'fullscreenchange']);

/** @returns {string[]} Every kind of event there is, as far as the browser says. */
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
  /** Firefox says more of an event than its target. */
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
      // It is another's event, such as the window's own loss of focus: unheard, since it names what is ours.
      if (heard) event.stopImmediatePropagation();
      return;
    }
    if (!heard) return;
    if (!heard(event) || saysMore) event.stopImmediatePropagation();
  };
  // In Chromium a listener for this one costs every page, and tells the page's own nothing.
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
// After an update the script before may still be here: it leaves, and this one takes over.
const before = world[PLACE];
before?.leave?.();
before?.end();
world[PLACE] = raise();
