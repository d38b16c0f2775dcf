// Keys of services that the user has an account with. In a database of the background's own: settings and other stored
// values can be read by content scripts, this cannot. Never exported, never shown in full.

const NAME = 'vouchsafe-keys';
const STORE = 'keys';

/** @returns {Promise<IDBDatabase>} */
const open = () =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open(NAME, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });

/** @template T @param {IDBTransactionMode} mode @param {(store: IDBObjectStore) => IDBRequest<T>} act @returns {Promise<T>} */
async function within(mode, act) {
  const database = await open();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(STORE, mode);
      const request = act(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onerror = () => reject(transaction.error);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

/** @param {string} provider @returns {Promise<string[] | undefined>} The parts of the key, in the provider's order. */
export const keyOf = (provider) => within('readonly', (store) => store.get(provider));
/** @param {string} provider @param {string[]} parts */
export const keepKey = (provider, parts) => within('readwrite', (store) => store.put(parts, provider));
/** @param {string} provider */
export const dropKey = (provider) => within('readwrite', (store) => store.delete(provider));
