// Copy or save the picture, for engines that cannot fetch the photo's address; or search with all engines at once.

import { el } from './dom.js';
import { keptText } from './view-context.js';
import { ask } from '../messages.js';
import { problem, say } from '../sentences.js';

/** @typedef {import('../shapes').View} View */
/** @typedef {import('./view-context.js').ViewContext} ViewContext */

/** @param {string} base64 */
export function pngBlob(base64) {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) bytes[index] = text.charCodeAt(index);
  return new Blob([bytes], { type: 'image/png' });
}

/** @param {View} view @param {ViewContext} context @param {string} place @param {() => Promise<string>} act @returns {Promise<void>} */
async function run(view, context, place, act) {
  try {
    context.kept.set('photo-tools', await act());
  } catch (error) {
    // Errors of the clipboard have no code of ours.
    context.kept.set(
      'photo-tools',
      typeof (/** @type {any} */ (error)?.code) === 'string' ? problem(error) : say('photo_not_copied'),
    );
  }
  context.redraw(view);
  context.focus(place);
}

/**
 * @param {View} view @param {ViewContext} context @param {() => void} all Opens all engines that are offered.
 * @param {boolean} many Whether there is more than one.
 */
export function photoTools(view, context, all, many) {
  const copy = () =>
    run(view, context, 'photo-copy', async () => {
      // The clipboard must be written within the click; the picture is promised to it.
      const png = ask('photo-png', { key: view.key }).then(pngBlob);
      png.catch(() => {});
      try {
        await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
      } catch (error) {
        await png;
        throw error;
      }
      return say('photo_copied');
    });
  const save = () =>
    run(view, context, 'photo-save', async () => {
      await ask('photo-save', { key: view.key });
      return '';
    });
  /** @param {string} place @param {string} words @param {() => void} click */
  const button = (place, words, click) =>
    el('button', { type: 'button', class: 'textual', 'data-place': place, click }, words);
  const said = keptText(context, 'photo-tools');
  return el(
    'div',
    { class: 'photo-tools' },
    el(
      'p',
      { class: 'row' },
      many && button('all-engines', say('all_engines'), all),
      button('photo-copy', say('photo_copy'), copy),
      button('photo-save', say('photo_save'), save),
    ),
    said && el('p', { class: 'hint', role: 'status' }, said),
  );
}
