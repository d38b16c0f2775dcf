// Many people in the store at once, in the form in which the core keeps them (crate/wasm/src/store).

/**
 * Puts people into the store, without small copies. Runs in a page, so it needs nothing from outside.
 * @param {number} from A multiple of 64. @param {number} to @returns {Promise<void>}
 */
export const fill = (from, to) =>
  new Promise((done, failed) => {
    const bytes = (/** @type {string} */ text) => new TextEncoder().encode(text);
    const mixed = (/** @type {number} */ i) => Math.imul(i, 2_654_435_761) >>> 0;
    const letters = (/** @type {number} */ i, /** @type {number} */ length) =>
      Array.from({ length }, (_, k) => (mixed(mixed(i) + k) >>> 27).toString(32)).join('');
    const opening = indexedDB.open('vouchsafe');
    opening.onerror = () => failed(opening.error);
    opening.onsuccess = () => {
      const transaction = opening.result.transaction(['photos', 'sightings', 'fingerprints'], 'readwrite');
      const put = (/** @type {string} */ table, /** @type {any} */ value, /** @type {any} */ key) =>
        transaction.objectStore(table).put(value, key);
      transaction.onabort = () => failed(transaction.error);
      transaction.oncomplete = () => done(opening.result.close());
      const now = Date.now();
      /** @type {number[]} */
      let pack = [];
      for (let i = from; i < to; i++) {
        const id = `D4E03AQ${letters(i, 9)}${String(i).padStart(6, '0')}`;
        const set = 1_640_995_200_000 + i * 86_399;
        // Bytes over 127 stand for what all addresses have in common (crate/core/src/address/short.rs).
        const rendition = [...bytes(`${id}/`), 130, 134, 130, 134, ...bytes(`0/${set}`)];
        const address = [128, ...rendition, 139, ...bytes('2000000000'), 138, ...bytes(letters(i + 7, 43))];
        const photo = { address: Uint8Array.from(address), picture: { comparable: {} }, side: 100, lastSeen: now - i };
        put('photos', { photo: { ...photo, id: bytes(id).buffer } }, i);
        // Kind, version, hashes, number of features, features.
        const fingerprint = crypto.getRandomValues(new Uint8Array(637));
        fingerprint.set([107, 2]);
        fingerprint[66] = 30;
        pack.push(i % 64, id.length, ...bytes(id), (637 & 127) | 128, 637 >> 7, ...fingerprint);
        if (i % 64 === 63 || i === to - 1) {
          put('fingerprints', Uint8Array.from(pack).buffer, Math.floor(i / 64));
          pack = [];
        }
        const key = `${letters(i + 3, 9)}-${i}\nSomebody No ${i}\n${id}\ns`;
        const times = { setAt: set, firstSeen: now - i, lastSeen: now - i };
        put('sightings', { sighting: { photo: id, ...times } }, bytes(key).buffer);
      }
    };
  });
