import type { CompanionError } from '@/utils/errors/companion-error';
import { Failure } from '@/utils/errors/failure';
import { toCompanionError } from '@/utils/errors/to-companion-error';
import { expireModelCatalogue } from '@/utils/models/model-catalogue';
import { withAlternatives } from '@/utils/models/with-alternatives';
import type { AskView } from './ask-view';
import { holdFor } from './hold-for';
import { keepAlive } from './keep-alive';
import { prepareRun } from './prepare-run';
import type { Preparation, PreparedRun } from './preparation';
import { canContinue, hasEnded, isUnderWay, type Run, type RunId, type RunOverride } from './run';
import {
  briefOfEdited,
  changeBy,
  createRun,
  isSameOverride,
  isSameUnderWay,
  followUpTo,
  sameAgain,
  sameEdited,
  type RunInput,
  type RunPlace,
} from './run-input';
import { RunStore } from './run-store';
import { sendRun } from './send-run';
import { Slots } from './slots';

/** More at once would only make each slower, and Stop harder to find. */
const AT_ONCE = 3;

type Ready = Extract<Preparation, { kind: 'ready' }>;

/** What a run may wait for that the background sees come. A permission comes with a sign-in alone. */
const RESUMED = ['client-id', 'sign-in', 'host-access'];

/**
 * Starts, holds, continues and stops runs. Views and windows come and go without effect: a run ends early
 * only by Stop, by its owner's sign-out, and with the private window it belongs to.
 */
export class RunService {
  readonly store = new RunStore();
  /** What is under way of a run; aborted, it is over. */
  readonly #attempts = new Map<RunId, AbortController>();
  readonly #slots = new Slots(AT_ONCE);
  #lastStart = 0;
  #resumptions = 0;
  readonly askView: AskView;

  /** @param askView asks a view for what only views can do */
  constructor(askView: AskView) {
    this.askView = askView;
  }

  /**
   * Starts a run and returns at once; everything after is told to the store's observers. The same again
   * while it is under way is a second click, and the same run. One of the window that waits for the
   * person is given up for it: its question has been answered by another.
   */
  start(input: RunInput): RunId {
    const current = this.store.shownIn(input.windowId).at(-1);
    if (current && isSameUnderWay(current, input)) return current.id;
    if (current?.state.kind === 'held') this.#giveUp(current);
    return this.#begin(input);
  }

  /** Asks one more question in the conversation of a run. @returns the new run; `undefined` when it is gone */
  followUp(id: RunId, question: string, place: RunPlace): RunId | undefined {
    const run = this.store.get(id);
    return run && this.#begin(followUpTo(run, place, question), run.conversation);
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
    if (run?.state.kind === 'held' && run.state.by === 'confirmation') {
      const { sendCharacters: characters, costUsd } = run.state;
      run.confirmed = { model: run.choice?.model ?? '', characters, costUsd };
      void keepAlive(this.#advance(run));
    }
    return run !== undefined;
  }

  /** Stops a run that has not ended, and with it the request and its bill. */
  stop(id: RunId): void {
    const run = this.store.get(id);
    if (run) this.#stop(run);
  }

  /**
   * Does the same again as a new run, with what is chosen now; or with what is given here, which comes on top
   * of what this one was given. It takes the place of one that has no answer. The same again while it is
   * under way is a second click, and the same run.
   *
   * @returns its id; `undefined` when the run is gone
   */
  retry(id: RunId, place: RunPlace, given?: RunOverride): RunId | undefined {
    const run = this.store.get(id);
    if (!run || isUnderWay(run.state)) return run?.id;
    const override = given && { ...run.override, ...given };
    const input = sameAgain(run, place, { override, brief: briefOfEdited(run) });
    const conversation = run.conversation === id ? undefined : run.conversation;
    const isAgain = (one: Run) =>
      this.store.isVisible(one) &&
      isSameUnderWay(one, input) &&
      isSameOverride(one.override, override) &&
      one.conversation === (conversation ?? one.id);
    const already = this.store.all().find(isAgain);
    if (already) return already.id;
    const again = this.#begin(input, conversation);
    if (hasEnded(run.state) && run.answer === '') this.store.forget(run);
    return again;
  }

  /**
   * Asks for the same as a run, for a text that the person has edited, which goes as it is.
   *
   * @returns the new run, which begins a conversation; `undefined` when the run is gone
   */
  sendEdited(id: RunId, text: string, place: RunPlace): RunId | undefined {
    const run = this.store.get(id);
    return run?.brief && this.start(sameEdited(run, run.brief, place, text));
  }

  /** Goes on with an answer that broke off, with the model it was begun with. @returns false when the run is gone */
  continue(id: RunId): boolean {
    const run = this.store.get(id);
    if (run && canContinue(run.state, run.answer)) {
      const override = { ...run.override, choice: run.choice };
      const seams = [...run.seams, run.answer.length];
      this.store.update(run, { override, seams, isRead: false, state: { kind: 'preparing' } });
      void keepAlive(this.#advance(run));
    }
    return run !== undefined;
  }

  /**
   * Goes on with the runs that waited for a client id, a sign-in or access to hosts.
   *
   * @param isSignIn somebody has just signed in: permissions may have come too
   */
  resumeHeld(isSignIn: boolean): void {
    this.#resumptions += 1;
    for (const run of this.store.all()) {
      if (run.state.kind !== 'held') continue;
      const { by } = run.state;
      if (RESUMED.includes(by) || (isSignIn && by === 'scope')) void keepAlive(this.#advance(run));
    }
  }

  /**
   * A window was closed. What it held back for the person is given up, what is under way goes on; of a
   * private one nothing stays.
   */
  closeWindow(windowId: number): void {
    for (const run of this.store.all()) {
      if (run.windowId !== windowId) continue;
      if (run.isPrivate) this.#forget(run);
      else if (run.state.kind === 'held') this.#giveUp(run);
    }
    this.store.forgetWindow(windowId);
  }

  /** Stops and forgets an account's runs, and those of nobody, for sign-out: the next person must not read them. */
  forgetOwner(sub: string): void {
    for (const run of this.store.all()) {
      if (run.owner === sub || run.owner === undefined) this.#forget(run);
    }
  }

  /** Stops a run, if it has not ended, and forgets it. @returns false when it is not in memory */
  delete(id: RunId): boolean {
    const run = this.store.get(id);
    if (run) this.#forget(run);
    return run !== undefined;
  }

  #begin(input: RunInput, conversation?: RunId): RunId {
    // After all that it follows, whatever the clock says.
    const followed = this.store.conversation(conversation ?? '').at(-1)?.startedAt ?? 0;
    // Not for those of other conversations: an imported one can be of any time.
    this.#lastStart = Math.max(Date.now(), this.#lastStart + 1);
    const startedAt = Math.max(this.#lastStart, followed + 1);
    const run = createRun(input, { owner: this.store.viewer, startedAt }, conversation);
    this.store.add(run);
    void keepAlive(this.#readThenAdvance(run, input.readSelection));
    return run.id;
  }

  #stop(run: Run): void {
    if (hasEnded(run.state)) return;
    this.store.update(run, { state: { kind: 'stopped' } });
    this.#attempts.get(run.id)?.abort();
  }

  /** Ends what nobody has paid for and nobody will answer: without a word of an answer there is nothing to keep. */
  #giveUp(run: Run): void {
    if (run.answer === '') this.#forget(run);
    else this.#stop(run);
  }

  #forget(run: Run): void {
    this.#stop(run);
    this.store.forget(run);
  }

  async #readThenAdvance(run: Run, readSelection: RunInput['readSelection']): Promise<void> {
    if (readSelection) {
      const selection = await readSelection();
      if (hasEnded(run.state)) return;
      this.store.update(run, changeBy(selection, run.action));
      if (selection.withheld) return this.#fail(run, { kind: selection.withheld });
    }
    await this.#advance(run);
  }

  /** Takes a run as far as it can go now. What an earlier attempt at it still does is of no use any more. */
  async #advance(run: Run): Promise<void> {
    const attempt = new AbortController();
    this.#attempts.get(run.id)?.abort();
    this.#attempts.set(run.id, attempt);
    const { signal } = attempt;
    try {
      this.store.update(run, { state: { kind: 'preparing' } });
      const resumptions = this.#resumptions;
      const preparation = await prepareRun(run, this.store.earlierThan(run));
      if (signal.aborted) return;
      this.store.own(run, run.owner ?? preparation.owner);
      if (preparation.kind === 'ready') return await this.#execute(run, preparation, signal);
      if (preparation.kind === 'failed') return this.#fail(run, preparation.error);
      // What it would wait for may have come while it was looked for.
      const hasMissed = resumptions !== this.#resumptions;
      if (hasMissed && RESUMED.includes(preparation.state.by)) return await this.#advance(run);
      this.#hold(run, preparation);
    } catch (cause) {
      const error = await withAlternatives(toCompanionError(cause), run);
      if (!signal.aborted) this.#fail(run, error);
    } finally {
      if (this.#attempts.get(run.id) === attempt) this.#attempts.delete(run.id);
    }
  }

  #hold(run: Run, { brief, choice, state }: Extract<Preparation, { kind: 'held' }>): void {
    this.store.update(run, { brief: brief ?? run.brief, choice, state });
    // Something newer stands in its place already.
    const shown = this.store.shownIn(run.windowId).at(-1);
    if (shown && shown !== run) this.#giveUp(run);
  }

  async #execute(run: Run, ready: Ready, signal: AbortSignal): Promise<void> {
    this.#note(run, ready.prepared);
    const waits = this.#slots.areTaken;
    if (waits) this.store.update(run, { state: { kind: 'waiting' } });
    const leave = await this.#slots.take(signal);
    try {
      // It goes by the settings, the prices and the month's sum of now.
      const now = waits ? await prepareRun(run, this.store.earlierThan(run)) : ready;
      if (signal.aborted) return;
      if (now.kind === 'failed') return this.#fail(run, now.error);
      if (now.kind === 'held') return this.#hold(run, now);
      if (waits) this.#note(run, now.prepared);
      this.store.update(run, { state: { kind: 'streaming' } });
      const isCurrent = () => this.#attempts.get(run.id)?.signal === signal;
      const finish = await sendRun(run, this, { ...now, signal, isCurrent });
      if (signal.aborted) return;
      if (run.answer.trim() === '') throw new Failure({ kind: 'empty-answer', finish });
      this.store.update(run, { state: { kind: 'done', finish } });
    } finally {
      leave();
    }
  }

  /** Notes how a run is sent. */
  #note(run: Run, { brief, choice, characters, droppedTurns }: PreparedRun): void {
    const sentCharacters = run.text === '' ? undefined : characters;
    this.store.update(run, { brief, choice, sentCharacters, droppedTurns });
  }

  /** Ends a run by an error, unless it has ended: a stop also rejects what was under way. */
  #fail(run: Run, error: CompanionError): void {
    if (!isUnderWay(run.state)) return;
    if (error.kind === 'model-gone' || error.kind === 'model-not-supported') {
      void expireModelCatalogue();
    }
    // As long as nothing has been answered, the same run can go on once the person has helped.
    const hold = run.answer === '' ? holdFor(error) : undefined;
    this.store.update(run, { state: hold ?? { kind: 'failed', error } });
  }
}
