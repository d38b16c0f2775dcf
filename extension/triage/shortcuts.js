// Keyboard shortcuts, and the help that lists them.

import { el } from '../shared/dom.js';
import { say } from '../sentences.js';

/**
 * Keys by action, in the order of the help. Their texts are `key_<name>`.
 * @type {Array<{ name: string, keys: string[] }>}
 */
export const KEYS = [
  { name: 'down', keys: ['j', '↓'] },
  { name: 'up', keys: ['k', '↑'] },
  { name: 'open', keys: ['Enter'] },
  { name: 'back', keys: ['Esc'] },
  { name: 'step', keys: ['d'] },
  { name: 'next', keys: ['n'] },
  { name: 'profile', keys: ['o'] },
  { name: 'check', keys: ['c'] },
  { name: 'answer', keys: ['1', '2', '3'] },
  { name: 'report', keys: ['r'] },
  { name: 'thanks', keys: ['t'] },
  { name: 'aside', keys: ['s'] },
  { name: 'bare', keys: ['S'] },
  { name: 'batch', keys: ['C'] },
  { name: 'undo', keys: ['u'] },
  { name: 'search', keys: ['/'] },
  { name: 'help', keys: ['?'] },
];

/** @param {EventTarget | null} target Whether typing belongs to this element. */
const isTyping = (target) =>
  target instanceof HTMLElement && target.matches('input:not([type=checkbox]), textarea, select, [contenteditable]');

/**
 * @param {Record<string, () => unknown>} acts The actions by name; the help lists only keys with one.
 * @returns {HTMLDialogElement} The help, to be put into the page.
 */
export function hearKeys(acts) {
  const heard = KEYS.filter(({ name }) => name in acts || name === 'help' || name === 'answer');
  const shut = el(
    'button',
    { type: 'button', class: 'button', autofocus: true, click: () => help.close() },
    say('close'),
  );
  const help = el(
    'dialog',
    { class: 'help', 'aria-labelledby': 'help-title' },
    el('h2', { id: 'help-title' }, say('help_title')),
    el(
      'dl',
      {},
      ...heard.flatMap(({ name, keys }) => [
        el('dt', {}, ...keys.flatMap((key, at) => [at > 0 && ' ', el('kbd', {}, key)])),
        el('dd', {}, say(`key_${name}`)),
      ]),
    ),
    el('div', { class: 'row' }, shut),
  );
  /** @type {Record<string, string>} */
  const nameOf = {
    ...Object.fromEntries(
      heard.flatMap(({ name, keys }) => keys.filter((key) => /^[a-zCS/?]$/.test(key)).map((key) => [key, name])),
    ),
    Escape: 'back',
  };

  addEventListener('keydown', (event) => {
    document.body.classList.add('keyed');
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || help.open) return;
    if (isTyping(event.target) && event.key !== 'Escape') return;
    if (/^[1-9]$/.test(event.key)) {
      acts[`answer-${event.key}`]?.();
      return;
    }
    const name = nameOf[event.key];
    if (name === undefined) return;
    if (name === 'help') help.showModal();
    else if (acts[name]?.() === false) return;
    event.preventDefault();
  });
  return help;
}
