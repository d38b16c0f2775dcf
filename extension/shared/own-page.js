// Common to all of the extension's own pages.

import { applyStyles } from './dom.js';
import { COLOURS, FONT, SHARED_STYLE, TONES } from './look.js';
import { direction } from '../browser.js';
import { say } from '../sentences.js';

/** Sets the page's title, language, direction and shared styles. @param {string} title */
export function setUpPage(title) {
  document.documentElement.lang = say('language_tag');
  document.documentElement.dir = direction();
  document.title = title;
  applyStyles(document, `:root { ${COLOURS} ${FONT} } ${TONES} ${SHARED_STYLE}`);
}
