// Whether the page draws an element. Forces no layout.

/** Whether an element is rendered. @param {Element} element */
export const isDrawn = (element) =>
  element.checkVisibility({ visibilityProperty: true }) || getComputedStyle(element).display === 'contents';

/**
 * Whether an element or one around it is fully transparent: the earlier picture of a cross-fade, or one that is still to
 * be faded in.
 * @param {Element} element
 */
export const isFaded = (element) => isDrawn(element) && !element.checkVisibility({ opacityProperty: true });
