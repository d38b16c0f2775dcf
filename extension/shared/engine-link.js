// A link to a reverse image search of somebody's photo. The background opens the tab, so that it knows which one it is.

import { outLink } from './links.js';
import { checkUrl } from '../engines.js';
import { ask } from '../messages.js';
import { problem } from '../sentences.js';

/** @typedef {import('../shapes').View} View */
/** @typedef {import('./view-context.js').ViewContext} ViewContext */

/**
 * Opens a search, and brings its question into view; or goes on to the next invitation where it is read in the
 * background.
 * @param {View} view @param {ViewContext} context @param {string} engine @param {'new' | 'behind' | 'read'} where
 */
export async function openEngine(view, context, engine, where) {
  const goOn = context.onward?.(view.key);
  // The state kept for this invitation: another one may be open when the answer comes.
  const { kept } = context;
  kept.delete('check-problem');
  try {
    const { asked, isInBackground } = await ask('search-open', { key: view.key, engine, where });
    if (asked) return;
    context.redraw((await ask('view', { key: view.key })) ?? view);
    if (isInBackground) {
      goOn?.();
      return;
    }
  } catch (error) {
    kept.set('check-problem', problem(error));
    context.redraw(view);
  }
  context.bring('check-question');
}

/**
 * @param {View} view @param {ViewContext} context @param {import('../engines.js').Engine} engine @param {string} label
 * @param {Record<string, unknown>} attributes @param {'new' | 'read'} [where] `read`: in a background tab, if the result page may be read.
 * @returns {HTMLElement | null} null for a picture that is not on LinkedIn's photo host.
 */
export function engineLink(view, context, engine, label, attributes, where = 'new') {
  const url = view.photo && checkUrl(engine, view.photo.url);
  if (!url) return null;
  /** @param {MouseEvent} event */
  const opened = (event) => {
    if (event.button > 1) return;
    event.preventDefault();
    void openEngine(view, context, engine.key, event.button === 1 || event.ctrlKey || event.metaKey ? 'behind' : where);
  };
  return outLink(url, label, { ...attributes, click: opened, auxclick: opened });
}
