// Checks the photos of the next invitations after one click: one search after the other, and only where the engine's
// result pages may be read. It ends after ten, where the engine asks something, and when the user stops it.

import { currentSettings } from '../shared/current-settings.js';
import { PATIENCE } from '../shared/photo-check-state.js';
import { el, put } from '../shared/dom.js';
import { nextStep } from '../shared/next-step.js';
import { engineOf } from '../engines.js';
import { ask } from '../messages.js';
import { counted, problem, say } from '../sentences.js';

/** @typedef {import('../shapes').View} View */
/** @typedef {import('../requests').PhotoShown} PhotoShown */

/** The most searches of one click: after more in a row engines show a CAPTCHA. */
export const AT_ONCE = 10;

/** @param {import('./list.js').Group[]} groups @returns {string[]} The keys of those whose photo can be searched for now, in the order of the list. */
export const toSearch = (groups) =>
  groups
    .filter(({ name }) => name === 'check')
    .flatMap(({ views }) => views)
    .filter((view) => nextStep(view) === 'check')
    .map(({ key }) => key);

/** @param {() => string[]} waiting Keys of all whose photo can be searched for. */
export function createBatch(waiting) {
  const words = el('span', { role: 'status' });
  const button = el('button', { type: 'button', class: 'button small', 'data-place': 'batch', click: press });
  const node = el('div', { class: 'batch', hidden: true }, button, words);
  /** The search that is going on; null: none is. @type {{ at: number, of: number } | null} */
  let running = null;
  let isStopped = false;
  /** The result of the last batch, in words. */
  let outcome = '';
  let mayRead = false;
  /** Checks whether the awaited search has ended. */
  let look = () => {};
  /** Ends the wait. */
  let leave = () => {};

  /** @param {string} key @returns {Promise<string | null>} The state in which its reading ended; null: the page was read. */
  const ended = (key) =>
    new Promise((resolve) => {
      const limit = setTimeout(() => resolve('closed'), PATIENCE);
      leave = () => resolve('closed');
      look = async () => {
        const view = await ask('view', { key }).catch(() => null);
        const { reading } = /** @type {Partial<PhotoShown>} */ (view?.photo ?? {});
        if (reading?.state === 'open') return;
        clearTimeout(limit);
        resolve(reading?.state ?? null);
      };
      void look();
    });

  /** @param {string[]} keys @param {import('../engines.js').Engine} engine @returns {Promise<string>} The result, in words. */
  async function search(keys, engine) {
    for (const [at, key] of keys.entries()) {
      running = { at: at + 1, of: keys.length };
      draw();
      const { isInBackground } = await ask('search-open', { key, engine: engine.key, where: 'read' });
      const state = isInBackground && !isStopped ? await ended(key) : 'closed';
      if (state === 'captcha' || state === 'consent') return say(`reading_${state}`, engine.label);
      if (isStopped || state !== null) return say('batch_ended', at + (state === null ? 1 : 0), keys.length);
    }
    return counted('batch_done', keys.length);
  }

  async function run() {
    isStopped = false;
    try {
      outcome = await search(waiting().slice(0, AT_ONCE), engineOf(currentSettings().engine));
    } catch (error) {
      outcome = problem(error);
    }
    running = null;
    look = () => {};
    draw();
  }

  function press() {
    if (running) {
      isStopped = true;
      leave();
    } else if (mayRead && waiting().length > 1) void run();
  }

  function draw() {
    const count = Math.min(waiting().length, AT_ONCE);
    const isOffered = mayRead && count > 1;
    const { label } = engineOf(currentSettings().engine);
    node.hidden = !running && !isOffered && outcome === '';
    button.hidden = !running && !isOffered;
    if (!button.hidden) put(button, running ? say('batch_stop') : counted('batch', count));
    const line = running ? say('batch_running', label, running.at, running.of) : outcome || say('batch_hint', label);
    if (words.textContent !== line) words.textContent = line;
  }

  return {
    node,
    press,
    /** @param {boolean} readable Whether the engine's result pages may be read. */
    update: (readable) => {
      mayRead = readable;
      draw();
    },
    /** To be called at changes: the awaited search may have ended. */
    heard: () => look(),
  };
}
