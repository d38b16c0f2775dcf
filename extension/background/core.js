// The one instance of the core: started when first needed, replaced after a trap.

import start, { Core, __wbg_reset_state as forgetInstance } from '../core/vouchsafe.js';
import { photosAllowed } from '../browser.js';
import { Refusal } from '../messages.js';
import { PATIENCE, ending, within } from './deadlines.js';

/** @type {Promise<Core> | null} */
let opening = null;
let { ended, end } = ending();

async function open() {
  await start();
  const core = new Core();
  core.allowPhotos(await photosAllowed());
  return core;
}

/** @returns {Promise<Core>} Opened once; a failed opening is tried again at the next call. */
function ready() {
  opening ??= open().catch((error) => {
    opening = null;
    throw error;
  });
  return opening;
}

/** After a trap the core's state is unreliable: all waiting tasks fail, and the next call gets a new core. @param {unknown} error */
function replaceCore(error) {
  if (opening === null) return;
  opening = null;
  forgetInstance();
  end(new Refusal('core-failed', String(error)));
  ({ ended, end } = ending());
}

// A trap inside an asynchronous call rejects no promise: the error is thrown in a microtask, and is caught here.
globalThis.addEventListener('error', ({ error }) => {
  if (error instanceof WebAssembly.RuntimeError) replaceCore(error);
});

/** Tells the core whether photos may be fetched, when that changes. */
export async function updatePermission() {
  if (opening) (await opening).allowPhotos(await photosAllowed());
}

/**
 * Runs a task on the core. An error of the core is thrown as a Refusal with its code.
 * @template T @param {(core: Core) => T | Promise<T>} task @param {number} [patience] In milliseconds.
 * @returns {Promise<T>}
 */
export async function withCore(task, patience = PATIENCE) {
  try {
    return await within(ready().then(task), patience, ended);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    if (error instanceof WebAssembly.RuntimeError) {
      replaceCore(error);
      throw new Refusal('core-failed', error.message);
    }
    const code = /** @type {any} */ (error)?.code;
    throw new Refusal(typeof code === 'string' ? code : 'core-failed', String(error));
  }
}
