// A task that never runs twice at once.

/**
 * @param {() => Promise<void>} task
 * @returns {() => Promise<void>} Runs it; where it is running already, once more afterwards: an earlier answer that came
 * later would show an outdated state. After a failure it does not run again by itself.
 */
export function oneAtATime(task) {
  let isRunning = false;
  let isStale = false;
  return async () => {
    isStale = true;
    if (isRunning) return;
    isRunning = true;
    try {
      while (isStale) {
        isStale = false;
        await task();
      }
    } finally {
      isRunning = false;
    }
  };
}
