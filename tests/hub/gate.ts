export interface HoldOptions {
  /** Words of each answer that are let through; none by default. */
  readonly afterWords?: number;
}

interface Hold {
  readonly afterWords: number;
  readonly released: Promise<void>;
}

/** Holds chat answers back until every `hold` has been let go. */
export class Gate {
  readonly #holds = new Set<Hold>();

  hold({ afterWords = 0 }: HoldOptions = {}): () => void {
    const { promise, resolve } = Promise.withResolvers<void>();
    const hold = { afterWords, released: promise };
    this.#holds.add(hold);
    return () => {
      this.#holds.delete(hold);
      resolve();
    };
  }

  /**
   * Resolves when nothing holds an answer back that has come this far; rejects when the client has
   * gone meanwhile.
   */
  async pass(signal: AbortSignal, sentWords: number): Promise<void> {
    for (let holds = this.#at(sentWords); holds.length > 0; holds = this.#at(sentWords)) {
      await Promise.race([Promise.all(holds.map(({ released }) => released)), whenAborted(signal)]);
    }
    signal.throwIfAborted();
  }

  #at(sentWords: number): Hold[] {
    return [...this.#holds].filter(({ afterWords }) => sentWords >= afterWords);
  }
}

function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const fail = (): void => reject(new Error('The client has gone'));
    if (signal.aborted) fail();
    else signal.addEventListener('abort', fail, { once: true });
  });
}
