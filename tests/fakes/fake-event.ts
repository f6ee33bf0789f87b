/** A WebExtensions event with a trigger. */
export class FakeEvent<A extends unknown[]> {
  readonly #listeners = new Set<(...args: A) => void>();

  addListener = (listener: (...args: A) => void): void => void this.#listeners.add(listener);
  removeListener = (listener: (...args: A) => void): void => void this.#listeners.delete(listener);
  removeAllListeners = (): void => this.#listeners.clear();

  trigger(...args: A): void {
    for (const listener of this.#listeners) listener(...args);
  }
}
