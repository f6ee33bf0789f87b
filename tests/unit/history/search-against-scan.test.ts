// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { deleteOlderThan, deleteRun } from '@/utils/history/delete-history';
import { searchHistory } from '@/utils/history/search-history';
import { emptyDatabase, keep, MONDAY, type KeptRun } from '@/tests/unit/support/kept-runs';

/** Random numbers that are the same each time (mulberry32). */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

type Random = ReturnType<typeof randomFrom>;

/** Few letters, so that words meet. */
const LETTERS = ['a', 'b', 'á', 'B', 'ß', 'ø', '7'];
const HAN = ['生', '命', '科'];

function text(random: Random, words: number): string {
  const alphabet = () => (random(4) === 0 ? HAN : LETTERS);
  const word = (letters: string[]) =>
    Array.from({ length: 1 + random(4) }, () => letters[random(letters.length)]).join('');
  return Array.from({ length: words }, () => word(alphabet())).join(' ');
}

/** What the index must find, by looking at each word of each text. */
function scan(runs: readonly KeptRun[], query: string): number[] {
  const asked = wordsIn(query);
  const isOpen = !query.endsWith(' ');
  const holds = (words: string[], word: string, isLast: boolean) => {
    if (!HAN.includes(word.charAt(0))) {
      return words.some((own) => own === word || (isLast && isOpen && own.startsWith(word)));
    }
    const pairs = Array.from(word.slice(1), (next, index) => word.charAt(index) + next);
    return (pairs.length === 0 ? [word] : pairs).every((pair) =>
      words.some((own) => own.includes(pair)),
    );
  };
  const matches = (run: KeptRun) => {
    const words = [run.text, run.answer, run.question, run.page?.title].flatMap((part) =>
      wordsIn(part ?? ''),
    );
    return asked.every((word, index) => holds(words, word, index === asked.length - 1));
  };
  return runs
    .filter(matches)
    .map(({ startedAt }) => startedAt)
    .toSorted((a, b) => b - a);
}

function wordsIn(any: string): string[] {
  const plain = any.replaceAll('á', 'a').replaceAll('B', 'b').replaceAll('ß', 'ss');
  return plain.replaceAll('ø', 'o').split(' ').filter(Boolean);
}

describe('a search', () => {
  it.each([1, 2, 3, 4])('finds what looking at every text finds (seed %i)', async (seed) => {
    const random = randomFrom(seed);
    const database = await emptyDatabase();
    let runs: KeptRun[] = Array.from({ length: 60 }, (_, index) => ({
      startedAt: MONDAY + index * (1 + random(40)) * 3_600_000 + index,
      text: text(random, random(6)),
      answer: text(random, random(6)),
      question: text(random, random(2)),
      page: { title: text(random, random(3)), url: 'https://example.org/' },
    }));
    await keep(database, ...runs);
    let hits = 0;
    const compare = async () => {
      for (let count = 0; count < 60; count += 1) {
        const query = text(random, 1 + random(3)) + (random(2) ? ' ' : '');
        const { rows } = await searchHistory(database, query, { limit: 1_000 });
        expect([query, ...rows.map(({ startedAt }) => startedAt)]).toEqual([
          query,
          ...scan(runs, query),
        ]);
        hits += rows.length;
      }
    };
    await compare();
    for (const { startedAt } of runs.filter(() => random(4) === 0)) {
      expect(await deleteRun(database, `run-${startedAt}`)).toBe(true);
      runs = runs.filter((run) => run.startedAt !== startedAt);
    }
    const moment = runs[10]?.startedAt ?? 0;
    await deleteOlderThan(database, moment);
    runs = runs.filter(({ startedAt }) => startedAt >= moment);
    await compare();
    expect(hits).toBeGreaterThan(100);
  });
});
