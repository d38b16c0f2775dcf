/**
 * Makes the disk full for a script's own writes: each ends its transaction as the browser does then. Sent as text to
 * the place where the background runs, so it must be self-contained.
 * @param {boolean} isFull @param {any} scope The script's global object.
 */
export function noRoom(isFull, scope) {
  const [table, transaction] = [scope.IDBObjectStore.prototype, scope.IDBTransaction.prototype];
  scope.room ??= { put: table.put, error: Object.getOwnPropertyDescriptor(transaction, 'error') };
  const { put, error } = scope.room;
  table.put = isFull
    ? /** @this {any} @param {...unknown} given */ function (...given) {
        const request = put.apply(this, given);
        this.transaction.abort();
        return request;
      }
    : put;
  if (isFull)
    Object.defineProperty(transaction, 'error', {
      configurable: true,
      get: () => new scope.DOMException('No room', 'QuotaExceededError'),
    });
  else if (error) Object.defineProperty(transaction, 'error', error);
  else delete transaction.error;
}
