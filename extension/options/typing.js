// Saving what is typed: after a pause, and at once when the field is left.

/** A pause in typing after which it is saved, in milliseconds. */
const PAUSE = 600;

/** @param {HTMLInputElement | HTMLTextAreaElement} input @param {() => unknown} save */
export function whenTyped(input, save) {
  let waiting = 0;
  input.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(save, PAUSE);
  });
  input.addEventListener('change', () => {
    clearTimeout(waiting);
    void save();
  });
}
