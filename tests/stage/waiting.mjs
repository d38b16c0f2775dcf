// Conditions instead of sleeps: a test waits for what it needs, and says what it waited for when it does not come.

/**
 * Calls `look` until what it returns is truthy, and returns that.
 * An error thrown by `look` counts as "not yet", since pages reload and workers die while being looked at.
 * @template T
 * @param {() => T | Promise<T>} look
 * @param {{ what: string, timeout?: number, every?: number, lastSeen?: () => unknown | Promise<unknown> }} options
 *   `lastSeen` is asked once, on failure, for what to print; without it the last value of `look` is printed.
 * @returns {Promise<NonNullable<T>>}
 */
export async function waitFor(look, { what, timeout = 15_000, every = 50, lastSeen }) {
  const end = Date.now() + timeout;
  /** @type {unknown} */
  let seen = 'nothing: it was never looked at';
  for (;;) {
    const began = Date.now();
    try {
      const value = await within(Promise.resolve(look()), Math.max(end - Date.now(), 1_000), what);
      if (value) return /** @type {NonNullable<T>} */ (value);
      seen = value;
    } catch (error) {
      seen = error;
    }
    if (Date.now() >= end) break;
    // A slow `look` must not use up the whole timeout.
    await new Promise((resolve) => setTimeout(resolve, Math.max(every, Date.now() - began)));
  }
  if (lastSeen) {
    try {
      seen = await within(Promise.resolve(lastSeen()), 2_000, 'the last look');
    } catch (error) {
      seen = error;
    }
  }
  throw new Error(`Waited ${timeout} ms for ${what}. Last seen: ${show(seen)}`);
}

/**
 * Bounds a promise in time, so that a browser which no longer answers fails the test instead of hanging it.
 * @template T
 * @param {Promise<T>} promise
 * @param {number} timeout
 * @param {string} what
 * @returns {Promise<T>}
 */
export function within(promise, timeout, what) {
  /** @type {NodeJS.Timeout} */
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer in ${timeout} ms: ${what}`)), timeout);
  });
  return Promise.race([promise, /** @type {Promise<never>} */ (late)]).finally(() => clearTimeout(timer));
}

/** @param {unknown} value */
function show(value) {
  if (value instanceof Error) return value.message;
  const text = typeof value === 'string' ? value : (JSON.stringify(value, null, 1) ?? String(value));
  return text.length > 4_000 ? `${text.slice(0, 4_000)}…` : text;
}

/**
 * A gate that stays closed until a test opens it: for answers that must come late.
 * @returns {{ opened: Promise<void>, open: () => void }}
 */
export function gate() {
  /** @type {() => void} */
  let open = () => {};
  const opened = /** @type {Promise<void>} */ (
    new Promise((resolve) => {
      open = () => resolve(undefined);
    })
  );
  return { opened, open };
}
