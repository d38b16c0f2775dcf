// Windows to which another page's scripts have access.

/**
 * Whether a script of another page may add listeners to a window before ours. A frame, and a tab that a page opened, is
 * empty at first, and its first page gets the same window with every listener on it; and a script that holds a
 * reference to a window can reach each later page in it before that page's first element exists. A page can drop its
 * reference to the opener, which is then not detected here.
 * @param {Window} of
 */
export const isReached = (of) => of.opener !== null || of.parent !== of;
