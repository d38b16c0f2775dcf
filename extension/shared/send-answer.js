// Sends an answer of the user's to the background, and shows what came of it.

import { ask } from '../messages.js';
import { problem } from '../sentences.js';

/** @typedef {import('../shapes').View} View */
/** @typedef {import('./view-context.js').ViewContext} ViewContext */

/**
 * @param {View} view @param {ViewContext} context @param {string} trouble The name in `kept` of what goes wrong.
 * @param {() => Promise<View[]>} send Resolves to the views that changed.
 * @returns {Promise<boolean>} Whether it was taken.
 */
export async function sendAnswer(view, context, trouble, send) {
  // Of this invitation: another one may be open when the answer comes.
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
