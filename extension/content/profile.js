// Reads a profile's own photos: opening a profile, or its photo, teaches a larger rendition.

const PHOTO = 'img[src^="https://media.licdn.com/dms/image/"]';
const MOST = 20;

/**
 * The owner's name and the addresses of the pictures that are said to be theirs: named after them, or shown
 * alone in the photo's overlay.
 * @param {Document} page @param {string} path @returns {{ holder: string, urls: string[] } | null}
 */
export function readProfile(page, path) {
  const name = (page.querySelector('main h1') ?? page.querySelector('h1'))?.textContent?.trim() ?? '';
  if (!name) return null;
  const isOverlay = path.includes('/overlay/photo');
  const urls = new Set();
  for (const element of page.querySelectorAll(PHOTO)) {
    const image = /** @type {HTMLImageElement} */ (element);
    const labels = [image.alt, image.title, image.closest('[aria-label]')?.getAttribute('aria-label') ?? ''];
    const inOverlay = isOverlay && image.closest('dialog, [role="dialog"]') !== null;
    if (inOverlay || labels.some((label) => label.includes(name))) urls.add(image.src.slice(0, 2000));
    if (urls.size >= MOST) break;
  }
  return urls.size > 0 ? { holder: name.slice(0, 2000), urls: [...urls] } : null;
}
