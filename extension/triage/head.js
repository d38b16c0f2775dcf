// The head of the list: what there is to do in one line, how many were seen, and the buttons for the list as a whole.

import { sumsOf } from './list.js';
import { el } from '../shared/dom.js';
import { barBeside, gear, keyboard, seal, windowIcon } from '../shared/icons.js';
import { hasSidebar, openOptions, openSidebar, openTab, ownUrl } from '../browser.js';
import { counted, moment, say } from '../sentences.js';
import { progress, triage } from '../worth.js';

/** @typedef {import('../requests').OverviewAnswer} Overview */
/** @typedef {'popup' | 'page' | 'sidebar'} Form Where the list is shown. */

/** @param {Overview} overview @returns {string} "10 of 40 seen, scroll for the rest" */
function seenLine({ seen, total }) {
  if (total === null || total < seen) return counted('seen', seen);
  return total > seen ? counted('seen_of', total, seen) : counted('seen_all', total);
}

/** @param {string} words @param {Node} drawn @param {() => unknown} act @param {string} place */
const icon = (words, drawn, act, place) =>
  el(
    'button',
    { type: 'button', class: 'icon', 'aria-label': words, title: words, 'data-place': place, click: () => void act() },
    drawn,
  );

/**
 * @param {Form} form
 * @param {{ onOff: HTMLElement, bar: HTMLElement, help: HTMLDialogElement, opened: () => string | null }} parts `opened`: the key of
 * the invitation that is open.
 */
export function createHead(form, { onOff, bar, help, opened }) {
  const sums = el('p', { class: 'triage', role: 'status' });
  const seen = el('p', { class: 'seen' });

  /** Closes the popup once what it opened has taken its place. @param {() => Promise<unknown>} open */
  const instead = (open) => async () => {
    await open();
    if (form === 'popup') window.close();
  };
  const openPage = instead(() => {
    const key = opened();
    return openTab(ownUrl(`page/page.html${key ? `#${encodeURIComponent(key)}` : ''}`));
  });

  return {
    node: el(
      'header',
      {},
      el(
        'div',
        { class: 'title' },
        seal(16),
        el('h1', {}, form === 'popup' ? 'Vouchsafe' : say('page_title')),
        el(
          'span',
          { class: 'tools' },
          onOff,
          form !== 'popup' && icon(say('help_title'), keyboard(), () => help.showModal(), 'help'),
          form === 'popup' &&
            hasSidebar() &&
            icon(say('open_beside'), barBeside(), instead(openSidebar), 'open-beside'),
          form !== 'page' && icon(say('open_as_page'), windowIcon(), openPage, 'open-page'),
          icon(say('options_link'), gear(), openOptions, 'options'),
        ),
      ),
      sums,
      seen,
      bar,
    ),
    /** @param {Overview} overview @param {import('./list.js').Known} known */
    update: (overview, known) => {
      const looked = overview.lastLooked;
      sums.textContent = triage(sumsOf(known)) || (overview.items.length > 0 ? say('triage_done') : '');
      seen.textContent =
        looked === null
          ? ''
          : [overview.seen > 0 && seenLine(overview), say('last_looked', moment(looked)), progress(overview)]
              .filter(Boolean)
              .join(' · ');
    },
  };
}

/** The foot of the list: LinkedIn's terms. */
export const footer = () =>
  el(
    'footer',
    {},
    `${say('terms_line')} · `,
    el(
      'button',
      { type: 'button', class: 'textual', click: () => void openTab(ownUrl('options/options.html#terms')) },
      say('terms_link'),
    ),
  );
