// The one question about people passed by: what is kept, in plain words, and the answer.

import { el } from './dom.js';
import { ask } from '../messages.js';
import { loadSettings } from '../settings.js';
import { say } from '../sentences.js';

/** @param {'yes' | 'no'} seeMore Saves the answer, with the other settings as they are now. */
export const answerSeeMore = async (seeMore) => ask('save-settings', { settings: { ...(await loadSettings()), seeMore } });

/** What a yes means: what is read, what is kept, what is asked for. */
export const seeMoreText = () =>
  el('ul', { class: 'see-more' }, ...['see_more_1', 'see_more_2', 'see_more_3'].map((key) => el('li', {}, say(key))));
