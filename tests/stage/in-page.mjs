// Functions that run inside a page, handed its closed shadow roots. They are sent as text, so each must be
// self-contained.

/**
 * Where a badge sits, and what it and its panel show.
 * @typedef {object} Control
 * @property {string} role
 * @property {string} name accessible name: aria-label, labelled-by, alt or text
 * @property {string} href
 * @property {boolean} disabled
 * @property {boolean} inPanel
 * @property {string | null} expanded
 *
 * @typedef {object} Badge
 * @property {string} name accessible name of the badge's button
 * @property {string} text what it shows
 * @property {string} profile path of the profile link of the card it sits in, '' when it sits in none
 * @property {string} card the card's first words, for messages
 * @property {boolean} visible
 * @property {{ x: number, y: number, width: number, height: number }} box in the viewport
 * @property {string} host the host's start tag as the page sees it
 * @property {string | null} panel the open panel's text, null while it is closed
 * @property {Control[]} controls all in this shadow root, in order
 * @property {{ alt: string, width: number, height: number, loaded: boolean, src: string }[]} images
 * @property {string} frame the path of the frame's URL
 */

/**
 * @param {unknown} _argument
 * @param {...ShadowRoot} roots
 * @returns {string} JSON of Badge[]: one entry a closed shadow root with a button or a sealed badge, in document order
 */
export function readBadges(_argument, ...roots) {
  const nameOf = (/** @type {Element} */ element) => {
    const by = (element.getAttribute('aria-labelledby') ?? '')
      .split(/\s+/)
      .filter(Boolean)
      .map((id) => /** @type {ShadowRoot} */ (element.getRootNode()).getElementById(id)?.textContent ?? '')
      .join(' ');
    const label =
      by ||
      element.getAttribute('aria-label') ||
      element.getAttribute('alt') ||
      /** @type {HTMLElement} */ (element).innerText ||
      element.textContent ||
      '';
    return label.replace(/\s+/g, ' ').trim();
  };
  const shown = (/** @type {Element} */ element) =>
    element.getClientRects().length > 0 && getComputedStyle(element).visibility === 'visible';
  const panelOf = (/** @type {ShadowRoot} */ root) =>
    [...root.querySelectorAll('[role=dialog], dialog[open]')].find(shown);
  return JSON.stringify(
    roots
      .filter((root) => root.isConnected && root.querySelector('button, .sealed'))
      .map((root) => {
        /** @type {Element | null} */
        let card = root.host.parentElement;
        while (card && !card.querySelector('a[href*="/in/"]')) card = card.parentElement;
        const link = card?.querySelector('a[href*="/in/"]')?.getAttribute('href') ?? '';
        const panel = panelOf(root);
        const button = /** @type {HTMLElement} */ (root.querySelector('button, .sealed'));
        const box = button.getBoundingClientRect();
        return {
          name: nameOf(button),
          text: button.innerText.replace(/\s+/g, ' ').trim(),
          profile:
            link && card !== document.body && card !== document.documentElement
              ? new URL(link, location.href).pathname
              : '',
          card: (card?.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 60),
          visible: shown(button),
          box: { x: box.x, y: box.y, width: box.width, height: box.height },
          host: /** @type {string} */ (/** @type {Element} */ (root.host.cloneNode(false)).outerHTML),
          panel: panel ? /** @type {HTMLElement} */ (panel).innerText : null,
          controls: [
            ...root.querySelectorAll('button, a[href], input, select, textarea, summary, [role=button], [role=link]'),
          ]
            .filter(shown)
            .map((element) => ({
              role: element.getAttribute('role') ?? element.localName,
              name: nameOf(element),
              href: element.getAttribute('href') ?? element.getAttribute('data-href') ?? '',
              disabled: element.matches(':disabled, [aria-disabled=true]'),
              inPanel: panel?.contains(element) ?? false,
              expanded: element.getAttribute('aria-expanded'),
            })),
          images: [...root.querySelectorAll('img')].map((image) => ({
            alt: image.alt,
            width: image.width,
            height: image.height,
            loaded: image.complete && image.naturalWidth > 0,
            src: image.currentSrc || image.src,
          })),
          frame: location.pathname,
        };
      }),
  );
}

/**
 * Which element in the closed shadow roots is meant. Everything given must fit.
 * @typedef {object} Sought
 * @property {string | RegExp} [name] accessible name: exactly, or as a pattern
 * @property {string} [profile] in the card of this profile: a part of its path
 * @property {string} [css] selector inside the shadow root, instead of any control
 * @property {number} [nth] 0 is the first; without it exactly one must fit
 */

/**
 * Brings the element sought into view and tells where its middle is in the window.
 * @param {{ exact?: string, pattern?: string, flags?: string, profile?: string, css?: string, nth?: number, focus?: boolean }} sought
 * @param {...ShadowRoot} roots
 * @returns {string} JSON: [{ x, y, width, height, name, covered }], or [] when this frame has none
 */
export function pointAt(sought, ...roots) {
  const nameOf = (/** @type {Element} */ element) => {
    const by = (element.getAttribute('aria-labelledby') ?? '')
      .split(/\s+/)
      .filter(Boolean)
      .map((id) => /** @type {ShadowRoot} */ (element.getRootNode()).getElementById(id)?.textContent ?? '')
      .join(' ');
    const label =
      by ||
      element.getAttribute('aria-label') ||
      element.getAttribute('alt') ||
      /** @type {HTMLElement} */ (element).innerText ||
      element.textContent ||
      '';
    return label.replace(/\s+/g, ' ').trim();
  };
  /** @type {Element[]} */
  const fits = [];
  for (const root of roots.filter((candidate) => candidate.isConnected)) {
    if (sought.profile !== undefined) {
      /** @type {Element | null} */
      let card = root.host.parentElement;
      while (card && !card.querySelector('a[href*="/in/"]')) card = card.parentElement;
      if (!(card?.querySelector('a[href*="/in/"]')?.getAttribute('href') ?? '').includes(sought.profile)) continue;
    }
    for (const element of root.querySelectorAll(
      sought.css ?? 'button, a[href], input, select, textarea, summary, [role=button], [role=link]',
    )) {
      if (element.getClientRects().length === 0) continue;
      const name = nameOf(element);
      if (sought.exact !== undefined && name !== sought.exact) continue;
      if (sought.pattern !== undefined && !new RegExp(sought.pattern, sought.flags).test(name)) continue;
      fits.push(element);
    }
  }
  const chosen = sought.nth === undefined ? fits : fits.slice(sought.nth, sought.nth + 1);
  return JSON.stringify(
    chosen.map((element) => {
      if (chosen.length === 1) {
        const seen = element.getBoundingClientRect();
        const inside = seen.top >= 0 && seen.bottom <= innerHeight && seen.left >= 0 && seen.right <= innerWidth;
        // A control scrolled out of a panel's view cannot be pressed.
        const hit =
          inside &&
          /** @type {ShadowRoot} */ (element.getRootNode()).elementFromPoint(
            seen.x + seen.width / 2,
            seen.y + seen.height / 2,
          );
        const isHidden = !hit || !(element === hit || element.contains(hit));
        if (!inside || window !== top || isHidden)
          element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
        if (sought.focus) /** @type {HTMLElement} */ (element).focus();
      }
      const box = element.getBoundingClientRect();
      const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      const hit = /** @type {ShadowRoot} */ (element.getRootNode()).elementFromPoint(middle.x, middle.y);
      // Inside the window, and scrolled out of what holds it.
      if (hit !== null && element !== hit && !element.contains(hit))
        element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
      // A panel's controls act only after it has been still for a moment.
      const covered =
        element.closest('.fresh') && !sought.focus
          ? 'it has just appeared'
          : hit !== null && (element === hit || element.contains(hit))
            ? ''
            : `${hit?.outerHTML.slice(0, 120) ?? 'nothing'}`;
      let { x, y } = middle;
      for (let view = /** @type {Window} */ (window); view.frameElement; view = view.parent) {
        const frame = view.frameElement.getBoundingClientRect();
        x += frame.x + view.frameElement.clientLeft;
        y += frame.y + view.frameElement.clientTop;
      }
      return { x, y, width: box.width, height: box.height, name: nameOf(element), covered };
    }),
  );
}
