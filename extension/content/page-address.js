// The address of the page as the user sees it.

/** The address of the outermost window, where this one is a frame of it. */
export function shownLocation() {
  try {
    return window.top?.location.origin === location.origin ? window.top.location : location;
  } catch {
    return location;
  }
}
