// What is painted larger than any text of ours: its size is all that a page learns of what is painted (style.js).

import { el } from '../shared/dom.js';

/** To be put into what is as large, whatever it says. */
export const cover = () => el('span', { class: 'cover', 'aria-hidden': 'true' });
