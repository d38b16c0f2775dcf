// The options for automatic searches with the user's own key: off until switched on, and counted.

import { el, put } from '../shared/dom.js';
import { outLink } from '../shared/links.js';
import { oneAtATime } from '../shared/one-at-a-time.js';
import { askToReach, giveUp, onSaved } from '../browser.js';
import { ask } from '../messages.js';
import { PROVIDERS } from '../providers.js';
import { loadSettings } from '../settings.js';
import { counted, problem, say } from '../sentences.js';

/** @typedef {import('../requests').AutomaticStatus} AutomaticStatus */
/** @typedef {import('../providers.js').Provider} Provider */

/**
 * @param {(setting: 'providers', key: string, isIn: boolean) => Promise<void>} save
 * @returns {{ nodes: HTMLElement[], refresh: () => Promise<void> }}
 */
export function automaticFields(save) {
  const cards = PROVIDERS.map((provider) => providerCard(provider, save, () => refresh()));

  const refresh = oneAtATime(async () => {
    const all = /** @type {AutomaticStatus[]} */ (await ask('automatic'));
    const settings = await loadSettings();
    for (const { provider, show } of cards) {
      const status = all.find((one) => one.provider === provider);
      if (status) show(status, settings);
    }
  });
  // Updated when the stored counts change; polling would keep the background awake.
  onSaved((name) => {
    if (name === 'automatic' || name === 'settings') void refresh().catch(() => {});
  });
  return {
    nodes: [
      el('p', {}, say('automatic_text')),
      el('p', { class: 'hint' }, say('automatic_costs')),
      ...cards.map(({ node }) => node),
    ],
    refresh,
  };
}

/** @param {Provider} provider @param {(setting: 'providers', key: string, isIn: boolean) => Promise<void>} save @param {() => Promise<void>} again */
function providerCard(provider, save, again) {
  const { key, label, asks, origin, help } = provider;
  const trouble = el('p', { class: 'trouble', role: 'alert' });
  const wrong = el('p', { class: 'trouble', role: 'alert', 'data-place': `${key}-trouble` });
  const held = el('p', { class: 'hint', 'data-place': `${key}-held` });
  const sums = el('p', { class: 'hint', 'data-place': `${key}-sums` });
  /** Never filled with the stored key. */
  const inputs = asks.map((name) =>
    el('input', {
      type: name === 'user' ? 'text' : 'password',
      'data-place': `${key}-${name}`,
      maxlength: 300,
      spellcheck: 'false',
      autocomplete: 'off',
      dir: 'ltr',
    }),
  );
  // Beside its field, not in it: some names are longer than a field.
  const named = inputs.map((input, at) => el('label', {}, say(`key_${asks[at]}`, label), input));

  /** @param {() => Promise<unknown>} act */
  const run = async (act) => {
    trouble.textContent = '';
    try {
      await act();
    } catch (error) {
      trouble.textContent = problem(error);
    }
    await again().catch(() => {});
  };

  const toggle = el('input', {
    type: 'checkbox',
    'data-place': `${key}-on`,
    change: () =>
      run(async () => {
        // The browser asks for a permission only within the click.
        const isGiven = toggle.checked ? await askToReach([origin]) : false;
        await save('providers', key, isGiven);
        if (!isGiven) await giveUp([origin]);
      }),
  });
  const form = el(
    'form',
    {
      class: 'key',
      submit: (/** @type {Event} */ event) => {
        event.preventDefault();
        void run(async () => {
          await ask('keep-key', { provider: key, parts: inputs.map(({ value }) => value) });
          for (const input of inputs) input.value = '';
        });
      },
    },
    ...named,
    el('button', { type: 'submit', class: 'button', 'data-place': `${key}-save` }, say('key_save')),
  );
  const drop = el(
    'button',
    {
      type: 'button',
      class: 'textual',
      'data-place': `${key}-drop`,
      click: () => run(() => ask('keep-key', { provider: key, parts: [] })),
    },
    say('key_drop'),
  );

  const node = el(
    'div',
    { class: 'setting provider' },
    el('label', { class: 'line' }, toggle, say(`automatic_${key}`)),
    el('p', { class: 'hint' }, say(`automatic_${key}_hint`), ' ', outLink(help, say('provider_key_help'))),
    form,
    held,
    trouble,
    sums,
    wrong,
  );

  /** @param {AutomaticStatus} status @param {import('../requests').Settings} settings */
  function show(status, settings) {
    if (document.activeElement !== toggle) toggle.checked = status.isOn && status.isAllowed;
    put(
      held,
      ...(status.ending === null
        ? [say('key_none')]
        : [status.ending ? say('key_saved', status.ending) : say('key_saved_short'), ' ', drop]),
    );
    sums.textContent = say(
      'automatic_sums',
      counted('photos', status.today),
      settings.budgetDay,
      counted('photos', status.thisMonth),
      settings.budgetMonth,
    );
    const words =
      status.isOn && !status.isAllowed
        ? say('automatic_not_allowed', label)
        : status.trouble
          ? say(`error_automatic_${status.trouble.replaceAll('-', '_')}`)
          : '';
    if (wrong.textContent !== words) wrong.textContent = words;
  }
  return { provider: key, node, show };
}
