// The on/off switches: for the tab in front, and for everything.

import { linkedInInFront } from '../browser.js';
import { el, put } from '../shared/dom.js';
import { currentSettings } from '../shared/current-settings.js';
import { power } from '../shared/icons.js';
import { ask } from '../messages.js';
import { problem, say } from '../sentences.js';

/** @returns {{ node: HTMLElement, update: () => Promise<void> }} */
export function switches() {
  /** @type {number | null} */
  let tab = null;
  const trouble = el('p', { class: 'trouble', role: 'alert' });
  const opener = el('button', {
    type: 'button',
    class: 'icon',
    'data-place': 'switches',
    'aria-expanded': 'false',
    'aria-controls': 'switches',
    popovertarget: 'switches',
  });
  const menu = el('div', {
    class: 'menu',
    id: 'switches',
    popover: 'auto',
    role: 'group',
    'aria-label': say('switch_title'),
  });
  menu.addEventListener('toggle', (event) =>
    opener.setAttribute('aria-expanded', String(/** @type {ToggleEvent} */ (event).newState === 'open')),
  );

  /** @param {HTMLInputElement} box @param {() => Promise<unknown>} act */
  async function act(box, act) {
    try {
      await act();
      trouble.textContent = '';
    } catch (error) {
      box.checked = !box.checked;
      trouble.textContent = problem(error);
    }
    await update();
  }

  const everywhere = el('input', {
    type: 'checkbox',
    role: 'switch',
    'data-place': 'switch-on',
    change: () => act(everywhere, () => ask('change-setting', { setting: 'on', value: everywhere.checked })),
  });
  const here = el('input', {
    type: 'checkbox',
    role: 'switch',
    'data-place': 'switch-tab',
    change: () =>
      act(here, async () => {
        if (tab !== null) await ask('pause-tab', { tab, isPaused: !here.checked });
      }),
  });
  const hereLine = el('label', { class: 'switch' }, el('span', {}, say('switch_tab')), here);
  menu.append(el('label', { class: 'switch' }, el('span', {}, say('switch_on')), everywhere), hereLine, trouble);

  async function update() {
    tab = await linkedInInFront().catch(() => null);
    const paused = /** @type {number[]} */ (await ask('paused-tabs').catch(() => []));
    const isOn = currentSettings().on;
    const isHere = tab === null || !paused.includes(tab);
    everywhere.checked = isOn;
    here.checked = isHere;
    here.disabled = !isOn;
    hereLine.hidden = tab === null;
    const words = say(!isOn ? 'switch_state_off' : isHere ? 'switch_state_on' : 'switch_state_tab');
    opener.classList.toggle('off', !isOn || !isHere);
    opener.setAttribute('aria-label', words);
    opener.title = words;
    put(opener, power(), (!isOn || !isHere) && el('span', {}, say('switch_off')));
  }

  return { node: el('span', { class: 'switches' }, opener, menu), update };
}
