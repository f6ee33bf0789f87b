import type { ActionId } from '@/utils/actions/action';
import type { CompanionError } from '@/utils/errors/companion-error';
import type { AskReason } from '@/utils/money/reason-to-ask';
import type { ModelChoice } from '@/utils/models/model-choice';

/** Random, so that nobody can guess another run's. */
export type RunId = string;

/** Where a run stands. Ended states are `done`, `stopped` and `failed`; the answer so far is kept in all. */
export type RunState =
  /** Waits for the person: for a question, a client id, a sign-in, a permission, access to hosts, or a yes to a cut or dear text. */
  | { kind: 'held'; by: 'question' | 'client-id' | 'sign-in' | 'scope' }
  | { kind: 'held'; by: 'host-access'; host: string }
  | {
      kind: 'held';
      by: 'confirmation';
      reason: AskReason;
      sendCharacters: number;
      /** At most, at list price. */
      costUsd: number | undefined;
    }
  /** Reads the selection, finds model and token; nothing has been sent yet. */
  | { kind: 'preparing' }
  /** Ready, but as many as may run at once are running. */
  | { kind: 'waiting' }
  /** Sent; the first word may not have come yet. */
  | { kind: 'streaming' }
  | { kind: 'done'; finish: 'stop' | 'length' }
  | { kind: 'stopped' }
  | { kind: 'failed'; error: CompanionError };

/** The page a text was taken from. */
export interface RunPage {
  title: string;
  /** Absolute, http or https. */
  url: string;
}

/** What a person has chosen for one run alone. */
export interface RunOverride {
  choice?: ModelChoice | undefined;
  /** User name of the organization that pays; empty where the person does, whatever the account has chosen. */
  billTo?: string | undefined;
}

/** What stands around a selected word on its page. */
export interface Surroundings {
  sentence: string;
  /** Title of the page. */
  title: string;
}

/** How a text is sent. With the run it says all of the request, so that what was sent can be shown later. */
export interface Brief {
  /** Language of the answer, BCP 47. */
  language: string;
  /** Of a translation of what may be in that language already. */
  otherwise?: string | undefined;
  /** Broken lines of the text are joined. */
  isRepaired: boolean;
  /** Addresses and numbers of persons are replaced. */
  isMasked: boolean;
}

/** What a run has used, by its server's own count where it gives one. */
export interface Receipt {
  inputTokens: number;
  /** With those of the thinking. */
  outputTokens: number;
  /** The server gave no count: the tokens, and with them the price, are estimates. */
  isEstimated: boolean;
  /** The price alone is an estimate, of tokens that were counted: nobody knows what the one who served takes. */
  isPriceEstimated?: boolean | undefined;
  /** Who has served it, where that is known. */
  provider?: string | undefined;
  /** From the request to the first word. */
  firstTokenMs?: number | undefined;
  /** From the first word to the last. */
  tokensPerSecond?: number | undefined;
  /** At list price; absent where there is none, as of an own endpoint. */
  costUsd?: number | undefined;
  /** User name of the organization that pays; absent where the person does. */
  billTo?: string | undefined;
}

/** What was sent for a run, to the letter. */
export interface SentRequest {
  messages: readonly { role: 'system' | 'user' | 'assistant'; content: string }[];
  /** Of all messages. */
  characters: number;
  /** About. */
  tokens: number;
  /** What the conversation is about, as far as it was sent: mended, but not masked. */
  text: string;
  isMasked: boolean;
}

/** One inference, from the click to its end: one turn of a conversation, often its only one. */
export interface Run {
  readonly id: RunId;
  /** Epoch milliseconds. Its key in the journal, so it moves on a little where another run has it. */
  startedAt: number;
  /** Whose views show it; `NO_WINDOW` once that window is gone. */
  windowId: number;
  /** Of a private window: nothing of it reaches the disk, and it goes with the window. */
  readonly isPrivate: boolean;
  readonly action: ActionId;
  /** Id of the first run of its conversation; its own, if it is that. */
  readonly conversation: RunId;
  /** `sub` of the account it was first prepared for; nobody else may see or continue it. */
  owner: string | undefined;
  readonly page: RunPage | undefined;
  /** What the action works on. Empty in a follow-up, which is about the conversation. */
  text: string;
  /** The browser passed only the beginning of the selection. */
  isSelectionCut: boolean;
  question: string | undefined;
  /** What the person has agreed to: so many characters, to this model, for at most so much. */
  confirmed: { model: string; characters: number; costUsd?: number | undefined } | undefined;
  /** For this run alone, in place of what the account has chosen. */
  override: RunOverride | undefined;
  /** What stands around a word or two, to explain them; `undefined` for longer texts. */
  surroundings: Surroundings | undefined;
  /** How its text is sent, once it was prepared. */
  brief: Brief | undefined;
  /** What it has used, once it has ended. */
  receipt: Receipt | undefined;
  /** Who it was sent to, once it was. */
  choice: ModelChoice | undefined;
  /** How many characters of the text were sent, once they were. */
  sentCharacters: number | undefined;
  /** How many of the conversation's oldest questions were left out, for want of room. */
  droppedTurns: number;
  answer: string;
  /** What a thinking model thought before, or between. */
  reasoning: string;
  /** Offsets into the answer, where it was continued after it had broken off. */
  seams: readonly number[];
  /** Since when something happens to it by itself, or did last. Epoch milliseconds. */
  underWaySince: number;
  /** Somebody has seen its end. */
  isRead: boolean;
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
  page: RunPage | null;
  question: string | null;
  choice: ModelChoice | null;
  /** What was chosen for it alone; questions that follow it keep to that. */
  ownChoice: ModelChoice | null;
  surroundings: Surroundings | null;
  brief: Brief | null;
  receipt: Receipt | null;
  droppedTurns: number;
  seams: readonly number[];
  /** Since when something happens to it by itself, or did last. Epoch milliseconds. */
  underWaySince: number;
  answer: string;
  reasoning: string;
  state: RunState;
}

/** What of a snapshot grows by deltas, and what else there is. */
export type RunHead = Omit<RunSnapshot, 'answer' | 'reasoning'>;

/** True when nothing more will happen to the run by itself or by an answer of the person. */
export function hasEnded(state: RunState): boolean {
  return state.kind === 'done' || state.kind === 'stopped' || state.kind === 'failed';
}

/** True while something happens to the run by itself. */
export function isUnderWay(state: RunState): boolean {
  return !hasEnded(state) && state.kind !== 'held';
}

/** True for a run that ended before its answer did, and has some of it to go on from. */
export function canContinue(state: RunState, answer: string): boolean {
  if (answer.trim() === '') return false;
  if (state.kind === 'failed') return state.error.kind !== 'answer-at-limit';
  return state.kind === 'stopped' || (state.kind === 'done' && state.finish === 'length');
}
