// What the extension's own pages have in common.

import { applyStyles } from './dom.js';
import { COLOURS, FONT, SHARED_STYLE, TONES } from './look.js';
import { direction } from '../browser.js';
import { say } from '../sentences.js';

/** Gives the page its language, direction, colours and the look of the shared pieces. @param {string} title */
export function dressPage(title) {
  document.documentElement.lang = say('language_tag');
  document.documentElement.dir = direction();
  document.title = title;
  applyStyles(document, `:root { ${COLOURS} ${FONT} } ${TONES} ${SHARED_STYLE}`);
}
