import { hasEnded, type Run, type RunId } from './run';

/** Told of everything that happens to runs, in order. */
export interface RunObserver {
  /** A new run: it is now the newest of its window. */
  onStart(run: Run): void;
  /** Anything but the answer has changed. */
  onChange(run: Run): void;
  /** The answer has grown by this text. */
  onText(run: Run, text: string): void;
  /** All runs are forgotten. */
  onClear(): void;
}

/** The runs of this background, in memory. */
export class RunStore {
  readonly #runs = new Map<RunId, Run>();
  readonly #observers = new Set<RunObserver>();

  observe(observer: RunObserver): void {
    this.#observers.add(observer);
  }

  /** Adds a run and forgets ended ones that no view can show any more. */
  add(run: Run): void {
    for (const old of this.#runs.values()) {
      if (old.windowId === run.windowId && hasEnded(old.state)) this.#runs.delete(old.id);
    }
    this.#runs.set(run.id, run);
    for (const observer of this.#observers) observer.onStart(run);
  }

  get(id: RunId): Run | undefined {
    return this.#runs.get(id);
  }

  /** The run that views of a window show. */
  newestOf(windowId: number): Run | undefined {
    return [...this.#runs.values()].findLast((run) => run.windowId === windowId);
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

  /** Forgets everything, for sign-out: the next person must not read it. */
  clear(): void {
    this.#runs.clear();
    for (const observer of this.#observers) observer.onClear();
  }
}
