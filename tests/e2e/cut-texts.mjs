// Finds texts on our own pages that do not fit.

/**
 * Texts that do not fit at the widths of a popup, of a narrow one, and of one at 200 %: what reaches out of the window,
 * and words that overlap other words. Lines that end in an ellipsis by design are shown in full when opened.
 * @param {import('puppeteer-core').Page} page @param {number[]} [widths] Of the window, in pixels of the screen.
 */
export async function cutTexts(page, widths = [400, 320]) {
  const before = page.viewport();
  /** @type {string[]} */
  const found = [];
  for (const width of widths) {
    await page.setViewport({ width, height: 600 });
    found.push(
      ...(await page.evaluate((wide) => {
        const seen = [
          ...document.querySelectorAll(
            'p, h1, h2, h3, button, a, dt, dd, label, span.line, figcaption span, input, select',
          ),
        ].filter((one) => one.checkVisibility() && !one.closest('.unseen, [hidden], .statistics'));
        const texts = seen.filter((one) => one.getClientRects().length > 0 && (one.textContent ?? '').trim() !== '');
        const out = texts.filter((one) => {
          const box = one.getBoundingClientRect();
          return box.right > innerWidth + 1 || box.left < -1;
        });
        const cut = texts.filter(
          (one) =>
            one.scrollWidth > one.clientWidth + 1 &&
            getComputedStyle(one).overflow !== 'visible' &&
            !one.matches('.line, select, input, .place'),
        );
        const buttons = texts.filter((one) => one.matches('button, a.button'));
        const over = buttons.flatMap((one, at) =>
          buttons.slice(at + 1).filter((other) => {
            const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
            return (
              !one.contains(other) &&
              !other.contains(one) &&
              one.closest('.menu') === other.closest('.menu') &&
              one.closest('dialog') === other.closest('dialog') &&
              a.left < b.right - 1 &&
              b.left < a.right - 1 &&
              a.top < b.bottom - 1 &&
              b.top < a.bottom - 1 &&
              one.closest('.foot, .bar, main, header, .body, .tools') ===
                other.closest('.foot, .bar, main, header, .body, .tools')
            );
          }),
        );
        const pen = /** @type {CanvasRenderingContext2D} */ (document.createElement('canvas').getContext('2d'));
        // In an empty field, in windows of the usual width; addresses are examples, and longer than any field.
        const hints = seen.filter((one) => {
          if (wide < 400) return false;
          if (!(one instanceof HTMLInputElement) || one.placeholder.startsWith('http')) return false;
          const style = getComputedStyle(one);
          pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
          const room = one.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
          return pen.measureText(one.placeholder).width > room;
        });
        return [...out, ...cut, ...over, ...hints].map(
          (one) =>
            `${wide}: ${one.className} ${((one.textContent ?? '') || (one.getAttribute('placeholder') ?? '')).slice(0, 60)}`,
        );
      }, width)),
    );
  }
  if (before) await page.setViewport(before);
  return found;
}
