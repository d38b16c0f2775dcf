// Saves files for the user, through a link to a blob.

import { el } from './dom.js';

/** @param {string} name @param {BlobPart[]} content @param {string} type */
export function saveFile(name, content, type) {
  const url = URL.createObjectURL(new Blob(content, { type }));
  const link = el('a', { href: url, download: name, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads the blob after the click, so the blob must stay until then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
