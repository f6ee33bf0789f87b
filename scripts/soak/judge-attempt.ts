import { sentUntil, type RecordedChat } from '../../tests/hub/records.ts';
import { begunIn } from './chats-by-run.ts';
import type { Span } from './diary.ts';
import { numberedWords } from './numbered-text.ts';

/** So much of what was sent last may be lost when something ended it from outside. Milliseconds. */
const MAY_LOSE_MS = 1_500;

/** One request of a run, and what the run had of its answer afterwards. */
export interface Attempt {
  readonly chat: RecordedChat;
  /** The whole answer of the run then. */
  readonly kept: string;
  /** When the next request of the run came; Infinity for the last. */
  readonly until: number;
  readonly isDone: boolean;
}

/** What is wrong with it, and what was rightly lost. */
export interface AttemptVerdict {
  /** Words that had to be there. */
  readonly lost: number;
  /** Where what was kept is not what was sent. */
  readonly difference?: string;
  /** How long before the end the first piece was sent that is not there; 0 when all is. Milliseconds. */
  readonly lostMs: number;
}

/**
 * Holds what was kept of an attempt against what the Hub sent: all of it, but for the last moments where
 * a kill, Stop or the end of the connection ended it.
 *
 * @param ends when kills and Stops were
 */
export function judgeAttempt(attempt: Attempt, ends: readonly Span[]): AttemptVerdict {
  const { chat, kept, until, isDone } = attempt;
  const begun = begunIn(chat);
  const whole = begun + chat.sentText;
  if (!kept.startsWith(begun) || !whole.startsWith(kept)) {
    return { lost: 0, difference: differenceOf(whole, kept), lostMs: 0 };
  }
  const sent = readableOf(chat);
  const end = isDone ? undefined : endOf(chat, until, ends);
  const mustBeThere =
    end === undefined ? sent : sent.slice(0, sentUntil(chat, end - MAY_LOSE_MS).length);
  const rest = kept.slice(begun.length);
  const lost = numberedWords(mustBeThere).length - numberedWords(rest).length;
  const firstLost =
    rest.length < sent.length && chat.sent.find(({ length }) => length > rest.length);
  const last = end ?? chat.sent.at(-1)?.at ?? chat.at;
  return {
    lost: Math.max(0, lost),
    lostMs: firstLost ? Math.max(0, last - firstLost.at) : 0,
  };
}

/** Where two texts part, with what stands around it. */
function differenceOf(sent: string, kept: string): string {
  let at = 0;
  while (at < sent.length && sent[at] === kept[at]) at += 1;
  const around = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 20), at + 20));
  return `after ${at} characters ${around(sent)} was sent and ${around(kept)} is kept`;
}

/** What of an answer can be read: the Hub goes on after an event that is damaged, nobody else does. */
function readableOf({ fault, sent, sentText }: RecordedChat): string {
  if (fault?.kind !== 'malformed') return sentText;
  return sentText.slice(0, fault.afterChunks === 0 ? 0 : sent[fault.afterChunks - 1]?.length);
}

/** When something ended it that may cost its last moments. */
function endOf(
  { at, fault, sent }: RecordedChat,
  until: number,
  ends: readonly Span[],
): number | undefined {
  const during = ends.filter(({ from, to }) => to >= at && from <= until);
  const first = during.toSorted((a, b) => a.from - b.from)[0]?.from;
  // A connection that breaks takes with it what had come and was not read yet.
  return first ?? (fault?.kind === 'cut' ? sent.at(-1)?.at : undefined);
}
