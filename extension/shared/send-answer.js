// Sends the user's answer to the background, and shows the changed view or the error.

import { ask } from '../messages.js';
import { problem } from '../sentences.js';

/** @typedef {import('../shapes').View} View */
/** @typedef {import('./view-context.js').ViewContext} ViewContext */

/**
 * @param {View} view @param {ViewContext} context @param {string} trouble The name of the error in `kept`.
 * @param {() => Promise<View[]>} send Resolves to the views that changed.
 * @returns {Promise<boolean>} Whether it was taken.
 */
export async function sendAnswer(view, context, trouble, send) {
  // The state kept for this invitation: another one may be open when the answer comes.
  const { kept } = context;
  kept.delete(trouble);
  try {
    const changed = await send();
    context.redraw(changed.find(({ key }) => key === view.key) ?? (await ask('view', { key: view.key })) ?? view);
    return true;
  } catch (error) {
    kept.set(trouble, problem(error));
    context.redraw(view);
    return false;
  }
}
