// Which engines are offered, and whose result pages may be read: one row each.

import { el, put } from '../shared/dom.js';
import { askToReach, giveUp, mayReach, onPermissionsChanged } from '../browser.js';
import { ENGINES } from '../engines.js';
import { problem, say } from '../sentences.js';

/** @typedef {import('../requests').Settings} Settings */

/**
 * @param {Settings} first @param {(setting: 'engines' | 'unread', key: string, isIn: boolean) => Promise<void>} save
 * @returns {{ nodes: HTMLElement[], show: (settings?: Settings) => Promise<void> }}
 */
export function engineRows(first, save) {
  let settings = first;
  const rows = el('ul', { class: 'rows', 'aria-labelledby': 'engines-title' });
  const trouble = el('p', { class: 'trouble', role: 'alert' });

  /** @param {import('../engines.js').Engine} engine @param {boolean} isOn The browser asks; to be called in a click. */
  async function read(engine, isOn) {
    trouble.textContent = '';
    try {
      const isGiven = isOn ? await askToReach(engine.origins) : !(await giveUp(engine.origins));
      await save('unread', engine.key, !isGiven);
    } catch (error) {
      trouble.textContent = problem(error);
    }
    await show();
  }

  /** @param {import('../engines.js').Engine} engine @param {boolean} mayRead */
  function row(engine, mayRead) {
    const offered = el('input', {
      type: 'checkbox',
      checked: settings.engines.includes(engine.key),
      'data-place': `offer-${engine.key}`,
      change: () => save('engines', engine.key, offered.checked),
    });
    const reading = el('input', {
      type: 'checkbox',
      checked: mayRead,
      'data-place': `read-${engine.key}`,
      change: () => read(engine, reading.checked),
    });
    return el(
      'li',
      {},
      el('b', {}, engine.label),
      el('label', { class: 'line' }, offered, say('engine_offer')),
      el('label', { class: 'line' }, reading, say('engine_read')),
    );
  }

  /** @param {Settings} [now] */
  async function show(now = settings) {
    settings = now;
    const may = await Promise.all(ENGINES.map(({ origins }) => mayReach(origins)));
    put(rows, ...ENGINES.map((engine, at) => row(engine, may[at])));
  }
  onPermissionsChanged(() => void show());

  return { nodes: [el('p', { class: 'hint' }, say('engines_text')), rows, trouble], show };
}
