import type { RunId } from '../../utils/runs/run.ts';

/** Something that took from one moment to another. Epoch milliseconds. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The start of a run: asked for and answered. */
export interface Start extends Span {
  /** Absent where the answer was lost in a kill: there may be a run. */
  readonly id: RunId | undefined;
  /** What its text or question is told by. */
  readonly key: string | undefined;
}

/** All that was done to the extension, and when: the judge holds it against what the Hub sent. */
export class Diary {
  /** When the background was killed. */
  readonly kills: Span[] = [];
  /** When Stop was pressed, by run. */
  readonly stops = new Map<RunId, Span[]>();
  /** Every start of a run. */
  readonly started: Start[] = [];
  /** Where Try again may have put another in the place of a run without an answer. */
  readonly triedAgain = new Set<RunId>();
  /** What should not have happened, in words. */
  readonly troubles: string[] = [];
  readonly #counts = new Map<string, number>();

  count(what: string): void {
    this.#counts.set(what, this.countOf(what) + 1);
  }

  countOf(what: string): number {
    return this.#counts.get(what) ?? 0;
  }

  get counts(): ReadonlyMap<string, number> {
    return this.#counts;
  }

  /** Runs started so far. */
  get runs(): number {
    return this.countOf('start') + this.countOf('try again') + this.countOf('follow-up');
  }

  /** Does something and notes when. */
  async during<T>(spans: Span[], work: () => Promise<T>): Promise<T> {
    const from = Date.now();
    try {
      return await work();
    } finally {
      spans.push({ from, to: Date.now() });
    }
  }
}
