import type { ReadTexts } from './runs-transaction';

/** The long texts of a run. */
export interface RunTexts {
  /** The selected text; none in a follow-up. */
  text: string | undefined;
  answer: string;
  reasoning: string;
}

/** Reads the long texts of a run, inside a transaction of the caller. */
export async function readRunTexts(transaction: ReadTexts, startedAt: number): Promise<RunTexts> {
  const [text, pieces] = await Promise.all([
    transaction.objectStore('texts').get(startedAt),
    transaction.objectStore('answers').getAll(answersBetween(startedAt, startedAt + 1)),
  ]);
  return {
    text,
    answer: pieces.map(({ answer }) => answer).join(''),
    reasoning: pieces.map(({ reasoning }) => reasoning).join(''),
  };
}

/** The pieces of answers of runs that started at `from` or later, and before `to`. */
export function answersBetween(from: number, to: number): IDBKeyRange {
  return IDBKeyRange.bound([from, -Infinity], [to, -Infinity], false, true);
}
