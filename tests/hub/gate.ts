/** Holds chat answers back until every `hold` has been let go. */
export class Gate {
  readonly #holds = new Set<Promise<void>>();

  hold(): () => void {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#holds.add(promise);
    return () => {
      this.#holds.delete(promise);
      resolve();
    };
  }

  /** Resolves when nothing is held; rejects when the client has gone meanwhile. */
  async pass(signal: AbortSignal): Promise<void> {
    while (this.#holds.size > 0) {
      await Promise.race([Promise.all(this.#holds), whenAborted(signal)]);
    }
    signal.throwIfAborted();
  }
}

function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const fail = (): void => reject(new Error('The client has gone'));
    if (signal.aborted) fail();
    else signal.addEventListener('abort', fail, { once: true });
  });
}
