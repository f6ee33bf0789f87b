import { setTimeout as delay } from 'node:timers/promises';

export interface PollOptions {
  /** How long to go on asking, in milliseconds. */
  readonly timeoutMs?: number;
  /** The pause between two questions, in milliseconds. */
  readonly everyMs?: number;
}

/** What a probe answers while it is too early. */
export type NotYet = undefined | false;

const LATE = Symbol('late');

/** What the work brings, if it does so in time. */
async function within<T>(timeoutMs: number, work: Promise<T>): Promise<T | typeof LATE> {
  const timer = new AbortController();
  try {
    return await Promise.race([work, delay(timeoutMs, LATE, { signal: timer.signal })]);
  } finally {
    timer.abort();
  }
}

/** The answer to one question. @throws when it does not come in time (milliseconds) */
export async function answerWithin<T>(
  timeoutMs: number,
  what: string,
  answer: Promise<T>,
): Promise<T> {
  const answered = await within(timeoutMs, answer);
  if (answered === LATE) throw new Error(`${what} was not answered in ${timeoutMs} ms`);
  return answered;
}

/** For one answer. Milliseconds. */
const PATIENCE_MS = 5_000;

/**
 * Asks `probe` until it answers with something other than `undefined` or `false`.
 *
 * An error thrown by the probe counts as "not yet" (documents reload while they are looked at);
 * the last one becomes the cause of the timeout error, whose message names `what` was waited for.
 * One that does not answer, as when its document is replaced meanwhile, is asked again.
 */
export async function poll<T>(
  what: string,
  probe: () => Promise<T | NotYet>,
  { timeoutMs = 15_000, everyMs = 50 }: PollOptions = {},
): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  let lastError: unknown;
  for (;;) {
    try {
      // One question after the other is the point.
      const left = Math.max(deadline - Date.now(), 1);
      const answer = await within(Math.min(left, PATIENCE_MS), probe());
      if (answer === LATE) lastError ??= new Error('no answer');
      else if (answer !== undefined && answer !== false) return answer;
      else lastError = undefined;
    } catch (error) {
      lastError = error;
    }
    if (Date.now() >= deadline) {
      const reason = lastError instanceof Error ? `: ${lastError.message}` : '';
      throw new Error(`Waited ${timeoutMs} ms for ${what}${reason}`, { cause: lastError });
    }
    await delay(everyMs);
  }
}
