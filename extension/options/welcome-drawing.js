// A drawing of what Vouchsafe does: three invitations with their badges, and the same photo on two profiles.

import { el } from '../shared/dom.js';
import { verdictIcon } from '../shared/icons.js';
import { say, verdictWord } from '../sentences.js';

/** @typedef {import('../shapes').Verdict} Verdict */

const SVG = 'http://www.w3.org/2000/svg';

/** Hair, skin, clothes and ground of the faces that are drawn. @type {Array<[string, string, string, string]>} */
const FACES = [
  ['#3b2a20', '#c98f6b', '#2f6f73', '#dcebea'],
  ['#6b4a2b', '#efc6a4', '#46538a', '#e3e6f3'],
  ['#20242b', '#e2b08c', '#8a5a3c', '#f2e8dd'],
];

/** @param {string} name @param {Record<string, string | number>} attributes */
function shape(name, attributes) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}

/** @param {number} which One of the faces. @param {boolean} [mirrored] */
function drawnFace(which, mirrored = false) {
  const [hair, skin, clothes, ground] = FACES[which];
  const svg = shape('svg', { viewBox: '0 0 48 48', class: 'drawn-face', 'aria-hidden': 'true' });
  const all = shape('g', mirrored ? { transform: 'translate(48 0) scale(-1 1)' } : {});
  all.append(
    shape('rect', { width: 48, height: 48, fill: ground }),
    shape('path', { d: 'M6 50c1-11 8-15 18-15s17 4 18 15z', fill: clothes }),
    shape('path', { d: 'M20 28h8v8c-2 3-6 3-8 0z', fill: skin }),
    shape('ellipse', { cx: 24, cy: 20.5, rx: 9, ry: 10.5, fill: skin }),
    shape('path', {
      d: 'M13.6 22C12 12 17 7.4 24.6 7.6c8 .2 11.4 6 9.6 14.2-.8-4.6-2.2-6.4-5-8.2-3.4 2.4-9.6 2-12.4 2.2-1.8 1.8-2.4 3.4-3.2 6.2z',
      fill: hair,
    }),
  );
  svg.append(all);
  return svg;
}

/** @param {Verdict} verdict A badge as drawn on LinkedIn's page. */
export const badge = (verdict) =>
  el('span', { class: `badge-pill ${verdict}` }, verdictIcon(verdict, 14), el('span', {}, verdictWord(verdict)));

/** @param {Verdict} verdict @param {number} which @param {number[]} widths The widths of the lines that represent name and headline. */
const card = (verdict, which, widths) =>
  el(
    'div',
    { class: 'drawn-card' },
    drawnFace(which, verdict === 'likely-fake'),
    el(
      'div',
      { class: 'drawn-lines' },
      ...widths.map((width, at) => {
        const line = el('span', { class: at === 0 ? 'drawn-line strong' : 'drawn-line' });
        line.style.inlineSize = `${width}%`;
        return line;
      }),
      badge(verdict),
    ),
  );

/** The drawing; its words are those of the badges. */
export const drawing = () =>
  el(
    'div',
    { class: 'picture', role: 'img', 'aria-label': say('welcome_picture') },
    el(
      'div',
      { class: 'drawn-list', 'aria-hidden': 'true' },
      card('accept-safe', 0, [44, 72]),
      card('likely-fake', 1, [52, 60]),
      card('unchecked', 2, [38, 66]),
    ),
    el(
      'div',
      { class: 'drawn-panel likely-fake', 'aria-hidden': 'true' },
      el('span', { class: 'drawn-title' }, say('same_photo')),
      el('div', { class: 'drawn-pair' }, drawnFace(1, true), drawnFace(1)),
    ),
  );
