import { foldWords } from './fold-words';
import type { WriteWords } from './runs-transaction';
import { bucketOf, pack, unpack, type Postings, type WordBucket } from './word-bucket';
import { startOfWeek, weekOf, wordsOfWeek } from './weeks';

/** Buckets of a week that are read at once: some megabytes at most. */
const BUCKETS_AT_ONCE = 500;

/** A run and the words it is found by. */
export interface IndexedRun {
  startedAt: number;
  words: Set<string>;
}

/** The words of all texts that a run is found by: page title, selection, question, answer. */
export function wordsOf(texts: readonly string[]): Set<string> {
  const words = new Set<string>();
  for (const text of texts) for (const word of foldWords(text)) words.add(word);
  return words;
}

/** Adds a run to the index, inside a transaction of the caller. Once more changes nothing. */
export async function indexRun(
  transaction: WriteWords,
  startedAt: number,
  texts: readonly string[],
): Promise<void> {
  await indexRuns(transaction, [{ startedAt, words: wordsOf(texts) }]);
}

/** Adds many runs, each bucket of a week written once. */
export async function indexRuns(
  transaction: WriteWords,
  runs: readonly IndexedRun[],
): Promise<void> {
  const store = transaction.objectStore('words');
  const changes = [...groupByBucket(runs)].flatMap(([week, buckets]) =>
    Array.from(buckets, async ([bucket, added]) => {
      const key: [number, string] = [week, bucket];
      const postings = unpack(await store.get(key));
      for (const [word, offsets] of added) postings.set(word, merge(postings.get(word), offsets));
      await store.put(pack(postings), key);
    }),
  );
  await Promise.all(changes);
}

/** Where in its week each run starts, by week, bucket and word. */
function groupByBucket(
  runs: readonly IndexedRun[],
): Map<number, Map<string, Map<string, number[]>>> {
  const weeks = new Map<number, Map<string, Map<string, number[]>>>();
  for (const { startedAt, words } of runs) {
    const week = weekOf(startedAt);
    const buckets = inMap(weeks, week, () => new Map<string, Map<string, number[]>>());
    for (const word of words) {
      const bucket = inMap(buckets, bucketOf(word), () => new Map<string, number[]>());
      inMap(bucket, word, () => []).push(startedAt - startOfWeek(week));
    }
  }
  return weeks;
}

function inMap<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
}

function merge(known: Uint32Array | undefined, added: readonly number[]): Uint32Array {
  return Uint32Array.from(new Set([...(known ?? []), ...added])).toSorted();
}

/**
 * Takes runs out of a week, whatever words they were found by: every word of the week is looked at, since
 * another version or browser may have parted their texts otherwise.
 */
export async function unindex(
  transaction: WriteWords,
  week: number,
  isGone: (startedAt: number) => boolean,
): Promise<void> {
  const store = transaction.objectStore('words');
  const isLeft = (offset: number) => !isGone(startOfWeek(week) + offset);
  let rest: IDBKeyRange | undefined = wordsOfWeek(week);
  while (rest) {
    const [keys, buckets] = await readBuckets(store, rest);
    const changes = keys.flatMap((key, index) => {
      const bucket = buckets[index];
      if (!bucket || bucket.offsets.every(isLeft)) return [];
      const left = without(unpack(bucket), isLeft);
      return [left.size === 0 ? store.delete(key) : store.put(pack(left), key)];
    });
    await Promise.all(changes);
    const last = keys.length === BUCKETS_AT_ONCE ? keys.at(-1) : undefined;
    rest = last && IDBKeyRange.bound(last, [week + 1, ''], true, true);
  }
}

function readBuckets(
  store: ReturnType<WriteWords['objectStore']>,
  range: IDBKeyRange,
): Promise<[[number, string][], WordBucket[]]> {
  return Promise.all([
    store.getAllKeys(range, BUCKETS_AT_ONCE),
    store.getAll(range, BUCKETS_AT_ONCE),
  ]);
}

function without(postings: Postings, isLeft: (offset: number) => boolean): Postings {
  const left: Postings = new Map();
  for (const [word, offsets] of postings) {
    const kept = offsets.filter(isLeft);
    if (kept.length > 0) left.set(word, kept);
  }
  return left;
}
