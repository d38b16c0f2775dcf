// Work on many items in small slices, so that the page stays responsive.

/** Yields to the page's own work. @returns {Promise<void>} */
function pause() {
  const { scheduler } = /** @type {any} */ (globalThis);
  if (scheduler?.yield) return scheduler.yield();
  return new Promise((later) => setTimeout(later, 0));
}

/** How many cards are read in one slice: at most 3 ms each on a slow machine, so well below 50 ms. */
export const SLICE = 8;
/** The longest that a slice may take, in milliseconds: it then ends early. */
const LONGEST = 8;

let total = 0;
/** How long all slices have taken so far, without the waits between them, in milliseconds. */
export const timeInSlices = () => total;

/**
 * @template T @param {Iterable<T>} items @param {(item: T) => void} work
 * @param {{ size?: number, rest?: () => Promise<void>, now?: () => number }} [how] `now`: in milliseconds.
 */
export async function inSlices(items, work, { size = SLICE, rest = pause, now = () => performance.now() } = {}) {
  let done = 0;
  let since = now();
  for (const item of items) {
    if (done === size || (done > 0 && now() - since > LONGEST)) {
      total += now() - since;
      await rest();
      [done, since] = [0, now()];
    }
    work(item);
    done += 1;
  }
  total += now() - since;
}
