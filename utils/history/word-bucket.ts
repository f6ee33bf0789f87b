import { beginsUnspaced } from './fold-words';

/**
 * The words of a week that begin alike, and when the runs start that hold them. Kept together since the
 * browser's database takes its time for each record, not for its length: 0.2 ms to write one word, 0.12 ms
 * to write two hundred (Chromium 156, a busy machine).
 */
export interface WordBucket {
  /** One after another, a line each. */
  words: string;
  /** How many runs hold each word, in the order of the words. */
  counts: Uint32Array;
  /** When those runs start, word after word: milliseconds from the beginning of the week, ascending. */
  offsets: Uint32Array;
}

/** When the runs start that hold a word, by word; milliseconds from the beginning of the week, ascending. */
export type Postings = Map<string, Uint32Array>;

/**
 * The name of the bucket that a word is in: its first two UTF-16 units, or its first character where words
 * are not written apart, since pairs of those begin with thousands of characters.
 */
export function bucketOf(word: string): string {
  return beginsUnspaced(word) ? String.fromCodePoint(word.codePointAt(0) ?? 0) : word.slice(0, 2);
}

/** What a bucket holds; nothing where there is none. */
export function unpack(bucket: WordBucket | undefined): Postings {
  return new Map(postingsOf(bucket, () => true));
}

/**
 * The words of a bucket that are asked for, with their postings. Only those are cut out: a search reads
 * many buckets for one word of each.
 */
export function* postingsOf(
  bucket: WordBucket | undefined,
  isAskedFor: (word: string) => boolean,
): Generator<[string, Uint32Array]> {
  if (!bucket) return;
  let start = 0;
  for (const [index, word] of bucket.words.split('\n').entries()) {
    const end = start + (bucket.counts[index] ?? 0);
    if (isAskedFor(word)) yield [word, bucket.offsets.subarray(start, end)];
    start = end;
  }
}

/** The bucket that holds some words, at least one. */
export function pack(postings: Postings): WordBucket {
  const parts = [...postings.values()];
  const offsets = new Uint32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let start = 0;
  for (const part of parts) {
    offsets.set(part, start);
    start += part.length;
  }
  return {
    words: [...postings.keys()].join('\n'),
    counts: Uint32Array.from(parts, ({ length }) => length),
    offsets,
  };
}
