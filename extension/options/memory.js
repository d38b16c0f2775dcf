// The memory as a whole: export, import, forget everything.

import { el } from '../shared/dom.js';
import { saveFile } from '../shared/files.js';
import { ask, Refusal } from '../messages.js';
import { counted, problem, say } from '../sentences.js';

/** The largest file that is read for an import, in bytes. */
const LARGEST = 200_000_000;

/** @param {() => void} changed The memory is another now. @returns {HTMLElement[]} */
export function memoryTools(changed) {
  const outcome = el('p', { class: 'outcome', role: 'status' });
  /** @param {() => Promise<string>} act */
  const run = async (act) => {
    outcome.className = 'outcome done';
    outcome.textContent = '';
    try {
      outcome.textContent = await act();
    } catch (error) {
      outcome.className = 'outcome trouble';
      outcome.textContent = problem(error);
    }
  };

  const save = () => run(async () => {
    const answer = await ask('export');
    saveFile('vouchsafe.json', typeof answer === 'string' ? answer : JSON.stringify(answer), 'application/json');
    return say('exported');
  });

  const picker = el('input', { type: 'file', accept: '.json,application/json', hidden: true });
  picker.addEventListener('change', () => run(async () => {
    const file = picker.files?.[0];
    picker.value = '';
    if (!file) return '';
    if (file.size > LARGEST) throw new Refusal('import-too-large');
    const { people, photos } = await ask('import', { json: await file.text() });
    changed();
    return say('imported', counted('imported_people', people), counted('imported_photos', photos));
  }));

  const dialog = el('dialog', { 'aria-labelledby': 'forget-title', 'aria-describedby': 'forget-text' },
    el('h2', { id: 'forget-title' }, say('forget_all_title')), el('p', { id: 'forget-text' }, say('forget_all_text')),
    el('div', { class: 'row' },
      el('button', { type: 'button', class: 'button', autofocus: true, click: () => dialog.close() }, say('cancel')),
      el('button', { type: 'button', class: 'button danger main', click: () => {
        dialog.close();
        void run(async () => {
          await ask('forget-all');
          changed();
          return say('forgotten_all');
        });
      } }, say('forget_all_confirm'))));

  return [
    el('div', { class: 'tools' },
      el('button', { type: 'button', class: 'button', click: save }, say('export_action')),
      el('button', { type: 'button', class: 'button', click: () => picker.click() }, say('import_action')), picker,
      el('button', { type: 'button', class: 'button danger', click: () => dialog.showModal() }, say('forget_all'))),
    outcome, dialog,
  ];
}
