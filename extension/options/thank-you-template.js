// The template of the thank-you: the language's own wording until the user writes another, or none once they clear it.

import { whenTyped } from './typing.js';
import { el } from '../shared/dom.js';
import { say } from '../sentences.js';
import { BLANKS, MOST_TEMPLATE, startingTemplate, templateProblem } from '../thank-you.js';

/**
 * @param {string | null} own The user's template, empty if they want none; null if they wrote none.
 * @param {(thanks: string | null) => void} save
 * @returns {HTMLElement[]}
 */
export function thanksFields(own, save) {
  const wrong = el('p', { id: 'thanks-trouble', class: 'trouble', role: 'alert' });
  const input = el('textarea', {
    id: 'thanks',
    rows: 6,
    'aria-labelledby': 'thanks-title',
    dir: 'auto',
    'aria-describedby': 'thanks-hint thanks-trouble',
  });
  input.value = own ?? startingTemplate();
  /** @param {string} template @returns {string} */
  const trouble = (template) => {
    const found = templateProblem(template);
    if (!found) return '';
    if (found.code === 'unknown')
      return say('thanks_unknown_blank', `{${found.blank}}`, BLANKS.map((blank) => `{${blank}}`).join(', '));
    return found.code === 'brace' ? say('thanks_brace') : say('thanks_too_long', MOST_TEMPLATE);
  };
  let last = own;
  function check() {
    const words = trouble(input.value);
    if (wrong.textContent !== words) wrong.textContent = words;
    input.setAttribute('aria-invalid', String(words !== ''));
    const thanks = input.value.trim() === startingTemplate() ? null : input.value.trim();
    if (words || thanks === last) return;
    last = thanks;
    save(thanks);
  }
  whenTyped(input, check);
  const reset = () => {
    input.value = startingTemplate();
    input.dispatchEvent(new Event('change'));
  };
  return [
    el(
      'div',
      { class: 'setting stacked' },
      input,
      el('p', { id: 'thanks-hint', class: 'hint' }, say('thanks_setting_hint', ...BLANKS.map((blank) => `{${blank}}`))),
      wrong,
      el('div', {}, el('button', { type: 'button', class: 'button', click: reset }, say('thanks_reset'))),
    ),
  ];
}
