// The memory as a whole: export, import, forget everything. Files go in parts, however long they are.

import { Writer, linesOf } from './file.js';
import { fromFile, loadSettings } from '../settings.js';
import { el } from '../shared/dom.js';
import { saveFile } from '../shared/files.js';
import { MAX_PART, Refusal, ask } from '../messages.js';
import { counted, problem, say } from '../sentences.js';

/** The largest file that is read for an import, in bytes. */
const LARGEST = 2_000_000_000;
/** How much of a file goes in one message, in UTF-16 units: some 100 photos. */
const PART = 256_000;

/** Whether the user cancelled. */
class Cancelled extends Error {}

/** @typedef {{ people: number, photos: number, opinions: number, checks: number, comparings: number, searches: number, goals: boolean }} Imported */

/** @param {Imported} imported How much was imported, by kind. @param {boolean} settings */
function importWords({ people, photos, opinions, checks, comparings, searches, goals }, settings) {
  const parts = [
    people > 0 && counted('imported_people', people),
    photos > 0 && counted('imported_photos', photos),
    opinions > 0 && counted('imported_opinions', opinions),
    checks > 0 && counted('imported_checks', checks),
    comparings > 0 && counted('imported_comparings', comparings),
    searches > 0 && counted('imported_searches', searches),
    goals && say('imported_goals'),
    settings && say('imported_settings'),
  ].filter(Boolean);
  return parts.length > 0 ? say('imported', parts.join(', ')) : say('imported_nothing');
}

/**
 * Sends a file in parts.
 * @param {Blob} file @param {number} job @param {(read: number) => void} went Called after each part with the share read; may throw.
 * @returns {Promise<unknown>} The settings in the file, if any.
 */
async function send(file, job, went) {
  let text = '';
  /** @type {unknown} */
  let settings;
  for await (const { line, read } of linesOf(file, (found) => {
    settings = found;
  })) {
    if (line.length > MAX_PART / 2) throw new Refusal('import-broken');
    text += `${line}\n`;
    if (text.length < PART) continue;
    await ask('import-part', { job, text });
    text = '';
    went(read);
  }
  if (text !== '') await ask('import-part', { job, text });
  went(1);
  return settings;
}

/** @param {unknown} settings The settings in a file. @returns {Promise<boolean>} Whether one of them was changed. */
async function takeSettings(settings) {
  if (typeof settings !== 'object' || settings === null) return false;
  const others = fromFile(await loadSettings(), settings);
  for (const [setting, value] of others) await ask('change-setting', { setting, value });
  return others.length > 0;
}

/** @param {() => void} changed The memory has changed. @returns {HTMLElement[]} */
export function memoryTools(changed) {
  const outcome = el('p', { class: 'outcome', role: 'status' });
  const bar = el('progress', { max: 1, value: 0 });
  const label = el('span', {});
  let isCancelled = false;
  const cancel = el(
    'button',
    {
      type: 'button',
      class: 'button',
      'data-place': 'transfer-cancel',
      click: () => {
        isCancelled = true;
      },
    },
    say('cancel'),
  );
  const under = el('div', { class: 'tools', hidden: true, role: 'group' }, label, bar, cancel);
  /** @type {HTMLButtonElement[]} */
  const buttons = [];

  /** @param {string} words @param {() => Promise<string>} act */
  const run = async (words, act) => {
    outcome.className = 'outcome done';
    outcome.textContent = '';
    isCancelled = false;
    label.textContent = words;
    bar.setAttribute('aria-label', words);
    bar.value = 0;
    under.hidden = words === '';
    for (const button of buttons) button.disabled = true;
    try {
      outcome.textContent = await act();
    } catch (error) {
      const wasWanted = error instanceof Cancelled;
      outcome.className = wasWanted ? 'outcome done' : 'outcome trouble';
      outcome.textContent = wasWanted ? say('transfer_cancelled') : problem(error);
    }
    under.hidden = true;
    for (const button of buttons) button.disabled = false;
  };

  const goOn = () => {
    if (isCancelled) throw new Cancelled();
  };

  const save = () =>
    run(say('exporting'), async () => {
      /** @type {Blob[]} */
      const content = [];
      const writer = new Writer();
      writer.write({ settings: await loadSettings() });
      let lines = 0;
      for (let after = /** @type {string | null} */ (''); after !== null; ) {
        const part = await ask('export-part', { after });
        goOn();
        content.push(new Blob(part.lines.map((/** @type {Record<string, any>} */ line) => writer.write(line))));
        lines += part.lines.length;
        bar.value = lines / part.total;
        after = part.next;
      }
      saveFile('vouchsafe.json', content, 'application/json');
      return say('exported');
    });

  const picker = el('input', { type: 'file', accept: '.json,application/json', hidden: true });
  picker.addEventListener('change', () => {
    const file = picker.files?.[0];
    if (!file) return;
    picker.value = '';
    void run(say('importing'), async () => {
      if (file.size > LARGEST) throw new Refusal('import-too-large');
      const job = await ask('import-begin');
      // A page that is closed cancels its import; the import of one that is killed is undone at the next start.
      const leave = () => void ask('import-cancel', { job }).catch(() => {});
      addEventListener('pagehide', leave);
      try {
        const settings = await send(file, job, (read) => {
          bar.value = read;
          goOn();
        });
        const imported = /** @type {Imported} */ (await ask('import-finish', { job }));
        return importWords(imported, await takeSettings(settings));
      } catch (error) {
        await ask('import-cancel', { job }).catch(() => {});
        throw error;
      } finally {
        removeEventListener('pagehide', leave);
        changed();
      }
    });
  });

  const dialog = el(
    'dialog',
    { 'aria-labelledby': 'forget-title', 'aria-describedby': 'forget-text' },
    el('h2', { id: 'forget-title' }, say('forget_all_title')),
    el('p', { id: 'forget-text' }, say('forget_all_text')),
    el(
      'div',
      { class: 'row' },
      el('button', { type: 'button', class: 'button', autofocus: true, click: () => dialog.close() }, say('cancel')),
      el(
        'button',
        {
          type: 'button',
          class: 'button danger main',
          click: () => {
            dialog.close();
            void run('', async () => {
              await ask('forget-all');
              changed();
              return say('forgotten_all');
            });
          },
        },
        say('forget_all_confirm'),
      ),
    ),
  );

  buttons.push(
    el('button', { type: 'button', class: 'button', click: save }, say('export_action')),
    el('button', { type: 'button', class: 'button', click: () => picker.click() }, say('import_action')),
    el('button', { type: 'button', class: 'button danger', click: () => dialog.showModal() }, say('forget_all')),
  );
  return [el('div', { class: 'tools' }, ...buttons, picker), under, outcome, dialog];
}
