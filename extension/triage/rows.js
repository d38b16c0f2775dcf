// Draws the list: only the rows in view, and the one that has the focus. The list is one stop for the Tab key; arrow keys,
// Home, End and the page keys move, Enter opens.

import { createRow } from './row.js';
import { el } from '../shared/dom.js';
import { say } from '../sentences.js';

/** @typedef {import('../shapes').View} View */
/** @typedef {import('./list.js').GroupName} GroupName */
/** @typedef {import('./list.js').Group} Group */
/** @typedef {{ top: number, group: GroupName }} Head */
/** @typedef {{ top: number, group: GroupName, view: View }} Place */

/** How many rows above and below what is in view are drawn. */
const MORE = 5;

/**
 * @param {HTMLElement} scroller The element that scrolls.
 * @param {(group: GroupName, shown: number, total: number) => string} titleOf
 * @param {(key: string) => void} open
 */
export function createRows(scroller, titleOf, open) {
  const node = el('div', { class: 'rows', role: 'listbox', 'aria-label': say('list_label'), keydown: pressed });
  /** @type {Map<string, ReturnType<typeof createRow>>} */
  const drawn = new Map();
  /** @type {Map<GroupName, { node: HTMLElement, title: HTMLElement }>} */
  const wrappers = new Map();
  /** @type {Group[]} */
  let groups = [];
  /** @type {Head[]} */
  let heads = [];
  /** @type {Place[]} */
  let places = [];
  /** @type {Map<string, number>} */
  let indexOf = new Map();
  let current = 0;
  /** @type {string | null} */
  let opened = null;
  let frame = 0;
  let rowHeight = 0;
  let headHeight = 0;

  /** Measures the heights of rows and headings, which follow the browser's text size. */
  function measure() {
    const size = Number.parseFloat(getComputedStyle(node).fontSize) || 13;
    rowHeight = Math.ceil(size * 4.8);
    headHeight = Math.ceil(size * 2.25);
    node.style.setProperty('--row', `${rowHeight}px`);
    node.style.setProperty('--head', `${headHeight}px`);
  }

  /** @param {GroupName} group */
  function wrapper(group) {
    const known = wrappers.get(group);
    if (known) return known;
    const title = el('h2', { role: 'presentation', id: `group-${group}` });
    const made = {
      title,
      node: el('div', { class: 'group', role: 'group', 'aria-labelledby': `group-${group}` }, title),
    };
    wrappers.set(group, made);
    return made;
  }

  /** @param {HTMLElement} parent @param {HTMLElement[]} children In this order; children already in place are not moved. */
  function arrange(parent, children) {
    for (const child of [...parent.children])
      if (!children.includes(/** @type {HTMLElement} */ (child))) child.remove();
    children.forEach((child, at) => {
      if (parent.children[at] !== child) parent.insertBefore(child, parent.children[at] ?? null);
    });
  }

  function render() {
    frame = 0;
    const top = scroller.scrollTop - node.offsetTop - MORE * rowHeight;
    const bottom = scroller.scrollTop - node.offsetTop + scroller.clientHeight + MORE * rowHeight;
    const focused = document.activeElement;
    /** @type {Map<GroupName, HTMLElement[]>} */
    const wanted = new Map();
    const keys = new Set();
    places.forEach(({ top: at, group, view }, index) => {
      if ((at + rowHeight < top || at > bottom) && index !== current) return;
      let row = drawn.get(view.key);
      if (!row)
        drawn.set(
          view.key,
          (row = createRow(view.key, () => {
            move(indexOf.get(view.key) ?? 0, false);
            open(view.key);
          })),
        );
      row.update(view, group);
      row.node.style.top = `${at}px`;
      row.node.tabIndex = index === current ? 0 : -1;
      row.node.setAttribute('aria-selected', String(view.key === opened));
      row.node.setAttribute('aria-posinset', String(index + 1));
      row.node.setAttribute('aria-setsize', String(places.length));
      keys.add(view.key);
      wanted.set(group, [...(wanted.get(group) ?? []), row.node]);
    });
    for (const key of drawn.keys()) if (!keys.has(key)) drawn.delete(key);
    const parts = heads.flatMap(({ group, top: at }) => {
      const rows = wanted.get(group);
      if (!rows) return [];
      const part = wrapper(group);
      part.title.style.top = `${at}px`;
      arrange(part.node, [part.title, ...rows]);
      return part.node;
    });
    arrange(node, parts);
    if (focused instanceof HTMLElement && focused !== document.activeElement && node.contains(focused))
      focused.focus({ preventScroll: true });
  }
  const soon = () => {
    if (frame === 0) frame = requestAnimationFrame(render);
  };
  scroller.addEventListener('scroll', soon, { passive: true });
  new ResizeObserver(soon).observe(scroller);

  /** @param {number} index Brings a row into view, below its group's heading if that is just above. */
  function reveal(index) {
    const place = places[index];
    if (!place) return;
    const isFirst = heads.some(({ top }) => top === place.top - headHeight);
    const from = node.offsetTop + place.top - (isFirst ? headHeight : 0);
    const to = node.offsetTop + place.top + rowHeight;
    if (from < scroller.scrollTop) scroller.scrollTop = index === 0 ? 0 : from;
    else if (to > scroller.scrollTop + scroller.clientHeight) scroller.scrollTop = to - scroller.clientHeight;
  }

  /** @param {number} index @param {boolean} [focus] */
  function move(index, focus = true) {
    current = Math.max(0, Math.min(index, places.length - 1));
    reveal(current);
    render();
    if (focus) drawn.get(places[current]?.view.key ?? '')?.node.focus({ preventScroll: true });
  }

  /** @param {KeyboardEvent} event */
  function pressed(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const page = Math.max(1, Math.floor(scroller.clientHeight / rowHeight) - 1);
    const to = /** @type {Record<string, number>} */ ({
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      Home: 0,
      End: places.length - 1,
      PageDown: current + page,
      PageUp: current - page,
    })[event.key];
    if (to !== undefined) {
      event.preventDefault();
      move(to);
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      const place = places[current];
      if (place) open(place.view.key);
    }
  }

  return {
    node,
    /** @param {Group[]} next @param {string | null} isOpened Whose details are open. */
    set: (next, isOpened) => {
      measure();
      const focusInside = node.contains(document.activeElement);
      const before = places[current]?.view.key;
      // The row at the top of the view stays there.
      const anchor = places.find(({ top }) => node.offsetTop + top >= scroller.scrollTop);
      const offset = anchor ? node.offsetTop + anchor.top - scroller.scrollTop : 0;
      const wasScrolled = scroller.scrollTop > 0;
      groups = next;
      opened = isOpened;
      heads = [];
      places = [];
      let top = 0;
      for (const { name: group, views, total } of groups) {
        heads.push({ group, top });
        wrapper(group).title.textContent = titleOf(group, views.length, total);
        top += headHeight;
        for (const view of views) {
          places.push({ top, group, view });
          top += rowHeight;
        }
      }
      indexOf = new Map(places.map(({ view }, index) => [view.key, index]));
      node.style.blockSize = `${top}px`;
      node.hidden = places.length === 0;
      const again = before === undefined ? undefined : indexOf.get(before);
      current = Math.max(0, Math.min(again ?? current, places.length - 1));
      const stays = wasScrolled && anchor ? indexOf.get(anchor.view.key) : undefined;
      if (stays !== undefined) scroller.scrollTop = node.offsetTop + places[stays].top - offset;
      render();
      if (focusInside && !node.contains(document.activeElement))
        drawn.get(places[current]?.view.key ?? '')?.node.focus({ preventScroll: true });
    },
    /** Moves the focus to a row. @param {string} key @param {boolean} [focus] */
    to: (key, focus = true) => {
      const index = indexOf.get(key);
      if (index !== undefined) move(index, focus);
      return index !== undefined;
    },
    /** Gives the focus back to the row that had it. */
    focus: () => move(current),
    /** @param {number} by How many rows further. @returns {string | null} The key of that row; null beyond the end. */
    beside: (by) => places[(opened === null ? current : (indexOf.get(opened) ?? current)) + by]?.view.key ?? null,
    /** @returns {string | null} The key of the row that has the focus, or would get it. */
    current: () => places[current]?.view.key ?? null,
    /** @param {string} key @returns {{ at: number, of: number } | null} */
    placeOf: (key) => (indexOf.has(key) ? { at: (indexOf.get(key) ?? 0) + 1, of: places.length } : null),
  };
}
