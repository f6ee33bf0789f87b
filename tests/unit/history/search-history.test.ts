// @vitest-environment node
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { searchHistory } from '@/utils/history/search-history';
import type { RunsDatabase } from '@/utils/journal/runs-database';
import { DAY_MS, emptyDatabase, keep, MONDAY } from '@/tests/unit/support/kept-runs';

let database: RunsDatabase;

beforeEach(async () => {
  database = await emptyDatabase();
});

async function found(query: string, limit = 100, before?: number): Promise<number[]> {
  const { rows } = await searchHistory(database, query, { limit, before });
  return rows.map(({ startedAt }) => startedAt);
}

describe('searchHistory', () => {
  it.each([
    ['the page title', { page: { title: 'Zebra', url: 'https://example.org/' } }],
    ['the selected text', { text: 'a zebra' }],
    ['the question', { question: 'What is a zebra?' }],
    ['the answer', { answer: 'It is a **zebra**.' }],
  ])('finds by %s', async (_title, change) => {
    await keep(database, { startedAt: 1, ...change }, { startedAt: 2, text: 'a horse' });
    expect(await found('zebra ')).toEqual([1]);
  });

  it('does not find by the reasoning', async () => {
    await keep(database, { startedAt: 1, reasoning: 'zebra' });
    expect(await found('zebra')).toEqual([]);
  });

  it.each([
    ['without accents', 'Émile Zola à Paris', 'emile'],
    ['with accents where there are none', 'Emile', 'ÉMILE'],
    ['with ss for ß', 'Große Straße', 'grosse strasse '],
    ['by the beginning of the last word', 'internationalization', 'intern'],
    ['by many words in any order', 'the quick brown fox jumps', 'jumps fox the qu'],
    ['by a part of a Chinese sentence', '研究生命科学的方法', '生命科学'],
    ['by one Chinese character within', '研究生命科学的方法', '科'],
    ['by the last Chinese character', '研究生命科学的方法', '法'],
    ['by a Japanese word within', '東京タワーへ行きました', 'タワー'],
    ['by an Arabic word without its vowel signs', 'قَرَأْتُ كِتَابًا', 'كتابا'],
    ['by the beginning of a Korean syllable', '한국어', '하'],
    ['by a part of an address', 'see https://docs.example.com/a_b', 'example'],
  ])('finds %s', async (_title, text, query) => {
    await keep(database, { startedAt: 1, text }, { startedAt: 2, text: 'something else' });
    expect(await found(query)).toEqual([1]);
  });

  it.each([
    ['one of the words is missing', 'quick fox zebra '],
    ['a whole word is only the beginning of one', 'qui '],
    ['the last word is the beginning of none, but begins like one', 'quack'],
    ['words other than the last are only beginnings', 'qui fox'],
    ['Chinese characters are there, apart', '究命'],
    ['there is no word in the query', '?!'],
  ])('finds nothing where %s', async (_title, query) => {
    await keep(database, { startedAt: 1, text: 'quick fox 研究生命' });
    expect(await found(query)).toEqual([]);
  });

  it.each(['', '   '])('finds all with the blank query "%s"', async (query) => {
    await keep(database, { startedAt: 1 }, { startedAt: 2, text: 'x' });
    expect(await found(query)).toEqual([2, 1]);
  });

  it('gives pages over weeks, newest first, and each run once', async () => {
    const days = Array.from({ length: 40 }, (_, index) => MONDAY + index * 2 * DAY_MS);
    for (const startedAt of days) await keep(database, { startedAt, text: 'zebra' });
    const all: number[] = [];
    let page: number[];
    do {
      page = await found('zeb', 5, all.at(-1));
      all.push(...page);
    } while (page.length === 5);
    expect(all).toEqual(days.toReversed());
  });

  it('passes over words of a run that is gone, and fills the page', async () => {
    for (const startedAt of [1, 2, 3, 4]) await keep(database, { startedAt, text: 'zebra' });
    await database.delete('runs', 3);
    expect(await found('zebra', 3)).toEqual([4, 2, 1]);
  });

  it('does not read weeks beyond a full page', async () => {
    await keep(database, { startedAt: MONDAY, text: 'zebra' });
    await keep(database, { startedAt: MONDAY + 30 * DAY_MS, text: 'zebra' });
    const asking = vi.spyOn(IDBObjectStore.prototype, 'get');
    expect(await found('zebra ', 1)).toEqual([MONDAY + 30 * DAY_MS]);
    const weeks = asking.mock.calls.map(([key]) => (Array.isArray(key) ? key[0] : 'a run'));
    asking.mockRestore();
    expect(weeks).toEqual([expect.any(Number), 'a run']);
  });

  it('[TK-06] finds nothing of another account', async () => {
    await keep(database, { startedAt: 1, text: 'zebra' });
    const { openRunsDatabase } = await import('@/utils/journal/runs-database');
    database = await openRunsDatabase('grace', () => undefined);
    expect(await found('zebra')).toEqual([]);
    expect(await found('')).toEqual([]);
  });
});
