// Keeps a panel beside its badge and inside the window, while the page scrolls and changes under it.

const GAP = 6;
const EDGE = 8;
/** With this much room below, the panel goes there even if there is more above. */
const ROOM_BELOW = 420;
/** The panel's smallest and greatest height, in pixels. */
const MIN_HEIGHT = 220;
const MAX_HEIGHT = 640;

/**
 * Below the badge where there is room, otherwise above it, otherwise beside it, as tall as the room allows: never over
 * the badge itself, unless the window is too small for both.
 * @param {{ left: number, right: number, top: number, bottom: number }} at The badge.
 * @param {{ width: number, height: number }} panel Its width, and the height it would like.
 * @param {{ width: number, height: number }} view The window.
 * @param {boolean} fromRight @param {{ left: number, right: number }} [host] The badge's host, which has one width for every verdict.
 * @returns {{ left: number, top: number, most: number, isBeside: boolean }} `most`: its greatest height there.
 */
export function place(at, panel, view, fromRight, host = at) {
  const wished = fromRight ? at.right - panel.width : at.left;
  const left = Math.max(EDGE, Math.min(wished, view.width - panel.width - EDGE));
  const below = view.height - EDGE - at.bottom - GAP;
  const above = at.top - GAP - EDGE;
  const height = Math.min(panel.height, MAX_HEIGHT);
  const aside = fromRight ? host.left - GAP - panel.width : host.right + GAP;
  if (
    Math.max(below, above) < Math.min(height, ROOM_BELOW) &&
    aside >= EDGE &&
    aside + panel.width <= view.width - EDGE
  ) {
    const most = Math.min(MAX_HEIGHT, view.height - 2 * EDGE);
    const top = Math.max(EDGE, Math.min((at.top + at.bottom - most) / 2, view.height - EDGE - most));
    return { left: aside, top, most, isBeside: true };
  }
  const downwards = below >= Math.min(height, ROOM_BELOW) || below >= above;
  const most = Math.min(MAX_HEIGHT, Math.max(MIN_HEIGHT, downwards ? below : above));
  const taken = Math.min(height, most);
  const top = downwards ? at.bottom + GAP : at.top - GAP - taken;
  return { left, top: Math.max(EDGE, Math.min(top, view.height - EDGE - taken)), most, isBeside: false };
}

/**
 * Follows the badge until stopped.
 * @param {HTMLElement} panel Its size does not depend on its content. @param {HTMLElement} sheet Its visible part.
 * @param {HTMLElement} badge @param {() => void} gone Called when the badge left the window. @param {() => void} moved
 * @returns {() => void} Stops.
 */
export function follow(panel, sheet, badge, gone, moved) {
  let frame = 0;
  let was = '';
  const put = () => {
    frame = 0;
    const at = badge.getBoundingClientRect();
    const view = { width: document.documentElement.clientWidth || innerWidth, height: innerHeight };
    if (at.width === 0 || at.bottom < 0 || at.top > view.height) return gone();
    const root = badge.getRootNode();
    const host = root instanceof ShadowRoot ? root.host.getBoundingClientRect() : at;
    const { left, top, most, isBeside } = place(
      at,
      { width: panel.offsetWidth, height: MAX_HEIGHT },
      view,
      getComputedStyle(badge.parentElement ?? badge).direction === 'rtl',
      host,
    );
    panel.style.left = `${Math.round(left)}px`;
    panel.style.top = `${Math.round(top)}px`;
    panel.style.height = `${Math.floor(most)}px`;
    // Beside the badge, on whichever side of it.
    panel.classList.toggle('above', !isBeside && top < at.top);
    panel.classList.toggle('beside', isBeside);
    const box = sheet.getBoundingClientRect();
    const is = `${box.left} ${box.top} ${box.width} ${box.height}`;
    if (is !== was) moved();
    was = is;
  };
  const soon = () => {
    frame ||= requestAnimationFrame(put);
  };
  const sized = new ResizeObserver(soon);
  sized.observe(panel);
  sized.observe(sheet);
  const options = { capture: true, passive: true };
  addEventListener('scroll', soon, options);
  addEventListener('resize', soon, options);
  put();
  return () => {
    cancelAnimationFrame(frame);
    sized.disconnect();
    removeEventListener('scroll', soon, options);
    removeEventListener('resize', soon, options);
  };
}
