// Painted larger than any text of ours, so that its size is all that a page learns of what is painted (style.js).

import { el } from '../shared/dom.js';

/** To be put into a box that has the same size for every verdict. */
export const cover = () => el('span', { class: 'cover', 'aria-hidden': 'true' });
