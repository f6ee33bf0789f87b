import { Failure } from '@/utils/errors/failure';
import type { AnswerDelta } from './split-thinking';

/** Far more than any model writes in one go; what is above is a server that repeats itself. Bytes of UTF-8. */
export const MAXIMUM_ANSWER = 10 * 1024 ** 2;

const encoder = new TextEncoder();

/**
 * Counts what an answer takes, thoughts included.
 *
 * @returns a function that counts a part, which may be shown still
 * @throws Failure `answer-at-limit` from that function, for what comes after the part that reached the limit
 */
export function limitAnswer(): (part: AnswerDelta) => void {
  let size = 0;
  return ({ text, reasoning }) => {
    if (size >= MAXIMUM_ANSWER) throw new Failure({ kind: 'answer-at-limit' });
    size += encoder.encode(text).length + encoder.encode(reasoning).length;
  };
}
