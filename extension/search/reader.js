// Injected into a result page that the user opened from Vouchsafe and allowed to be read: waits until the page no
// longer changes, and reports its results. It changes nothing there.

import { isAlive } from '../browser.js';
import { ENGINES, isAt } from '../engines.js';
import { ask } from '../messages.js';
import { READERS, placeOf } from './readers.js';

/** How long a reading must stay the same, in milliseconds; and how long one without results. */
const REST = 700;
const REST_OF_NONE = 2500;
/** How long a page may show nothing that is recognised, and how long it is read at most, in milliseconds. */
const PATIENCE = 10_000;
const AT_MOST = 600_000;

const world = /** @type {Record<string, boolean | undefined>} */ (/** @type {unknown} */ (globalThis));
const PLACE = 'vouchsafeReads';

function start() {
  const engine = ENGINES.find((one) => isAt(location.href, one));
  if (!engine) return;
  const began = performance.now();
  let last = '';
  let since = began;
  let sent = '';
  let waiting = 0;
  let dueAt = 0;

  const end = () => {
    clearTimeout(waiting);
    observer.disconnect();
    world[PLACE] = false;
  };

  async function look() {
    waiting = 0;
    const now = performance.now();
    if (!isAlive() || now - began > AT_MOST) return end();
    const place = placeOf(engine?.key ?? '', location.href);
    // The user navigated away.
    if (place === null) return end();
    const read =
      place === 'consent' || place === 'captcha' || place === 'way'
        ? /** @type {import('./readers.js').PageRead} */ ({ state: place === 'way' ? 'unknown' : place, hits: [] })
        : READERS[engine?.key ?? ''].read(document, place);
    const said = JSON.stringify(read);
    if (said !== last) {
      last = said;
      since = now;
    }
    const isDone = read.state === 'results' || read.state === 'none';
    const rest = read.state === 'results' ? REST : REST_OF_NONE;
    const left = Math.max(
      document.readyState === 'complete' ? 0 : REST,
      since + rest - now,
      read.state === 'unknown' ? began + PATIENCE - now : 0,
    );
    if (left > 0) return soon(left);
    if (sent === read.state) return;
    sent = read.state;
    try {
      await ask('result-read', { state: read.state, hits: isDone ? read.hits : [] });
    } catch (error) {
      // A final refusal is not sent again; a background that was ended is woken by the next try.
      if (/** @type {any} */ (error)?.code === 'no-answer') {
        sent = '';
        return soon(REST);
      }
    }
    if (isDone) end();
  }

  /** @param {number} wait */
  const soon = (wait) => {
    const at = performance.now() + wait;
    if (waiting && dueAt <= at) return;
    clearTimeout(waiting);
    dueAt = at;
    waiting = window.setTimeout(look, wait);
  };
  const observer = new MutationObserver(() => soon(200));
  observer.observe(document, { subtree: true, childList: true, characterData: true });
  void look();
}

if (!world[PLACE]) {
  world[PLACE] = true;
  start();
}
