// The results of searches of the web, listed for checking: each page can be confirmed or struck out, and the
// verdict follows.

import { el, isInPage } from './dom.js';
import { engineLink } from './engine-link.js';
import { outLink, webUrlOf, withoutInvisible } from './links.js';
import { sendAnswer } from './send-answer.js';
import { keptText } from './view-context.js';
import { ENGINES } from '../engines.js';
import { MAX_LINKS, ask } from '../messages.js';
import { counted, day, engineName, isolated, plain, say } from '../sentences.js';

/** @typedef {import('../shapes').View} View */
/** @typedef {import('../shapes').PhotoView} PhotoView */
/** @typedef {import('../shapes').SearchResult} Found */
/** @typedef {import('../shapes').PageKind} PageKind */
/** @typedef {import('./view-context.js').ViewContext} ViewContext */

/** The kinds of pages, in the order of their weight. @type {PageKind[]} */
const KINDS = [
  'other-profile',
  'portraits',
  'other-name',
  'same-name',
  'own-profile',
  'unclear',
  'directory',
  'similar',
];
/** Kinds that say little by themselves, folded away. */
const FOLDED = new Set(['own-profile', 'unclear', 'directory', 'similar']);
/** The most pages of one kind that are listed at once, and the most characters of a title. */
const MOST = 5;
const TITLE_LENGTH = 90;

/** @param {PhotoView} photo Pages that several searches found are listed once. @returns {Found[]} */
function pagesOf({ searches }) {
  /** @type {Map<string, Found>} */
  const pages = new Map();
  for (const { found } of searches) {
    for (const page of found) {
      const known = pages.get(page.url);
      // A page is the same if one engine calls it the same and another similar.
      if (!known || known.kind === 'similar') pages.set(page.url, page);
    }
  }
  return [...pages.values()];
}

/** @param {View} view @param {ViewContext} context @param {string} place @param {() => Promise<View[]>} send */
async function answer(view, context, place, send) {
  await sendAnswer(view, context, 'found-problem', send);
  context.focus(place);
}

/** @param {View} view @param {PhotoView} photo @param {Found} page @param {string} place @param {ViewContext} context */
function answers(view, photo, page, place, context) {
  /** @param {'same' | 'other' | 'undo'} says @param {string} look @param {string} words */
  const button = (says, look, words) =>
    el(
      'button',
      {
        type: 'button',
        class: look,
        'data-place': `${place}-${says}`,
        click: () =>
          answer(view, context, says === 'undo' ? `${place}-other` : `${place}-undo`, () =>
            ask('answer-found', { photo: photo.id, url: page.url, says }),
          ),
      },
      words,
      el('span', { class: 'unseen' }, ` (${isolated(page.title || page.site, TITLE_LENGTH)})`),
    );
  const undo = () => button('undo', 'textual', say('undo'));
  if (page.struck) return el('p', { class: 'fact' }, say('found_struck'), ' ', undo());
  if (page.confirmed === true) return el('p', { class: 'fact' }, say('found_confirmed'), ' ', undo());
  // The answer that the verdict waits for is emphasised.
  const look = page.kind === 'other-profile' || page.kind === 'other-name' ? 'button small' : 'quiet-link';
  return el(
    'div',
    { class: 'row' },
    button('same', look, say('found_same')),
    button('other', look, say('found_not_same')),
  );
}

/** @param {View} view @param {PhotoView} photo @param {Found} page @param {string} place @param {ViewContext} context */
function entry(view, photo, page, place, context) {
  const url = webUrlOf(page.url);
  const title = isolated(page.title || page.url.replace(/^https?:\/\/(www\.)?/, ''), TITLE_LENGTH);
  return el(
    'li',
    { class: page.struck ? 'struck' : '' },
    url
      ? outLink(url, title, { class: 'found-title', dir: 'auto' })
      : el('span', { class: 'found-title', dir: 'auto' }, title),
    el('span', { class: 'fact', dir: 'ltr' }, plain(page.site, 60)),
    answers(view, photo, page, place, context),
  );
}

/** @param {View} view @param {PhotoView} photo @param {PageKind} kind @param {Found[]} pages @param {ViewContext} context */
function group(view, photo, kind, pages, context) {
  if (pages.length === 0) return null;
  const key = kind.replaceAll('-', '_');
  const items = pages.map((page, index) => entry(view, photo, page, `found-${kind}-${index}`, context));
  if (FOLDED.has(kind)) {
    return el(
      'details',
      { class: 'found-kind', 'data-place': `found-${kind}` },
      el('summary', { 'data-place': `found-door-${kind}` }, `${say(`found_${key}`)} (${pages.length})`),
      el('ul', {}, ...items),
    );
  }
  return el(
    'section',
    { class: 'found-kind' },
    el('h4', {}, say(`found_${key}`)),
    el('ul', {}, ...items.slice(0, MOST)),
    items.length > MOST &&
      el(
        'details',
        { 'data-place': `found-more-${kind}` },
        el('summary', { 'data-place': `found-more-door-${kind}` }, counted('found_more', items.length - MOST)),
        el('ul', {}, ...items.slice(MOST)),
      ),
  );
}

/** @param {PhotoView} photo Each search, newest first: when, by which engine, with what result. */
const searchLines = ({ searches }) =>
  searches.map(({ engine, at, outcome, count, found }) =>
    el(
      'p',
      { class: 'fact' },
      outcome === 'none' || count === 0
        ? say(found.length > 0 ? 'searched_similar' : 'searched_nothing', engineName(engine), day(at))
        : counted('searched_found', count, engineName(engine), day(at)),
    ),
  );

/** @param {View} view @param {ViewContext} context The state of the result page that is being read; null where there is none. */
export const readingLine = (view, context) => {
  const { reading } = /** @type {Partial<import('../requests').PhotoShown>} */ (view.photo ?? {});
  if (!reading || reading.state === 'closed') return null;
  const engine = ENGINES.find(({ key }) => key === reading.engine);
  return el(
    'p',
    { class: reading.state === 'open' ? 'hint' : 'ask', role: 'status' },
    el('span', {}, say(`reading_${reading.state}`, engineName(reading.engine))),
    engine &&
      reading.state !== 'open' &&
      engineLink(view, context, engine, say('reading_show'), { 'data-place': 'reading-show' }),
  );
};

/** @param {View} view @param {ViewContext} context All results, with the answers that the user may give for each page. */
export function foundList(view, context) {
  const { photo } = view;
  if (!photo || photo.searches.length === 0) return null;
  const pages = pagesOf(photo);
  return el(
    'div',
    { class: 'found', tabindex: -1, 'data-place': 'found' },
    ...searchLines(photo),
    ...KINDS.map((kind) =>
      group(
        view,
        photo,
        kind,
        pages.filter((page) => page.kind === kind),
        context,
      ),
    ),
    el('p', { class: 'trouble', role: 'alert' }, keptText(context, 'found-problem')),
  );
}

/** @param {string} text One link per line, or several in one line; with or without `https://`. @returns {string[]} */
export function linksIn(text) {
  const words = withoutInvisible(text)
    .split(/[\s<>"]+/u)
    .filter(Boolean);
  const links = words.map((word) =>
    /^https?:\/\//i.test(word) ? word : /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+(\/|$)/u.test(word) ? `https://${word}` : '',
  );
  return [...new Set(links.filter((link) => webUrlOf(link) !== null))].slice(0, MAX_LINKS);
}

/**
 * A field for links that the user found: not in LinkedIn's page, which could hear the typing.
 * @param {View} view @param {ViewContext} context
 */
export function linksField(view, context) {
  const { photo } = view;
  if (!photo || isInPage()) return null;
  const input = el('textarea', {
    rows: 2,
    'data-place': 'links',
    dir: 'ltr',
    spellcheck: 'false',
    placeholder: 'https://www.linkedin.com/in/…',
    'aria-label': say('links_label'),
    input: () => context.kept.set('links', input.value),
    drop: (/** @type {DragEvent} */ event) => {
      const dropped = event.dataTransfer?.getData('text/uri-list') || event.dataTransfer?.getData('text/plain') || '';
      event.preventDefault();
      input.value = [...input.value.split('\n'), ...linksIn(dropped.replace(/^#.*$/gm, ''))].filter(Boolean).join('\n');
      context.kept.set('links', input.value);
    },
  });
  input.value = keptText(context, 'links');
  /** @param {Event} event */
  const submit = (event) => {
    event.preventDefault();
    const urls = linksIn(input.value);
    if (urls.length === 0) {
      context.kept.set('found-problem', say('error_links_none'));
      context.kept.set('links-open', true);
      context.redraw(view);
      return;
    }
    context.kept.delete('links');
    void answer(view, context, 'links-door', () => ask('links-found', { photo: photo.id, urls }));
  };
  return el(
    'details',
    { class: 'links', 'data-place': 'links-box', open: context.kept.get('links-open') === true },
    el('summary', { 'data-place': 'links-door' }, say('links_door')),
    el(
      'form',
      { submit },
      input,
      el('p', { class: 'hint' }, say('links_hint')),
      photo.searches.length === 0 && el('p', { class: 'trouble', role: 'alert' }, keptText(context, 'found-problem')),
      el('button', { type: 'submit', class: 'button small', 'data-place': 'links-save' }, say('links_save')),
    ),
  );
}
