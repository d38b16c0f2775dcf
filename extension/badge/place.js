// Keeps a panel beside its badge and inside the window, while the page scrolls and changes under it.

const GAP = 6;
const EDGE = 8;

/**
 * @param {DOMRect} at The badge. @param {{ width: number, height: number }} panel
 * @param {{ width: number, height: number }} view @param {boolean} fromRight
 * @returns {{ left: number, top: number }}
 */
export function place(at, panel, view, fromRight) {
  const wishedLeft = fromRight ? at.right - panel.width : at.left;
  const left = Math.max(EDGE, Math.min(wishedLeft, view.width - panel.width - EDGE));
  const below = at.bottom + GAP;
  const above = at.top - GAP - panel.height;
  const fitsBelow = below + panel.height <= view.height - EDGE;
  const wishedTop = fitsBelow || above < EDGE ? below : above;
  const top = Math.max(EDGE, Math.min(wishedTop, view.height - panel.height - EDGE));
  return { left, top };
}

/**
 * Follows the badge until stopped.
 * @param {HTMLElement} panel @param {HTMLElement} badge @param {() => void} gone Called when the badge left the window.
 * @returns {() => void} Stops.
 */
export function follow(panel, badge, gone) {
  let frame = 0;
  const put = () => {
    frame = 0;
    const at = badge.getBoundingClientRect();
    const view = { width: document.documentElement.clientWidth || innerWidth, height: innerHeight };
    if (at.width === 0 || at.bottom < 0 || at.top > view.height) return gone();
    const { width, height } = panel.getBoundingClientRect();
    const { left, top } = place(at, { width, height }, view, getComputedStyle(badge).direction === 'rtl');
    panel.style.left = `${Math.round(left)}px`;
    panel.style.top = `${Math.round(top)}px`;
  };
  const soon = () => {
    frame ||= requestAnimationFrame(put);
  };
  const sized = new ResizeObserver(soon);
  sized.observe(panel);
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
