// Asked once per engine, at the first click on it: whether its result pages may be read. Whatever the answer, the
// search opens here, or in a background tab where it is read for a button that shows only the result.

import { el } from '../shared/dom.js';
import { seal } from '../shared/icons.js';
import { setUpPage } from '../shared/own-page.js';
import { askToReach } from '../browser.js';
import { engineOf } from '../engines.js';
import { ask } from '../messages.js';
import { problem, say } from '../sentences.js';

const asked = new URLSearchParams(location.hash.slice(1));
const key = (asked.get('key') ?? '').slice(0, 600);
const engine = engineOf(asked.get('engine') ?? '');
const trouble = el('p', { class: 'trouble', role: 'alert' });

/** `back`: the user returns to the page whose button was pressed. */
const where = asked.get('where') === 'back' ? 'back' : 'here';
const go = () => ask('search-open', { key, engine: engine.key, where });

/** @param {unknown} error */
const failed = (error) => {
  trouble.textContent = problem(error);
};

/** The browser asks once more, in its own words; a refusal there counts. */
async function allow() {
  try {
    if (await askToReach(engine.origins)) await go();
    else await refuse();
  } catch (error) {
    failed(error);
  }
}

async function refuse() {
  try {
    await ask('change-listed', { setting: 'unread', key: engine.key, isIn: true });
    await go();
  } catch (error) {
    failed(error);
  }
}

setUpPage(say('read_title', engine.label));
document
  .querySelector('main')
  ?.append(
    el('h1', {}, seal(28), say('read_title', engine.label)),
    el('p', { class: 'lead' }, say('read_text', engine.label)),
    el('ul', {}, ...['read_1', 'read_2', 'read_3'].map((line) => el('li', {}, say(line, engine.label)))),
    el(
      'div',
      { class: 'tools' },
      el(
        'button',
        { type: 'button', class: 'button main', 'data-place': 'read-yes', autofocus: true, click: allow },
        say('read_yes'),
      ),
      el('button', { type: 'button', class: 'button', 'data-place': 'read-no', click: refuse }, say('read_no')),
    ),
    trouble,
  );
