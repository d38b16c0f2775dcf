// Icons: one shape per verdict, so that the verdict never depends on colour alone.

/** @typedef {import('../shapes').Verdict | 'checking'} State */

const SVG = 'http://www.w3.org/2000/svg';

/** @param {string} name @param {Record<string, string | number>} attributes */
function shape(name, attributes) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}

/** @param {number} side @param {string} name @param {...SVGElement} shapes Decoration: the words are beside it. */
function drawing(side, name, ...shapes) {
  const svg = /** @type {SVGSVGElement} */ (
    shape('svg', {
      viewBox: '0 0 16 16',
      width: side,
      height: side,
      class: `mark ${name}`,
      'aria-hidden': 'true',
      focusable: 'false',
      fill: 'none',
      stroke: 'currentColor',
      'stroke-width': 1.6,
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
    })
  );
  svg.append(...shapes);
  return svg;
}

/** @param {string} d @param {Record<string, string | number>} [more] */
const path = (d, more = {}) => shape('path', { d, ...more });
/** @param {number} x @param {number} y */
const dot = (x, y) => shape('circle', { cx: x, cy: y, r: 0.9, fill: 'currentColor', stroke: 'none' });

/** @type {Record<State, () => SVGElement[]>} */
const SHAPES = {
  // a seal with a check
  'accept-safe': () => [
    path('M8 1.2 13.6 3.4v4.2c0 3.4-2.3 5.8-5.6 7.2-3.3-1.4-5.6-3.8-5.6-7.2V3.4z'),
    path('m5.4 8 1.9 2 3.4-3.8'),
  ],
  // a triangle with an exclamation mark
  suspicious: () => [path('M8 1.9 15 14.1H1z'), path('M8 6.4v3.4'), dot(8, 12)],
  // an octagon, struck through
  'likely-fake': () => [
    path('M5.3 1.4h5.4l3.9 3.9v5.4l-3.9 3.9H5.3l-3.9-3.9V5.3z'),
    path('m5.6 5.6 4.8 4.8m0-4.8-4.8 4.8'),
  ],
  // an open ring with a line: no verdict
  unchecked: () => [shape('circle', { cx: 8, cy: 8, r: 6.4, 'stroke-dasharray': '2.6 2.1' }), path('M5.4 8h5.2')],
  // three quarters of a ring
  checking: () => [path('M8 1.6A6.4 6.4 0 1 1 1.6 8')],
};

/** @param {State} state @param {number} [side] */
export const verdictIcon = (state, side = 14) => drawing(side, 'verdict', ...SHAPES[state]());

export const arrowOut = () =>
  drawing(10, 'out', path('M6 3.5H3v9.5h9.5V10'), path('M9 2.5h4.5V7'), path('M13.5 2.5 7.5 8.5'));
export const cross = () => drawing(12, 'cross', path('m3 3 10 10M13 3 3 13'));
export const chevron = () => drawing(12, 'chevron', path('m3.5 6 4.5 4.5L12.5 6'));

export const arrowBack = () => drawing(14, 'back', path('M10 3 5 8l5 5'));
export const power = () => drawing(16, 'power', path('M8 1.8v5.4'), path('M4.6 4a5.3 5.3 0 1 0 6.8 0'));
export const gear = () =>
  drawing(
    16,
    'gear',
    path('M2 4.6h6.4M12.4 4.6H14M2 11.4h1.6M7.6 11.4H14'),
    shape('circle', { cx: 10.4, cy: 4.6, r: 1.9 }),
    shape('circle', { cx: 5.6, cy: 11.4, r: 1.9 }),
  );
export const keyboard = () =>
  drawing(
    16,
    'keyboard',
    shape('rect', { x: 1.2, y: 3.6, width: 13.6, height: 8.8, rx: 1.8 }),
    path('M4 6.4h.01M6.7 6.4h.01M9.3 6.4h.01M12 6.4h.01M4.8 9.6h6.4'),
  );
export const windowIcon = () =>
  drawing(
    16,
    'window',
    path('M6.5 2.8H3.6c-.9 0-1.6.7-1.6 1.6v8c0 .9.7 1.6 1.6 1.6h8c.9 0 1.6-.7 1.6-1.6V9.5'),
    path('M9.4 2H14v4.6'),
    path('M14 2 7.6 8.4'),
  );

export const barBeside = () =>
  drawing(16, 'beside', shape('rect', { x: 1.6, y: 2.6, width: 12.8, height: 10.8, rx: 1.8 }), path('M10 2.8v10.4'));

/** The extension's own icon. @param {number} side */
export const seal = (side) =>
  drawing(
    side,
    'seal',
    path('M8 .8 14.2 3v4.8c0 3.6-2.5 6.1-6.2 7.5-3.7-1.4-6.2-3.9-6.2-7.5V3z', { fill: 'currentColor', stroke: 'none' }),
    path('m4.9 7 2.6 3.8L11.4 5', { stroke: 'light-dark(#fff, #1d2126)', 'stroke-width': 1.9 }),
  );
