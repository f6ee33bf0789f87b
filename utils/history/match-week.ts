import type { QueryTerm } from './query-terms';
import type { ReadWords } from './runs-transaction';
import { bucketOf, postingsOf } from './word-bucket';
import { startOfWeek } from './weeks';

/**
 * When the runs of a week started that hold every term, newest first. Whole words are asked for first and
 * at once: they are cheap, and one that is nowhere in the week spares the beginnings, which may not be.
 */
export async function matchWeek(
  transaction: ReadWords,
  week: number,
  terms: readonly QueryTerm[],
): Promise<number[]> {
  let matching: Set<number> | undefined;
  const whole = terms.filter(({ isPrefix }) => !isPrefix);
  const postings = await Promise.all(whole.map(({ word }) => readWord(transaction, week, word)));
  for (const posting of postings) {
    matching = narrow(matching, posting);
    if (matching.size === 0) return [];
  }
  for (const { word, isPrefix } of terms) {
    if (!isPrefix) continue;
    matching = narrow(matching, await readBeginning(transaction, week, word));
    if (matching.size === 0) return [];
  }
  const start = startOfWeek(week);
  return Array.from(matching ?? [], (offset) => start + offset).toSorted((a, b) => b - a);
}

/** The posting of a word, if there is one. */
async function readWord(
  transaction: ReadWords,
  week: number,
  asked: string,
): Promise<Uint32Array[]> {
  const bucket = await transaction.objectStore('words').get([week, bucketOf(asked)]);
  return Array.from(
    postingsOf(bucket, (word) => word === asked),
    ([, posting]) => posting,
  );
}

/** The postings of all words that begin so. */
async function readBeginning(
  transaction: ReadWords,
  week: number,
  beginning: string,
): Promise<Uint32Array[]> {
  // A beginning as long as the name of a bucket has that one alone: the range ends before the next.
  const name = bucketOf(beginning);
  const range = IDBKeyRange.bound([week, name], [week, `${name}\uFFFF`]);
  const buckets = await transaction.objectStore('words').getAll(range);
  const beginsSo = (word: string) => word.startsWith(beginning);
  return buckets.flatMap((bucket) =>
    Array.from(postingsOf(bucket, beginsSo), ([, posting]) => posting),
  );
}

/** Those that match so far and are in any of the postings. */
function narrow(matching: Set<number> | undefined, postings: readonly Uint32Array[]): Set<number> {
  const kept = new Set<number>();
  for (const posting of postings) {
    for (const offset of posting) {
      if (!matching || matching.has(offset)) kept.add(offset);
    }
  }
  return kept;
}
