import { setTimeout as delay } from 'node:timers/promises';
import { PEOPLE } from '../../tests/hub/accounts.ts';
import type { RunId, RunState } from '../../utils/runs/run.ts';
import type { BackgroundLine } from './background-line.ts';

/** Who is signed in. */
const sub = PEOPLE.ada.id;

/** How often it looks. Milliseconds. */
const LOOK_EVERY_MS = 150;

type States = ReadonlyMap<RunId, RunState>;

/** Looks again and again how all runs stand, for everybody who waits for one. */
export class RunWatch {
  readonly #line: BackgroundLine;
  #next = Promise.withResolvers<States>();
  #isOver = false;

  constructor(line: BackgroundLine) {
    this.#line = line;
  }

  /** Looks until `stop` is called. */
  async look(): Promise<void> {
    while (!this.#isOver) {
      // Who asks while this answer is on its way gets the one after.
      const waiting = this.#next;
      this.#next = Promise.withResolvers();
      waiting.resolve(await this.#states());
      await delay(LOOK_EVERY_MS);
    }
  }

  stop(): void {
    this.#isOver = true;
  }

  /** How a run stands, looked up from now on; undefined when it is nowhere. */
  async stateOf(id: RunId): Promise<RunState | undefined> {
    return (await this.#next.promise).get(id) ?? (await this.#readState(id));
  }

  async #states(): Promise<States> {
    const rows = (await this.#line.ask('history.now', { sub })) ?? [];
    return new Map(rows.map(({ id, state }) => [id, state]));
  }

  /** Of a run that has ended and been seen only the history knows. */
  async #readState(id: RunId): Promise<RunState | undefined> {
    const page = await this.#line.ask('history.list', { sub, query: '' });
    return page?.rows.find((row) => row.id === id)?.state;
  }
}
