// A link to a reverse image search of somebody's photo. The background opens the tab, so that it knows which one it is.

import { outLink } from './links.js';
import { checkUrl } from '../engines.js';
import { ask } from '../messages.js';
import { problem } from '../sentences.js';

/** @typedef {import('../shapes').View} View */
/** @typedef {import('./view-context.js').ViewContext} ViewContext */

/**
 * Opens a search, and brings its question into view.
 * @param {View} view @param {ViewContext} context @param {string} engine @param {'new' | 'behind'} where
 */
export async function openEngine(view, context, engine, where) {
  context.kept.delete('check-problem');
  try {
    const { asked } = await ask('search-open', { key: view.key, engine, where });
    if (asked) return;
    context.redraw((await ask('view', { key: view.key })) ?? view);
  } catch (error) {
    context.kept.set('check-problem', problem(error));
    context.redraw(view);
  }
  context.bring('check-question');
}

/**
 * @param {View} view @param {ViewContext} context @param {import('../engines.js').Engine} engine @param {string} label
 * @param {Record<string, unknown>} attributes
 * @returns {HTMLElement | null} null for a picture that is not on LinkedIn's photo host.
 */
export function engineLink(view, context, engine, label, attributes) {
  const url = view.photo && checkUrl(engine, view.photo.url);
  if (!url) return null;
  /** @param {MouseEvent} event */
  const opened = (event) => {
    if (event.button > 1) return;
    event.preventDefault();
    void openEngine(view, context, engine.key, event.button === 1 || event.ctrlKey || event.metaKey ? 'behind' : 'new');
  };
  return outLink(url, label, { ...attributes, click: opened, auxclick: opened });
}
