import { hasEnded, type Run, type RunId } from './run';

/** Told of everything that happens to runs, in order. */
export interface RunObserver {
  /** A new run: it is now the newest of its window. */
  onStart(run: Run): void;
  /** Anything but the answer has changed. */
  onChange(run: Run): void;
  /** The answer has grown by this text. */
  onText(run: Run, text: string): void;
  /** A run is forgotten: a newer one has taken its place in every view. */
  onForget(run: Run): void;
  /** All runs, these, are forgotten. */
  onClear(runs: Run[]): void;
}

/** The runs that views can show. */
export class RunStore {
  readonly #runs = new Map<RunId, Run>();
  readonly #observers = new Set<RunObserver>();

  observe(observer: RunObserver): void {
    this.#observers.add(observer);
  }

  /** Adds a run and forgets ended ones that no view can show any more. */
  add(run: Run): void {
    for (const old of this.#runs.values()) {
      if (old.windowId !== run.windowId || !hasEnded(old.state)) continue;
      this.#runs.delete(old.id);
      for (const observer of this.#observers) observer.onForget(old);
    }
    this.#runs.set(run.id, run);
    for (const observer of this.#observers) observer.onStart(run);
  }

  /** Puts back runs from before the background was stopped, without telling anyone. */
  restore(runs: readonly Run[]): void {
    for (const run of runs) if (!this.#runs.has(run.id)) this.#runs.set(run.id, run);
  }

  get(id: RunId): Run | undefined {
    return this.#runs.get(id);
  }

  /** The run that views of a window show. */
  newestOf(windowId: number): Run | undefined {
    // Not the last added: a run may start before the older ones are put back.
    return this.all().findLast((run) => run.windowId === windowId);
  }

  /** All runs, oldest first. */
  all(): Run[] {
    return [...this.#runs.values()].toSorted((a, b) => a.startedAt - b.startedAt);
  }

  /** Changes a run and tells the observers. */
  update(run: Run, change: Partial<Omit<Run, 'id' | 'windowId' | 'action' | 'answer'>>): void {
    Object.assign(run, change);
    for (const observer of this.#observers) observer.onChange(run);
  }

  /** Adds text to the answer and tells the observers. */
  append(run: Run, text: string): void {
    run.answer += text;
    for (const observer of this.#observers) observer.onText(run, text);
  }

  /** Forgets everything, for sign-out: the next person must not read it. */
  clear(): void {
    const runs = this.all();
    this.#runs.clear();
    for (const observer of this.#observers) observer.onClear(runs);
  }
}
