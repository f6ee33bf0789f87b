import type { ActionId } from '@/utils/actions/action';
import type { CompanionError } from '@/utils/errors/companion-error';
import { Failure } from '@/utils/errors/failure';
import { toCompanionError } from '@/utils/errors/to-companion-error';
import { expireModelCatalogue } from '@/utils/models/model-catalogue';
import { executeRun } from './execute-run';
import { keepAlive } from './keep-alive';
import { prepareRun, type PreparedRun } from './prepare-run';
import { hasEnded, type Run, type RunId, type RunState } from './run';
import { RunStore } from './run-store';

/** What a run may wait for that the background sees come. */
const RESUMED = ['client-id', 'sign-in', 'host-access'];

/** What starts a run. */
export interface RunInput {
  windowId: number;
  action: ActionId;
  text: string;
  question?: string | undefined;
  /** Reads the selection again, to keep its lines; `text` stands until it answers. */
  readSelection?: () => Promise<{ text: string; isCut: boolean }>;
}

/**
 * Starts, holds, continues and stops runs. Views come and go without effect; a run ends early only by
 * Stop, by a newer run of its owner in its window, with its window, and by its owner's sign-out.
 */
export class RunService {
  readonly store = new RunStore();
  readonly #aborts = new Map<RunId, AbortController>();
  #resumptions = 0;

  /**
   * Starts a run and returns at once; everything after is told to the store's observers. It takes the
   * place of its window's run, which no view could show or stop any more. The same again while it is
   * under way is a second click, and the same run.
   */
  start(input: RunInput): RunId {
    const { windowId, action, text, question } = input;
    const current = this.store.ofWindow(windowId);
    if (current && isSameUnderWay(current, input)) return current.id;
    if (current) this.#stop(current);
    const run: Run = {
      id: crypto.randomUUID(),
      windowId,
      action,
      owner: this.store.viewer,
      text,
      isSelectionCut: false,
      question,
      confirmed: undefined,
      model: undefined,
      sentCharacters: undefined,
      answer: '',
      state: { kind: 'preparing' },
    };
    this.store.add(run);
    void keepAlive(this.#readThenAdvance(run, input.readSelection));
    return run.id;
  }

  /** Gives a run its question; a run that goes on already needs none. @returns false when it is gone */
  ask(id: RunId, question: string): boolean {
    const run = this.store.get(id);
    if (run?.state.kind === 'held' && run.state.by === 'question') {
      run.question = question;
      void keepAlive(this.#advance(run));
    }
    return run !== undefined;
  }

  /** Agrees to a cut or dear text, as it was asked. @returns false when the run is gone */
  confirm(id: RunId): boolean {
    const run = this.store.get(id);
    if (run?.state.kind === 'held' && run.state.by === 'confirmation' && run.model) {
      run.confirmed = { model: run.model, characters: run.state.sendCharacters };
      void keepAlive(this.#advance(run));
    }
    return run !== undefined;
  }

  /** Stops a run that has not ended, and with it the request and its bill. */
  stop(id: RunId): void {
    const run = this.store.get(id);
    if (run) this.#stop(run);
  }

  /** Does the same again as a new run, with the model chosen now. @returns its id; `undefined` when the run is gone */
  retry(id: RunId): RunId | undefined {
    const run = this.store.get(id);
    if (!run) return undefined;
    const { windowId, action, text, question } = run;
    return this.start({ windowId, action, text, question });
  }

  /** Goes on with the runs that waited for a client id, a sign-in or access to hosts. */
  resumeHeld(): void {
    this.#resumptions += 1;
    for (const run of this.store.all()) {
      const { state } = run;
      const isWaiting = state.kind === 'held' && RESUMED.includes(state.by);
      if (isWaiting) void keepAlive(this.#advance(run));
    }
  }

  /** Stops and forgets the runs of a window that was closed: nobody can see them any more. */
  forgetWindow(windowId: number): void {
    for (const run of this.store.all()) if (run.windowId === windowId) this.#forget(run);
  }

  /** Stops and forgets an account's runs, and those of nobody, for sign-out: the next person must not read them. */
  forgetOwner(sub: string): void {
    for (const run of this.store.all()) {
      if (run.owner === sub || run.owner === undefined) this.#forget(run);
    }
  }

  #stop(run: Run): void {
    if (hasEnded(run.state)) return;
    this.store.update(run, { state: { kind: 'stopped' } });
    this.#aborts.get(run.id)?.abort();
  }

  #forget(run: Run): void {
    this.#stop(run);
    this.store.forget(run);
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
      const resumptions = this.#resumptions;
      const preparation = await prepareRun(run);
      if (hasEnded(run.state)) return;
      run.owner ??= preparation.owner;
      if (preparation.kind === 'failed') return this.#fail(run, preparation.error);
      if (preparation.kind === 'held') {
        // What it would wait for may have come while it was looked for.
        const hasMissed = resumptions !== this.#resumptions;
        if (hasMissed && RESUMED.includes(preparation.state.by)) return await this.#advance(run);
        return this.store.update(run, { model: preparation.model, state: preparation.state });
      }
      await this.#execute(run, preparation.owner, preparation.prepared);
    } catch (cause) {
      this.#fail(run, toCompanionError(cause));
    }
  }

  async #execute(run: Run, owner: string, prepared: PreparedRun): Promise<void> {
    const abort = new AbortController();
    this.#aborts.set(run.id, abort);
    try {
      const { model, sentCharacters } = prepared;
      this.store.update(run, { model, sentCharacters, state: { kind: 'streaming' } });
      const finish = await executeRun({ owner, prepared }, abort.signal, (text) => {
        if (!hasEnded(run.state)) this.store.append(run, text);
      });
      if (run.answer.trim() === '') throw new Failure({ kind: 'empty-answer', finish });
      if (!hasEnded(run.state)) this.store.update(run, { state: { kind: 'done', finish } });
    } finally {
      this.#aborts.delete(run.id);
    }
  }

  /** Ends a run by an error, unless it has ended: a stop also rejects what was under way. */
  #fail(run: Run, error: CompanionError): void {
    if (hasEnded(run.state)) return;
    if (error.kind === 'model-gone' || error.kind === 'model-not-supported') {
      void expireModelCatalogue();
    }
    // As long as nothing has been answered, the same run can go on once the person has helped.
    const hold = run.answer === '' ? holdFor(error) : undefined;
    this.store.update(run, { state: hold ?? { kind: 'failed', error } });
  }
}

/** What a run waits for when an error is one that the person can take away. */
function holdFor(error: CompanionError): RunState | undefined {
  const { kind } = error;
  if (kind === 'session-expired' || kind === 'signed-out' || kind === 'client-id-changed') {
    return { kind: 'held', by: 'sign-in' };
  }
  return error.kind === 'host-access-missing'
    ? { kind: 'held', by: 'host-access', host: error.host }
    : undefined;
}

function isSameUnderWay(run: Run, { action, text, question }: RunInput): boolean {
  const isUnderWay = run.state.kind === 'preparing' || run.state.kind === 'streaming';
  return isUnderWay && run.action === action && run.text === text && run.question === question;
}
