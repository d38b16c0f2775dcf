// The options: saved as they are changed.

import { automaticFields } from './automatic.js';
import { engineRows } from './engines.js';
import { goalsFields } from './goals.js';
import { rememberedList } from './remembered.js';
import { memoryTools } from './memory.js';
import { searchHistory } from './searches.js';
import { statisticsShown } from './statistics.js';
import { termsNotice } from './terms.js';
import { thanksFields } from './thank-you-template.js';
import { el } from '../shared/dom.js';
import { seal } from '../shared/icons.js';
import { seeMoreText } from '../shared/passed-by-question.js';
import { setUpPage } from '../shared/own-page.js';
import { ENGINES, engineOf } from '../engines.js';
import { ask } from '../messages.js';
import { loadSettings, withDefaults } from '../settings.js';
import { onSaved } from '../browser.js';
import { problem, say } from '../sentences.js';

const settings = await loadSettings();
const saved = el('div', { class: 'saved', role: 'status' });
let fading = 0;

/** @param {string} words @param {boolean} [isTrouble] */
function tell(words, isTrouble = false) {
  saved.classList.toggle('failed', isTrouble);
  saved.textContent = words;
  clearTimeout(fading);
  fading = setTimeout(() => saved.replaceChildren(), 2500);
}

/** @param {Promise<unknown>} answer */
const told = (answer) =>
  answer.then(
    () => tell(say('saved')),
    (error) => tell(problem(error), true),
  );
/** Saves the changed setting only: other pages may have changed the others. @param {keyof import('../requests').Settings} setting @param {unknown} value */
const save = (setting, value) => told(ask('change-setting', { setting, value }));
/** @param {import('../requests').Listed} setting @param {string} key @param {boolean} isIn */
const list = (setting, key, isIn) => told(ask('change-listed', { setting, key, isIn }));

const on = el('input', { id: 'on', type: 'checkbox', checked: settings.on, change: () => save('on', on.checked) });

const badges = el('input', {
  id: 'badges',
  type: 'checkbox',
  checked: settings.badges === true,
  change: () => save('badges', badges.checked),
});

const engine = el(
  'select',
  { id: 'engine', change: () => save('engine', engine.value) },
  ...ENGINES.map(({ key, label }) =>
    el('option', { value: key, selected: key === engineOf(settings.engine).key }, label),
  ),
);

/**
 * A number of days or photos, saved when it fits.
 * @param {'keepDays' | 'keepPhotos' | 'budgetDay' | 'budgetMonth'} name @param {string} id @param {number} min @param {number} max
 */
function amount(name, id, min, max) {
  const key = id.replaceAll('-', '_');
  const trouble = el('p', { id: `${id}-trouble`, class: 'trouble', role: 'alert' });
  const input = el('input', {
    id,
    type: 'number',
    min,
    max,
    step: 1,
    required: true,
    value: settings[name],
    'aria-describedby': `${id}-trouble`,
  });
  input.addEventListener('change', () => {
    const fits = input.validity.valid;
    trouble.textContent = fits ? '' : say(`${key}_invalid`);
    input.setAttribute('aria-invalid', String(!fits));
    if (fits) void save(name, input.valueAsNumber);
  });
  return el(
    'div',
    { class: 'setting field' },
    el('label', { for: id }, say(`${key}_setting`)),
    input,
    el('p', { class: 'hint' }, say(`${key}_setting_hint`)),
    trouble,
  );
}

const seeMore = el('input', {
  id: 'see-more',
  type: 'checkbox',
  checked: settings.seeMore === 'yes',
  change: () => save('seeMore', seeMore.checked ? 'yes' : 'no'),
});

const remembered = rememberedList();
const engines = engineRows(settings, list);
const automatic = automaticFields(list);
const searches = searchHistory();
const goals = goalsFields(tell);
const statistics = statisticsShown();

setUpPage(say('options_title'));
document
  .querySelector('main')
  ?.append(
    el('h1', {}, seal(28), say('options_title')),
    el(
      'section',
      {},
      el('h2', {}, say('section_pages')),
      el('div', { class: 'setting' }, el('label', { class: 'line' }, on, say('switch_on'))),
      el(
        'div',
        { class: 'setting' },
        el('label', { class: 'line' }, badges, say('badges_setting')),
        el('p', { class: 'hint' }, say('badges_setting_hint')),
      ),
    ),
    el('section', { id: 'goals' }, el('h2', {}, say('section_goals')), el('p', {}, say('goals_text')), ...goals.nodes),
    el(
      'section',
      {},
      el('h2', { id: 'thanks-title' }, say('thanks_setting')),
      ...thanksFields(settings.thanks, (thanks) => void save('thanks', thanks)),
    ),
    el(
      'section',
      { id: 'web' },
      el('h2', { id: 'engines-title' }, say('section_engines')),
      ...engines.nodes,
      el(
        'div',
        { class: 'setting field' },
        el('label', { for: 'engine' }, say('engine_setting')),
        engine,
        el('p', { class: 'hint' }, say('engine_setting_hint')),
      ),
    ),
    el(
      'section',
      { id: 'automatic' },
      el('h2', {}, say('section_automatic')),
      ...automatic.nodes,
      amount('budgetDay', 'budget-day', 1, 100_000),
      amount('budgetMonth', 'budget-month', 1, 1_000_000),
    ),
    el('section', { id: 'searches' }, el('h2', {}, say('section_searches')), ...searches.nodes),
    el(
      'section',
      {},
      el('h2', {}, say('section_memory')),
      el('p', {}, say('memory_text')),
      el(
        'div',
        { class: 'setting' },
        el('label', { class: 'line' }, seeMore, say('compare_elsewhere_setting')),
        el('div', { class: 'hint' }, seeMoreText()),
      ),
      amount('keepDays', 'keep', 1, 3650),
      amount('keepPhotos', 'keep-photos', 100, 200_000),
      ...memoryTools(
        () => void Promise.all([remembered.refresh(), goals.refresh(), searches.refresh(), statistics.refresh()]),
      ),
      ...remembered.nodes,
    ),
    el('section', { id: 'statistics' }, el('h2', {}, say('section_statistics')), statistics.node),
    el('section', { id: 'terms' }, el('h2', {}, say('section_terms')), termsNotice()),
    saved,
  );
// Shows changes made elsewhere.
onSaved((key, value) => {
  if (key !== 'settings') return;
  const now = withDefaults(value);
  on.checked = now.on;
  badges.checked = now.badges === true;
  engine.value = engineOf(now.engine).key;
  seeMore.checked = now.seeMore === 'yes';
  void engines.show(now);
});
await Promise.all([
  remembered.refresh(),
  goals.refresh(),
  statistics.refresh(),
  engines.show(),
  automatic.refresh(),
  searches.refresh(),
]);
// The element named in the address did not exist when the page opened.
if (['#terms', '#web', '#automatic', '#searches'].includes(location.hash))
  document.getElementById(location.hash.slice(1))?.scrollIntoView();
