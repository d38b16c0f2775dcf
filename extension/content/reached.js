// Windows that another page could reach before their own first page came.

/**
 * Whether a script of another page may have put listeners there first. A frame, and a tab that a page opened, is empty in the
 * beginning and belongs to who made it; its first page gets the same window, with every listener on it. Loaded anew it is
 * another window. A page can let go of its opener, which is then not told here.
 * @param {Window} of
 */
export const wasReached = (of) =>
  (of.opener !== null || of.parent !== of) && /** @type {PerformanceNavigationTiming | undefined} */ (of.performance.getEntriesByType('navigation')[0])?.type !== 'reload';
