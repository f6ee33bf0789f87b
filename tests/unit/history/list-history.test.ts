// @vitest-environment node
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { countEnded } from '@/utils/history/delete-history';
import { listHistory } from '@/utils/history/list-history';
import { searchHistory } from '@/utils/history/search-history';
import type { RunsDatabase } from '@/utils/journal/runs-database';
import { dump, emptyDatabase, keep, MONDAY } from '@/tests/unit/support/kept-runs';

let database: RunsDatabase;

beforeEach(async () => {
  database = await emptyDatabase();
});

describe('listHistory', () => {
  it('tells of each run what a list shows, JSON-safe', async () => {
    const page = { title: 'A page', url: 'https://example.org/' };
    await keep(database, {
      startedAt: MONDAY,
      page,
      question: 'Why?',
      text: 'Text',
      answer: 'So.',
    });
    const { rows } = await listHistory(database, { limit: 10 });
    expect(rows).toEqual([
      {
        id: `run-${MONDAY}`,
        startedAt: MONDAY,
        conversation: `run-${MONDAY}`,
        action: 'explain',
        pageTitle: 'A page',
        question: 'Why?',
        quote: 'Text',
        preview: 'So.',
        model: 'org/model',
        state: { kind: 'done', finish: 'stop' },
      },
    ]);
  });

  it('says null for what a run does not have', async () => {
    await keep(database, { startedAt: 1, choice: undefined });
    const { rows } = await listHistory(database, { limit: 10 });
    expect(JSON.parse(JSON.stringify(rows))).toEqual(rows);
    expect(rows[0]).toMatchObject({ pageTitle: null, question: null, model: null });
  });

  it('gives pages, newest first, until a page is not full', async () => {
    for (const startedAt of [5, 1, 3, 2, 4]) await keep(database, { startedAt });
    const pages: number[][] = [];
    let before: number | undefined;
    do {
      const { rows } = await listHistory(database, { before, limit: 2 });
      pages.push(rows.map(({ startedAt }) => startedAt));
      before = rows.at(-1)?.startedAt;
    } while (pages.at(-1)?.length === 2);
    expect(pages).toEqual([[5, 4], [3, 2], [1]]);
  });

  it('leaves out what is under way', async () => {
    await keep(
      database,
      { startedAt: 1 },
      { startedAt: 2, underWay: 1, state: { kind: 'streaming' } },
      { startedAt: 3, underWay: 1, state: { kind: 'held', by: 'sign-in' } },
    );
    const { rows } = await listHistory(database, { limit: 10 });
    expect(rows.map(({ startedAt }) => startedAt)).toEqual([1]);
    expect(await countEnded(database)).toBe(1);
  });
});

describe('[R32] [TK-10] a run that cannot be read', () => {
  beforeEach(async () => {
    await keep(
      database,
      { startedAt: MONDAY, text: 'sound text' },
      {
        startedAt: MONDAY + 1,
        text: 'spoilt text',
        answer: 'spoilt answer',
        reasoning: 'spoilt thought',
      },
      { startedAt: MONDAY + 2, text: 'sound text' },
    );
    const run = await database.get('runs', MONDAY + 1);
    await database.put('runs', { ...run, quote: 7 } as never);
  });

  it.each([
    ['the list', () => listHistory(database, { limit: 2 })],
    ['a search', () => searchHistory(database, 'text', { limit: 2 })],
  ])('does not cost %s, and is counted once', async (_title, read) => {
    const page = await read();
    expect(page.rows.map(({ startedAt }) => startedAt - MONDAY)).toEqual([2, 0]);
    expect(page.damaged).toBe(1);
    expect((await read()).damaged).toBe(0);
    expect((await listHistory(database, { limit: 10 })).damaged).toBe(0);
    expect(await countEnded(database)).toBe(2);
  });

  it('is kept aside whole, and nowhere else', async () => {
    await listHistory(database, { limit: 10 });
    expect(await database.getAll('damaged')).toEqual([
      {
        startedAt: MONDAY + 1,
        run: expect.objectContaining({ id: `run-${MONDAY + 1}`, quote: 7 }),
        text: 'spoilt text',
        answer: 'spoilt answer',
        reasoning: 'spoilt thought',
      },
    ]);
    await database.clear('damaged');
    expect(await dump(database)).not.toContain('spoilt');
  });

  it('stays where it is when there is no room to move it, and the list is shown', async () => {
    const adding = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const page = await listHistory(database, { limit: 10 });
    adding.mockRestore();
    expect(page).toMatchObject({ damaged: 1, rows: [{}, {}] });
    expect(await database.get('runs', MONDAY + 1)).toMatchObject({ quote: 7 });
    expect(await database.get('texts', MONDAY + 1)).toBe('spoilt text');
  });
});
