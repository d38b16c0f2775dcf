// The notice on LinkedIn's terms, in full: in the options and on first run.

import { el } from '../shared/dom.js';
import { say } from '../sentences.js';

export const termsNotice = () =>
  el('div', { class: 'terms' }, ...['terms_1', 'terms_2', 'terms_3', 'terms_4'].map((key) => el('p', {}, say(key))));
