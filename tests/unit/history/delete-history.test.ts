// @vitest-environment node
import { beforeEach, describe, expect, it } from 'vitest';
import {
  countEnded,
  deleteEnded,
  deleteOlderThan,
  deleteRun,
} from '@/utils/history/delete-history';
import { listHistory } from '@/utils/history/list-history';
import { searchHistory } from '@/utils/history/search-history';
import { indexRun } from '@/utils/history/word-index';
import type { RunsDatabase } from '@/utils/journal/runs-database';
import {
  DAY_MS,
  dump,
  emptyDatabase,
  keep,
  type KeptRun,
  MONDAY,
  NOTHING,
} from '@/tests/unit/support/kept-runs';

let database: RunsDatabase;

beforeEach(async () => {
  database = await emptyDatabase();
});

/** A run in whose every part the same word stands. */
function marked(word: string, startedAt: number, change: Partial<KeptRun> = {}): KeptRun {
  return {
    startedAt,
    id: `id-${word}`,
    text: `text ${word}`,
    answer: `answer ${word}`,
    reasoning: `thought ${word}`,
    question: `question ${word}`,
    page: { title: `title ${word}`, url: `https://example.org/${word}` },
    ...change,
  };
}

async function left(): Promise<number[]> {
  return await database.getAllKeys('runs');
}

describe('deleting one run', () => {
  it('leaves nothing of it in any store, and all of the others', async () => {
    await keep(database, marked('zebra', MONDAY + 1), marked('horse', MONDAY + 2));
    expect(await dump(database)).toContain('zebra');
    expect(await deleteRun(database, 'id-zebra')).toBe(true);
    expect(await dump(database)).not.toContain('zebra');
    expect(await deleteRun(database, 'id-zebra')).toBe(false);
    const { rows } = await searchHistory(database, 'text answer question title horse', {
      limit: 9,
    });
    expect(rows.map(({ id }) => id)).toEqual(['id-horse']);
    expect(await deleteRun(database, 'id-horse')).toBe(true);
    expect(await dump(database)).toBe(NOTHING);
  });

  it('also takes words away that another version had made of its text', async () => {
    await keep(database, marked('zebra', MONDAY));
    await indexRun(database.transaction('words', 'readwrite'), MONDAY, ['zebrawords']);
    await deleteRun(database, 'id-zebra');
    expect(await dump(database)).toBe(NOTHING);
  });
});

describe('deleting all', () => {
  it('[TK-06] leaves nothing in any store, damaged runs neither', async () => {
    for (let week = 0; week < 5; week += 1) {
      await keep(database, marked('zebra', MONDAY + week * 7 * DAY_MS, { id: `id-${week}` }));
    }
    const run = await database.get('runs', MONDAY);
    await database.put('runs', { ...run, action: 'other' } as never);
    expect(await listHistory(database, { limit: 1 })).toMatchObject({ damaged: 0 });
    expect((await listHistory(database, { limit: 9 })).damaged).toBe(1);
    await deleteEnded(database);
    expect(await dump(database)).toBe(NOTHING);
    expect(await countEnded(database)).toBe(0);
  });

  it('takes away what has outlived its run, in whichever store', async () => {
    await database.put('texts', 'zebra', MONDAY);
    await database.put('answers', { answer: 'zebra', reasoning: '' }, [MONDAY - 30 * DAY_MS, 4]);
    await indexRun(database.transaction('words', 'readwrite'), MONDAY + 90 * DAY_MS, ['zebra']);
    await deleteEnded(database);
    expect(await dump(database)).toBe(NOTHING);
  });

  it('leaves whole what is under way, wherever it stands among the others', async () => {
    const state = { kind: 'held', by: 'sign-in' } as const;
    const underWay = [1, 4, 5, 9].map((at) =>
      marked(`horse${at}`, MONDAY + at, { underWay: 1, state }),
    );
    await keep(database, ...underWay);
    const before = await dump(database);
    const ended = [0, 2, 3, 6, 10].map((at) => marked(`zebra${at}`, MONDAY + at));
    await keep(database, ...ended, marked('zebra', MONDAY - 20 * DAY_MS));
    expect(await countEnded(database)).toBe(6);
    await deleteEnded(database);
    expect(await dump(database)).toBe(before);
  });
});

describe('deleting what is older than a moment', () => {
  it.each([
    ['within a week', MONDAY + 2 * DAY_MS],
    ['weeks later', MONDAY + 30 * DAY_MS],
    ['where a week of the index begins', Date.UTC(2026, 5, 18)],
  ])('leaves nothing older and all that is not, %s', async (_title, moment) => {
    const old = [moment - 1, moment - 3 * DAY_MS, moment - 300 * DAY_MS];
    const young = [moment, moment + 1, moment + 3 * DAY_MS, moment + 300 * DAY_MS];
    await keep(database, ...young.map((at) => marked(`horse${at}`, at)));
    const before = await dump(database);
    await keep(database, ...old.map((at) => marked(`zebra${at}`, at)));
    await deleteOlderThan(database, moment);
    expect(await dump(database)).toBe(before);
  });

  it('takes damaged runs away by their time', async () => {
    await database.add('damaged', { startedAt: 5, run: { quote: 'zebra' } });
    await database.add('damaged', { startedAt: 6, run: { quote: 'horse' } });
    await database.add('damaged', { run: { quote: 'zebra' } });
    await deleteOlderThan(database, 6);
    expect(await database.getAll('damaged')).toEqual([{ startedAt: 6, run: { quote: 'horse' } }]);
  });

  it('leaves a run that was held since long ago', async () => {
    const state = { kind: 'held', by: 'question' } as const;
    await keep(database, marked('horse', MONDAY, { underWay: 1, state }));
    await deleteOlderThan(database, MONDAY + 90 * DAY_MS);
    expect(await left()).toEqual([MONDAY]);
  });
});
