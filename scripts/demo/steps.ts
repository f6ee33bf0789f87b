/** Runs named steps one after the other, says how each ended and saves a picture of it. */
export class Steps {
  done = 0;
  readonly #screenshot: (name: string) => Promise<void>;

  constructor(screenshot: (name: string) => Promise<void>) {
    this.#screenshot = screenshot;
  }

  /**
   * @param name of the picture
   * @param work returns what was seen; throws when it did not work
   * @throws Error that names the step
   */
  async step(name: string, title: string, work: () => Promise<string>): Promise<void> {
    const number = `${this.done + 1}`.padStart(2, '0');
    try {
      const outcome = await work();
      process.stdout.write(`  ok      ${number} ${title}: ${outcome}\n`);
      this.done += 1;
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      process.stdout.write(`  FAILED  ${number} ${title}: ${reason}\n`);
      throw new Error(`The demo failed at step ${number}.`, { cause });
    } finally {
      await this.#screenshot(`${number}-${name}`);
    }
  }
}
