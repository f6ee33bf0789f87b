import { hasEnded, isUnderWay, type Run, type RunId } from './run';

/** Told of everything that happens to runs, in order. */
export interface RunObserver {
  /** Runs from before are back. */
  onRestore?(): void;
  /** A new run: views of its window show it from now on. */
  onStart?(run: Run): void;
  /** Anything but the answer has changed. */
  onChange?(run: Run): void;
  /** The answer, or the reasoning, has grown by this. */
  onText?(run: Run, grown: { text: string; reasoning: string }): void;
  /** A run is gone, because it was deleted or nobody may see it any more. */
  onForget?(run: Run): void;
  /** A window shows another conversation, or none. */
  onShow?(windowId: number): void;
  /** Somebody else looks now: other runs are the visible ones. */
  onViewer?(): void;
}

/** That a window shows a conversation. */
export interface Showing {
  windowId: number;
  conversation: RunId;
}

/**
 * The runs in memory: all that have not ended, and the conversations that windows show. Everything else is
 * in the journals alone. Views see runs of the account in use, and those of nobody yet.
 */
export class RunStore {
  #viewer: string | undefined;
  readonly #runs = new Map<RunId, Run>();
  /** The latest last: a window shows the last that whoever looks may see. */
  #showings: Showing[] = [];
  readonly #observers = new Set<RunObserver>();

  observe(observer: RunObserver): void {
    this.#observers.add(observer);
  }

  /** `sub` of the account in use. */
  get viewer(): string | undefined {
    return this.#viewer;
  }

  /** Changes who looks. Runs of others go on, out of sight. */
  showTo(sub: string | undefined): void {
    if (sub === this.#viewer) return;
    this.#viewer = sub;
    for (const observer of this.#observers) observer.onViewer?.();
  }

  /** Adds a new run, which its window shows from now on. */
  add(run: Run): void {
    this.#runs.set(run.id, run);
    this.#note(run.windowId, run);
    for (const observer of this.#observers) observer.onStart?.(run);
  }

  /** Puts back runs from a journal, and what windows showed; a run that is there already stays as it is. */
  restore(runs: readonly Run[], showings: readonly Showing[] = []): void {
    for (const run of runs) if (!this.#runs.has(run.id)) this.#runs.set(run.id, run);
    this.#showings.unshift(...showings);
    for (const observer of this.#observers) observer.onRestore?.();
  }

  /** Shows the conversation of a run in a window. */
  show(windowId: number, run: Run): void {
    this.#note(windowId, run);
    for (const observer of this.#observers) observer.onShow?.(windowId);
  }

  /** What windows show, the latest last. */
  get showings(): readonly Showing[] {
    return this.#showings;
  }

  /** True while a run is in memory. */
  has(run: Run): boolean {
    return this.#runs.get(run.id) === run;
  }

  /** The run with this id; `undefined` when it is not in memory, or another account's. */
  get(id: RunId): Run | undefined {
    const run = this.#runs.get(id);
    return run && this.isVisible(run) ? run : undefined;
  }

  /** The conversation that views of a window show, first turn first; empty when there is none. */
  shownIn(windowId: number): Run[] {
    for (const showing of this.#showings.toReversed()) {
      if (showing.windowId !== windowId) continue;
      const runs = this.conversation(showing.conversation).filter((run) => this.isVisible(run));
      if (runs.length > 0) return runs;
    }
    return [];
  }

  /** The runs of a conversation that are in memory, first turn first. */
  conversation(id: RunId): Run[] {
    return this.all()
      .filter((run) => run.conversation === id)
      .toSorted((a, b) => a.startedAt - b.startedAt);
  }

  /** The turns before a run of its conversation, first turn first; none of another account's. */
  earlierThan({ conversation, startedAt, owner }: Run): Run[] {
    return this.conversation(conversation).filter(
      (turn) => turn.startedAt < startedAt && (turn.owner === undefined || turn.owner === owner),
    );
  }

  /** Gives a run its owner, and with it what nobody has begun of its conversation. */
  own(run: Run, owner: string | undefined): void {
    this.update(run, { owner });
    for (const turn of this.earlierThan(run)) {
      if (turn.owner !== owner) this.update(turn, { owner });
    }
  }

  /** True for a run whose conversation some window shows. */
  isShown({ conversation }: Run): boolean {
    return this.#showings.some((showing) => showing.conversation === conversation);
  }

  /** True for a run of the account in use, and for one of nobody yet. */
  isVisible({ owner }: Run): boolean {
    return owner === undefined || owner === this.#viewer;
  }

  all(): Run[] {
    return [...this.#runs.values()];
  }

  /** Changes a run and tells the observers. */
  update(run: Run, change: Partial<Omit<Run, 'id' | 'action' | 'conversation' | 'answer'>>): void {
    const begins = change.state && isUnderWay(change.state) && !isUnderWay(run.state);
    Object.assign(run, change, begins && { underWaySince: Date.now() });
    for (const observer of this.#observers) observer.onChange?.(run);
  }

  /** Adds to the answer and the reasoning, and tells the observers. */
  append(run: Run, grown: { text: string; reasoning: string }): void {
    run.answer += grown.text;
    run.reasoning += grown.reasoning;
    for (const observer of this.#observers) observer.onText?.(run, grown);
  }

  /** Lets go of a run that a journal has; nobody needs to be told. */
  release(run: Run): void {
    this.#runs.delete(run.id);
  }

  /** Forgets a run for good. */
  forget(run: Run): void {
    this.#runs.delete(run.id);
    const isLast = this.conversation(run.conversation).length === 0;
    if (isLast)
      this.#showings = this.#showings.filter((one) => one.conversation !== run.conversation);
    for (const observer of this.#observers) observer.onForget?.(run);
  }

  /** Forgets the runs that have ended, of those that may be seen. */
  forgetEnded(): void {
    for (const run of this.all()) {
      if (hasEnded(run.state) && this.isVisible(run)) this.forget(run);
    }
  }

  /** A window is gone, and what it showed with it. */
  forgetWindow(windowId: number): void {
    this.#showings = this.#showings.filter((showing) => showing.windowId !== windowId);
    for (const observer of this.#observers) observer.onShow?.(windowId);
  }

  /** Of each window and account only the latest is of use. */
  #note(windowId: number, { conversation, owner }: Run): void {
    const isReplaced = (showing: Showing) =>
      showing.windowId === windowId &&
      (showing.conversation === conversation ||
        this.conversation(showing.conversation).every((run) => run.owner === owner));
    this.#showings = this.#showings.filter((showing) => !isReplaced(showing));
    this.#showings.push({ windowId, conversation });
  }
}
