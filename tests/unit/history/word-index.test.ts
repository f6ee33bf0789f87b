// @vitest-environment node
import { beforeEach, describe, expect, it } from 'vitest';
import { foldWords } from '@/utils/history/fold-words';
import { bucketOf, pack, unpack } from '@/utils/history/word-bucket';
import { indexRun, indexRuns, unindex } from '@/utils/history/word-index';
import type { RunsDatabase } from '@/utils/journal/runs-database';
import { emptyDatabase } from '@/tests/unit/support/kept-runs';

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;
let database: RunsDatabase;

beforeEach(async () => {
  database = await emptyDatabase();
});

/** What the index holds: week, word, offsets in the week. */
async function words(): Promise<[number, string, ...number[]][]> {
  const keys = await database.getAllKeys('words');
  const buckets = await database.getAll('words');
  const all = keys.flatMap(([week], index) =>
    Array.from(unpack(buckets[index]), ([word, offsets]): [number, string, ...number[]] => [
      week,
      word,
      ...offsets,
    ]),
  );
  return all.toSorted((a, b) => a[0] - b[0] || (a[1] < b[1] ? -1 : 1));
}

function change() {
  return database.transaction('words', 'readwrite');
}

describe('the index of words', () => {
  it('knows by week and word where in the week runs start, in order', async () => {
    const transaction = change();
    await indexRun(transaction, WEEK_MS * 2 + 30, ['big cat']);
    await indexRun(transaction, WEEK_MS * 2 + 10, ['big', 'dog']);
    await indexRun(transaction, WEEK_MS * 3, ['big']);
    expect(await words()).toEqual([
      [2, 'big', 10, 30],
      [2, 'cat', 30],
      [2, 'dog', 10],
      [3, 'big', 0],
    ]);
  });

  it('does not change when a run is added once more', async () => {
    await indexRun(change(), 30, ['big cat']);
    const before = await words();
    await indexRun(change(), 30, ['big cat']);
    expect(await words()).toEqual(before);
  });

  it('is the same whether runs come one by one or together', async () => {
    const runs = [7, 3, WEEK_MS + 5, 12].map((startedAt) => ({
      startedAt,
      words: foldWords(`all ${startedAt % 2 ? 'odd' : 'even'}`),
    }));
    await indexRuns(change(), runs);
    const together = await words();
    await database.clear('words');
    for (const run of runs) await indexRuns(change(), [run]);
    expect(await words()).toEqual(together);
  });

  it('takes a run out of all words, also those that its text does not have, and no other run', async () => {
    const many = Array.from({ length: 2_000 }, (_, index) => `${index.toString(36)}x w${index}`);
    await indexRun(change(), 10, many);
    await indexRun(change(), 20, ['w1']);
    await indexRun(change(), WEEK_MS + 10, ['w1']);
    await unindex(change(), 0, (startedAt) => startedAt === 10);
    expect(await words()).toEqual([
      [0, 'w1', 20],
      [1, 'w1', 10],
    ]);
  });
});

describe('a bucket', () => {
  it.each([
    ['the first two letters', 'zebra', 'ze'],
    ['a letter that stands alone', 'a', 'a'],
    ['the first character of Chinese', '学习', '学'],
    ['the first character of Chinese beyond 16 bits', '𠮷野', '𠮷'],
    ['the first character of Japanese', 'タワ', 'タ'],
  ])('is named by %s', (_title, word, name) => {
    expect(bucketOf(word)).toBe(name);
  });

  it('gives back what it was made of', () => {
    const postings = new Map([
      ['zebra', Uint32Array.of(1, 5, 604_799_999)],
      ['zeal', Uint32Array.of(0)],
    ]);
    expect(unpack(pack(postings))).toEqual(postings);
    expect(unpack(undefined)).toEqual(new Map());
  });
});
