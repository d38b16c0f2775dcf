// Saves one photo as a file: from our own page, since LinkedIn's page could observe a download started in it.

import { el } from '../shared/dom.js';
import { saveFile } from '../shared/files.js';
import { seal } from '../shared/icons.js';
import { setUpPage } from '../shared/own-page.js';
import { pngBlob } from '../shared/photo-tools.js';
import { ask } from '../messages.js';
import { problem, say } from '../sentences.js';

const key = (new URLSearchParams(location.hash.slice(1)).get('key') ?? '').slice(0, 600);
const state = el('p', { class: 'lead', role: 'status' });

async function save() {
  try {
    saveFile('photo.png', [pngBlob(await ask('photo-png', { key }))], 'image/png');
    state.textContent = say('photo_saved');
  } catch (error) {
    state.textContent = problem(error);
  }
}

setUpPage(say('photo_save'));
document
  .querySelector('main')
  ?.append(
    el('h1', {}, seal(28), say('photo_save')),
    state,
    el(
      'div',
      { class: 'tools' },
      el('button', { type: 'button', class: 'button', 'data-place': 'photo-again', click: save }, say('photo_save')),
    ),
  );
await save();
