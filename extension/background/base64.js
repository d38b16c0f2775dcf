// Bytes as base64, in portions: a call takes a limited number of arguments.

/** @param {Uint8Array} bytes */
export function base64(bytes) {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}
