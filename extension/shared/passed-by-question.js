// The only question about people passed by, and what a yes means, in plain words.

import { el } from './dom.js';
import { ask } from '../messages.js';
import { say } from '../sentences.js';

/** @param {'yes' | 'no'} seeMore Saves the answer. @returns {Promise<unknown>} */
export const answerSeeMore = (seeMore) => ask('change-setting', { setting: 'seeMore', value: seeMore });

/** The meaning of a yes: what is read, kept and requested. */
export const seeMoreText = () =>
  el(
    'ul',
    { class: 'see-more' },
    ...['compare_elsewhere_reads', 'compare_elsewhere_keeps', 'compare_elsewhere_fetches'].map((key) =>
      el('li', {}, say(key)),
    ),
  );
