// When a page may be changed: not while it hydrates, since an inserted node makes React render everything again.

/** A page just loaded is not changed until it was quiet for this long, in milliseconds. */
const QUIET = 400;
/** A page that is never quiet is not waited for longer than this after its load, in milliseconds. */
const AT_MOST = 5000;
/** How long a card must be unchanged before a badge is put into it, in milliseconds: it may still be drawn. */
export const STABLE = 100;
/** A card that keeps changing is not waited for longer than this, in milliseconds. */
export const STABLE_AT_MOST = 3000;
/** How often a removed badge or notice is put back before we give up. */
export const PUT_BACK_AT_MOST = 20;
/** The least remaining time of an idle callback that counts as idle, in milliseconds. */
const IDLE_LEFT = 5;

/** @returns {Promise<IdleDeadline>} */
const idle = () => new Promise((done) => requestIdleCallback(done, { timeout: QUIET }));

/** @param {number} wait */
const pause = (wait) => new Promise((later) => setTimeout(later, wait));

/** When the page last changed, by `performance.now()`. */
let changed = 0;
/** The page changed. */
export const noteChange = () => {
  changed = performance.now();
};

/** Whether the page is loaded and has been idle for a while. */
let isSettled = false;
export const settled = () => isSettled;

/** When the last script was loaded. */
function lastScript() {
  let last = 0;
  for (const entry of performance.getEntriesByType('resource')) {
    const { initiatorType, responseEnd } = /** @type {PerformanceResourceTiming} */ (entry);
    if (initiatorType === 'script') last = Math.max(last, responseEnd);
  }
  return last;
}

/** Resolves once the page has loaded and is quiet: at once on a page that was loaded before. */
export async function whenSettled() {
  // A picture that never arrives keeps the load event from firing.
  if (document.readyState !== 'complete')
    await Promise.race([new Promise((done) => addEventListener('load', done, { once: true })), pause(AT_MOST)]);
  const [timing] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType('navigation'));
  const loaded = timing?.loadEventStart || performance.now();
  let wasQuiet = false;
  for (;;) {
    const deadline = await idle();
    const now = performance.now();
    const rest = now - Math.max(changed, lastScript(), loaded);
    const isQuiet = rest >= QUIET && deadline.timeRemaining() >= IDLE_LEFT;
    // Measured twice: on a busy machine the page may not have run at all in that time. Its pending tasks run before
    // the second check.
    if (now - loaded > AT_MOST || (isQuiet && wasQuiet)) break;
    wasQuiet = isQuiet;
    await pause(Math.max(20, Math.min(QUIET, QUIET - rest)));
  }
  isSettled = true;
}
