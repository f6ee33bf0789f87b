import type { ActionId } from '@/utils/actions/action';
import type { CompanionError } from '@/utils/errors/companion-error';
import { toCompanionError } from '@/utils/errors/to-companion-error';
import { executeRun } from './execute-run';
import { keepAlive } from './keep-alive';
import { prepareRun, type PreparedRun } from './prepare-run';
import { hasEnded, type Run, type RunId } from './run';
import { RunStore } from './run-store';

/** What starts a run. */
export interface RunInput {
  windowId: number;
  action: ActionId;
  text: string;
  question?: string | undefined;
  /** Reads the selection again, to keep its lines; `text` stands until it answers. */
  readSelection?: () => Promise<{ text: string; isCut: boolean }>;
}

/** Starts, holds, continues and stops runs. Only `stop` ends one early: viewers come and go. */
export class RunService {
  readonly store = new RunStore();
  readonly #aborts = new Map<RunId, AbortController>();

  /** Starts a run and returns at once; everything after is told to the store's observers. */
  start(input: RunInput): RunId {
    const run: Run = {
      id: crypto.randomUUID(),
      windowId: input.windowId,
      action: input.action,
      startedAt: Date.now(),
      text: input.text,
      isSelectionCut: false,
      question: input.question,
      confirmed: undefined,
      model: undefined,
      sentCharacters: undefined,
      answer: '',
      state: { kind: 'preparing' },
    };
    // No view will show what it waits for any more, so nobody could say no to it.
    for (const old of this.store.all()) {
      if (old.windowId === input.windowId && old.state.kind === 'held') this.stop(old.id);
    }
    this.store.add(run);
    void keepAlive(this.#readThenAdvance(run, input.readSelection));
    return run.id;
  }

  /** Gives a run its question. @returns false when the run is gone or needs none */
  ask(id: RunId, question: string): boolean {
    const run = this.store.get(id);
    if (run?.state.kind !== 'held' || run.state.by !== 'question') return false;
    run.question = question;
    void keepAlive(this.#advance(run));
    return true;
  }

  /** Agrees to a cut or dear text, as it was asked. @returns false when nothing was asked */
  confirm(id: RunId): boolean {
    const run = this.store.get(id);
    if (run?.state.kind !== 'held' || run.state.by !== 'confirmation' || !run.model) return false;
    run.confirmed = { model: run.model, characters: run.state.sendCharacters };
    void keepAlive(this.#advance(run));
    return true;
  }

  /** Stops a run, and with it the request and its bill. @returns false when it has already ended */
  stop(id: RunId): boolean {
    const run = this.store.get(id);
    if (!run || hasEnded(run.state)) return false;
    this.store.update(run, { state: { kind: 'stopped' } });
    this.#aborts.get(id)?.abort();
    return true;
  }

  /** Does the same again as a new run, with the model chosen now. @returns its id; `undefined` when the run is gone */
  retry(id: RunId): RunId | undefined {
    const run = this.store.get(id);
    if (!run || !hasEnded(run.state)) return undefined;
    const { windowId, action, text, question } = run;
    return this.start({ windowId, action, text, question });
  }

  /** Goes on with the runs that waited for a client id or a sign-in. */
  resumeHeld(): void {
    for (const run of this.store.all()) {
      const { state } = run;
      if (state.kind === 'held' && (state.by === 'client-id' || state.by === 'sign-in')) {
        void keepAlive(this.#advance(run));
      }
    }
  }

  /** Stops and forgets all runs, for sign-out. */
  stopAll(): void {
    for (const run of this.store.all()) this.stop(run.id);
    this.store.clear();
  }

  async #readThenAdvance(run: Run, readSelection: RunInput['readSelection']): Promise<void> {
    if (readSelection) {
      const { text, isCut } = await readSelection();
      if (hasEnded(run.state)) return;
      this.store.update(run, { text, isSelectionCut: isCut });
    }
    await this.#advance(run);
  }

  /** Takes a run as far as it can go now. */
  async #advance(run: Run): Promise<void> {
    try {
      this.store.update(run, { state: { kind: 'preparing' } });
      const preparation = await prepareRun(run);
      if (hasEnded(run.state)) return;
      if (preparation.kind === 'failed') return this.#fail(run, preparation.error);
      if (preparation.kind === 'held') {
        return this.store.update(run, { model: preparation.model, state: preparation.state });
      }
      await this.#execute(run, preparation.prepared);
    } catch (cause) {
      this.#fail(run, toCompanionError(cause));
    }
  }

  async #execute(run: Run, prepared: PreparedRun): Promise<void> {
    const abort = new AbortController();
    this.#aborts.set(run.id, abort);
    try {
      const { model, sentCharacters } = prepared;
      this.store.update(run, { model, sentCharacters, state: { kind: 'streaming' } });
      const finish = await executeRun(prepared, abort.signal, (text) => {
        if (!hasEnded(run.state)) this.store.append(run, text);
      });
      if (!hasEnded(run.state)) this.store.update(run, { state: { kind: 'done', finish } });
    } finally {
      this.#aborts.delete(run.id);
    }
  }

  /** Ends a run by an error, unless it has ended: a stop also rejects what was under way. */
  #fail(run: Run, error: CompanionError): void {
    if (hasEnded(run.state)) return;
    const isSessionGone = error.kind === 'session-expired' || error.kind === 'signed-out';
    // Nothing has been answered yet, so after a new sign-in the same run can go on.
    const state =
      isSessionGone && run.answer === ''
        ? ({ kind: 'held', by: 'sign-in' } as const)
        : ({ kind: 'failed', error } as const);
    this.store.update(run, { state });
  }
}
