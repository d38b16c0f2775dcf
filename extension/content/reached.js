// Windows that another page can reach.

/**
 * Whether a script of another page may put listeners there before ours. A frame, and a tab that a page opened, is empty in
 * the beginning, and its first page gets the same window with every listener on it; and whoever has a window at hand can
 * be at each later page in it before that page's first element is there. A page can let go of what opened it, which is then
 * not told here.
 * @param {Window} of
 */
export const isReached = (of) => of.opener !== null || of.parent !== of;
