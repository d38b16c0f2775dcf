// The one core: started when first needed, rebuilt after a trap.

import start, { Core, __wbg_reset_state as forgetInstance } from '../core/vouchsafe.js';
import { photosAllowed } from '../browser.js';
import { Refusal } from '../messages.js';

/** @type {Promise<Core> | null} */
let opening = null;

async function open() {
  await start();
  const core = await Core.open();
  core.allowPhotos(await photosAllowed());
  return core;
}

/** @returns {Promise<Core>} Opened once; a failed opening is tried again at the next call. */
export function ready() {
  opening ??= open().catch((error) => {
    opening = null;
    throw error;
  });
  return opening;
}

/** Tells the core whether photos may be fetched, when that changes. */
export async function updatePermission() {
  if (opening) (await opening).allowPhotos(await photosAllowed());
}

/**
 * Has the core do something. What it refuses comes as a Refusal with its code; after a trap its state is suspect,
 * so the next call gets a new one.
 * @template T @param {(core: Core) => T | Promise<T>} task @returns {Promise<T>}
 */
export async function withCore(task) {
  try {
    return await task(await ready());
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError) {
      opening = null;
      forgetInstance();
      throw new Refusal('core-failed', error.message);
    }
    const code = /** @type {any} */ (error)?.code;
    throw error instanceof Refusal ? error : new Refusal(typeof code === 'string' ? code : 'core-failed', String(error));
  }
}
