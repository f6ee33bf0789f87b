import type { Run, RunId } from './run';

/** Told of everything that happens to runs, in order. */
export interface RunObserver {
  /** A new run: views of its window show it from now on. */
  onStart(run: Run): void;
  /** Anything but the answer has changed. */
  onChange(run: Run): void;
  /** The answer has grown by this text. */
  onText(run: Run, text: string): void;
  /** A run is forgotten, because a newer one has taken its place or nobody may see it any more. */
  onForget(run: Run): void;
}

/** The runs that views can show: one for each window. */
export class RunStore {
  readonly #runs = new Map<RunId, Run>();
  readonly #observers = new Set<RunObserver>();

  observe(observer: RunObserver): void {
    this.#observers.add(observer);
  }

  /** Adds a run, which takes the place of the one its window had. */
  add(run: Run): void {
    const replaced = this.ofWindow(run.windowId);
    this.#runs.set(run.id, run);
    if (replaced) this.forget(replaced);
    for (const observer of this.#observers) observer.onStart(run);
  }

  /** Puts back runs from before the background was stopped; a window that has a newer one keeps that. */
  restore(runs: readonly Run[]): void {
    for (const run of runs) {
      if (this.ofWindow(run.windowId)) this.forget(run);
      else this.#runs.set(run.id, run);
    }
  }

  get(id: RunId): Run | undefined {
    return this.#runs.get(id);
  }

  /** The run that views of a window show. */
  ofWindow(windowId: number): Run | undefined {
    return this.all().find((run) => run.windowId === windowId);
  }

  all(): Run[] {
    return [...this.#runs.values()];
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

  /** Forgets a run. */
  forget(run: Run): void {
    this.#runs.delete(run.id);
    for (const observer of this.#observers) observer.onForget(run);
  }
}
