// A box painted larger than any of our texts: the browser tells the page the size of the largest one only (style.js).

import { el } from '../shared/dom.js';

/** To be put into a box that has the same size for every verdict. */
export const cover = () => el('span', { class: 'cover', 'aria-hidden': 'true' });
