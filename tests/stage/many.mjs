// Many people in the store at once, in the form in which the core keeps them (crate/wasm/src/store).

/**
 * Puts people into the store, without renditions. Runs in a page, so it needs nothing from outside.
 * @param {number} from @param {number} to @returns {Promise<void>}
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
      /** In groups of seven bits, the lowest first. @param {number} number @returns {number[]} */
      const leb = (number) => (number < 128 ? [number] : [(number % 128) + 128, ...leb(Math.floor(number / 128))]);
      /** CRC-32. @param {Uint8Array} of */
      const crc = (of) =>
        ~of.reduce((sum, byte) => {
          let rest = sum ^ byte;
          for (let k = 0; k < 8; k++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
          return rest;
        }, -1) >>> 0;
      for (let i = from; i < to; i++) {
        const id = `D4E03AQ${letters(i, 9)}${String(i).padStart(6, '0')}`;
        const set = 1_640_995_200_000 + i * 86_399;
        // Bytes over 127 encode the parts that all addresses have in common (crate/core/src/address/short.rs).
        const rendition = [255, ...bytes('/'), 130, 134, 130, 134, ...bytes('0/'), 254, ...leb(set)];
        const token = crypto.getRandomValues(new Uint8Array(32));
        const address = [128, ...rendition, 139, 254, ...leb(2_000_000_000), 138, 253, 32, ...token];
        // A short address, its length, the side, when it was last seen, comparable, the same as no other.
        const packed = Uint8Array.from([1, ...leb(address.length), ...address, 100, ...leb(now - i), 3, 0]).buffer;
        put('photos', { photo: { id: bytes(id).buffer, packed } }, i);
        // Kind, version, hash, number of features, features.
        const fingerprint = crypto.getRandomValues(new Uint8Array(605));
        fingerprint.set([107, 3]);
        fingerprint[34] = 30;
        const pack = [0, id.length, ...bytes(id), ...leb(605), ...fingerprint];
        put('fingerprints', Uint8Array.from(pack).buffer, i);
        const key = `${letters(i + 3, 9)}-${i}\nSomebody No ${i}\n${id}\ns`;
        const times = Uint8Array.from([1, ...leb(set), ...leb(now - i), ...leb(now - i)]).buffer;
        put('sightings', { sighting: { photo: crc(bytes(id)), packed: times } }, bytes(key).buffer);
      }
    };
  });
