import type { ActionId } from '@/utils/actions/action';
import type { CompanionError } from '@/utils/errors/companion-error';

/** Random, so that nobody can guess another run's. */
export type RunId = string;

/** Where a run stands. Ended states are `done`, `stopped` and `failed`; the answer so far is kept in all. */
export type RunState =
  /** Waits for the person: for a question, a client id, a sign-in, access to hosts, or a yes to a cut or dear text. */
  | { kind: 'held'; by: 'question' | 'client-id' | 'sign-in' }
  | { kind: 'held'; by: 'host-access'; host: string }
  | { kind: 'held'; by: 'confirmation'; sendCharacters: number; costUsd: number | undefined }
  /** Reads the selection, finds model and token; nothing has been sent yet. */
  | { kind: 'preparing' }
  /** Sent; the first word may not have come yet. */
  | { kind: 'streaming' }
  | { kind: 'done'; finish: 'stop' | 'length' }
  | { kind: 'stopped' }
  | { kind: 'failed'; error: CompanionError };

/** One inference, from the click to its end. It belongs to a window, and lives in the background only. */
export interface Run {
  readonly id: RunId;
  readonly windowId: number;
  readonly action: ActionId;
  /** `sub` of the account it was first prepared for; nobody else may see or continue it. */
  owner: string | undefined;
  text: string;
  /** The browser passed only the beginning of the selection. */
  isSelectionCut: boolean;
  question: string | undefined;
  /** What the person has agreed to: so much of the text, to this model. */
  confirmed: { model: string; characters: number } | undefined;
  model: string | undefined;
  /** How many characters of the text were sent, once they were. */
  sentCharacters: number | undefined;
  answer: string;
  state: RunState;
}

/** What a viewer is told of a run: everything but the rest of a long text. */
export interface RunSnapshot {
  id: RunId;
  action: ActionId;
  /** The beginning of the text, enough to recognise it. */
  quote: string;
  textLength: number;
  isSelectionCut: boolean;
  sentCharacters: number | null;
  question: string | null;
  model: string | null;
  answer: string;
  state: RunState;
}

/** True when nothing more will happen to the run by itself or by an answer of the person. */
export function hasEnded(state: RunState): boolean {
  return state.kind === 'done' || state.kind === 'stopped' || state.kind === 'failed';
}
