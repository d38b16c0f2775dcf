// Deadlines: a task ends with its answer, at its deadline, or when its core is given up. A partial answer may come
// before.

import { Refusal } from '../messages.js';

/** How long an answer may take, in milliseconds. Photos are fetched within it; parts of imports and exports are small. */
export const PATIENCE = 30_000;

/**
 * @template T @param {Promise<T>} task @param {number} patience In milliseconds. @param {Promise<never>} ended
 * @returns {Promise<T>} @throws {Refusal} `not-ready` where the deadline came first.
 */
export function within(task, patience, ended) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Refusal('not-ready', 'the deadline passed')), patience);
  });
  return Promise.race([task, /** @type {Promise<never>} */ (late), ended]).finally(() => clearTimeout(timer));
}

/**
 * Makes a promise that ends all tasks of one core at once.
 * @returns {{ ended: Promise<never>, end: (error: unknown) => void }}
 */
export function ending() {
  /** @type {(error: unknown) => void} */
  let end = () => {};
  const ended = new Promise((_, reject) => {
    end = reject;
  });
  // It may reject while nothing waits for it.
  ended.catch(() => {});
  return { ended: /** @type {Promise<never>} */ (ended), end };
}

/**
 * A partial answer, polled for until the task is answered: a card is stored before its photo is fetched.
 * @template T @param {Promise<T>} task @param {() => Promise<T | null>} look @param {number} patience The time before each look, in milliseconds.
 * @returns {Promise<T | null>} null: the task was answered.
 */
export async function meanwhile(task, look, patience) {
  let isAnswered = false;
  const answered = task.finally(() => (isAnswered = true)).catch(() => {});
  for (;;) {
    await Promise.race([answered, new Promise((later) => setTimeout(later, patience))]);
    const known = isAnswered ? null : await look();
    if (isAnswered || known !== null) return known;
  }
}
