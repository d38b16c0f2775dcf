// The one question about people passed by: what is kept, in plain words, and the answer.

import { el } from './dom.js';
import { ask } from '../messages.js';
import { say } from '../sentences.js';

/** @param {'yes' | 'no'} seeMore Saves the answer. @returns {Promise<unknown>} */
export const answerSeeMore = (seeMore) => ask('change-setting', { setting: 'seeMore', value: seeMore });

/** What a yes means: what is read, what is kept, what is asked for. */
export const seeMoreText = () =>
  el(
    'ul',
    { class: 'see-more' },
    ...['compare_elsewhere_reads', 'compare_elsewhere_keeps', 'compare_elsewhere_fetches'].map((key) =>
      el('li', {}, say(key)),
    ),
  );
