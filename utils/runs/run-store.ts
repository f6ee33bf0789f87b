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
  /** Somebody else looks now: other runs are the visible ones. */
  onViewer?(): void;
}

/** The runs, of which views can show one for each window: one of the account in use, or of nobody yet. */
export class RunStore {
  #viewer: string | undefined;
  readonly #runs = new Map<RunId, Run>();
  readonly #observers = new Set<RunObserver>();

  observe(observer: RunObserver): void {
    this.#observers.add(observer);
  }

  /** `sub` of the account in use, who sees only runs of its own and those that nobody owns yet. */
  get viewer(): string | undefined {
    return this.#viewer;
  }

  /** Changes who looks. Runs of others go on, out of sight. */
  showTo(sub: string | undefined): void {
    if (sub === this.#viewer) return;
    this.#viewer = sub;
    for (const observer of this.#observers) observer.onViewer?.();
  }

  /** Adds a run, which takes the place of the one its window had. */
  add(run: Run): void {
    const replaced = this.ofWindow(run.windowId);
    this.#runs.set(run.id, run);
    if (replaced) this.forget(replaced);
    for (const observer of this.#observers) observer.onStart(run);
  }

  /** Puts back runs from before the background was stopped. */
  restore(runs: readonly Run[]): void {
    for (const run of runs) this.#runs.set(run.id, run);
  }

  /** The run with this id; `undefined` when it is gone, or another account's. */
  get(id: RunId): Run | undefined {
    const run = this.#runs.get(id);
    return run && this.#isVisible(run) ? run : undefined;
  }

  /** The run that views of a window show. */
  ofWindow(windowId: number): Run | undefined {
    return this.all().findLast((run) => run.windowId === windowId && this.#isVisible(run));
  }

  all(): Run[] {
    return [...this.#runs.values()];
  }

  #isVisible({ owner }: Run): boolean {
    return owner === undefined || owner === this.#viewer;
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
