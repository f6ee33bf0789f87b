/** Bounds how much happens at once: who comes when all slots are taken waits, first in, first out. */
export class Slots {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(count: number) {
    this.#free = count;
  }

  /** True when the next to come would have to wait. */
  get areTaken(): boolean {
    return this.#free === 0;
  }

  /**
   * Takes a slot, as soon as there is one.
   *
   * @returns the function that gives it back
   * @throws the signal's reason, when it is aborted before
   */
  async take(signal: AbortSignal): Promise<() => void> {
    signal.throwIfAborted();
    if (this.#free > 0) this.#free -= 1;
    else await this.#wait(signal);
    const leave = () => {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free += 1;
    };
    if (signal.aborted) leave();
    // Given up in the very moment of its turn.
    signal.throwIfAborted();
    return leave;
  }

  #wait(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.#waiting.splice(this.#waiting.indexOf(enter), 1);
        reject(signal.reason as Error);
      };
      const enter = () => {
        signal.removeEventListener('abort', leave);
        resolve();
      };
      this.#waiting.push(enter);
      signal.addEventListener('abort', leave, { once: true });
    });
  }
}
