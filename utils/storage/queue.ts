/** Runs a task after all that were given before it have ended, well or badly. */
export type Queue = <T>(task: () => Promise<T>) => Promise<T>;

/** Makes a queue of its own: its tasks never overlap, so each sees what the one before has left. */
export function createQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const result = last.then(task, task);
    last = result;
    return result;
  };
}
