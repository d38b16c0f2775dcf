// The headings of the popup's list: what to do next with who stands below, in the words of the triage's sentence.

import { el } from '../shared/dom.js';
import { counted, say } from '../sentences.js';

/** Headings that say what to do with "this one" or "these": of one alone they need no count. */
const COUNTED = new Set(['look', 'accept']);

/**
 * @param {import('../worth.js').Step} step @param {number} shown How many stand below.
 * @param {number} total How many there are of them: more, where a filter is set.
 */
export function heading(step, shown, total) {
  const saysThem = COUNTED.has(step);
  const words = saysThem ? counted(`group_${step}`, total) : say(`group_${step}`);
  const all = total > (saysThem ? 1 : 0) && String(total);
  const count = shown < total ? say('group_some', shown, total) : all;
  return el('h2', {}, words, count && ' ', count && el('span', { class: 'count' }, count));
}
