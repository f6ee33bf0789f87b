// @vitest-environment node
import { beforeEach, describe, expect, it } from 'vitest';
import { EXPORT_FORMAT, EXPORT_VERSION, type ExportedRun } from '@/utils/history/exported-run';
import { exportHistory } from '@/utils/history/export-history';
import { importHistory } from '@/utils/history/import-history';
import { listHistory } from '@/utils/history/list-history';
import { searchHistory } from '@/utils/history/search-history';
import { openRunsDatabase, type RunsDatabase } from '@/utils/journal/runs-database';
import { errorOf } from '@/tests/unit/support/error-of';
import { DAY_MS, dump, emptyDatabase, keep, MONDAY } from '@/tests/unit/support/kept-runs';

let database: RunsDatabase;

beforeEach(async () => {
  database = await emptyDatabase();
});

async function exportAll(
  from: RunsDatabase,
  maximumCharacters = 1_000_000,
): Promise<ExportedRun[]> {
  const runs: ExportedRun[] = [];
  let after: number | undefined;
  do {
    const page = await exportHistory(from, after, maximumCharacters);
    runs.push(...page.runs);
    after = page.next;
  } while (after !== undefined);
  return runs;
}

/** A file, or a part of one, as it comes out of JSON. */
function file(runs: unknown[], change: object = {}): unknown {
  const whole = { format: EXPORT_FORMAT, version: EXPORT_VERSION, runs, ...change };
  return JSON.parse(JSON.stringify(whole));
}

async function keepSome(): Promise<void> {
  await keep(
    database,
    {
      startedAt: MONDAY,
      text: 'Étude 研究\u0000\uD800',
      answer: '# So\n\n```js\nlet a;',
      reasoning: 'Hm.',
      page: { title: 'A page', url: 'https://example.org/?q=1#a' },
      brief: { language: 'de', otherwise: 'fr', isRepaired: false, isMasked: true },
      override: { choice: { model: 'org/other' } },
      sentCharacters: 9,
      isSelectionCut: true,
      seams: [3, 5],
      confirmed: { model: 'org/other', characters: 9 },
      state: { kind: 'done', finish: 'length' },
    },
    {
      startedAt: MONDAY + DAY_MS,
      conversation: `run-${MONDAY}`,
      action: 'ask',
      question: 'And then?',
      droppedTurns: 2,
      answer: 'Then zebra.',
      state: { kind: 'failed', error: { kind: 'stream-cut' } },
    },
    { startedAt: MONDAY + 2 * DAY_MS, text: 'No answer', state: { kind: 'stopped' } },
  );
}

describe('an export', () => {
  it('has all of a run that means something elsewhere, and nothing else', async () => {
    await keepSome();
    const [run] = await exportAll(database);
    expect(run).toEqual({
      startedAt: MONDAY,
      id: `run-${MONDAY}`,
      conversation: `run-${MONDAY}`,
      action: 'explain',
      page: { title: 'A page', url: 'https://example.org/?q=1#a' },
      quote: 'Étude 研究\u0000\uD800',
      textLength: 10,
      isSelectionCut: true,
      brief: { language: 'de', otherwise: 'fr', isRepaired: false, isMasked: true },
      override: { choice: { model: 'org/other' } },
      choice: { model: 'org/model' },
      sentCharacters: 9,
      droppedTurns: 0,
      seams: [3, 5],
      preview: '# So\n\n```js\nlet a;',
      state: { kind: 'done', finish: 'length' },
      text: 'Étude 研究\u0000\uD800',
      answer: '# So\n\n```js\nlet a;',
      reasoning: 'Hm.',
    });
  });

  it('is the same in pages of any size, and each run is there once', async () => {
    for (let at = 0; at < 250; at += 1) await keep(database, { startedAt: at, answer: `${at}` });
    const whole = await exportAll(database);
    expect(whole.map(({ startedAt }) => startedAt)).toEqual(
      Array.from({ length: 250 }, (_, at) => at),
    );
    expect(await exportAll(database, 1)).toEqual(whole);
    expect(await exportAll(database, 3_000)).toEqual(whole);
  });

  it('keeps a page within the length, where a run is not longer by itself', async () => {
    await keep(database, { startedAt: 1, answer: 'x'.repeat(5_000) });
    for (let at = 2; at < 30; at += 1)
      await keep(database, { startedAt: at, answer: '\u0001'.repeat(100) });
    const first = await exportHistory(database, undefined, 4_000);
    expect(first.runs.map(({ startedAt }) => startedAt)).toEqual([1]);
    const second = await exportHistory(database, first.next, 4_000);
    expect(second.runs.length).toBeGreaterThan(1);
    expect(JSON.stringify(second.runs).length).toBeLessThanOrEqual(4_000 + second.runs.length + 1);
  });

  it('leaves out what is under way, and counts what cannot be read', async () => {
    await keep(database, { startedAt: 1 }, { startedAt: 2 });
    await keep(database, { startedAt: 3, underWay: 1, state: { kind: 'preparing' } });
    await database.put('runs', { startedAt: 1 } as never);
    const page = await exportHistory(database, undefined, 1_000_000);
    expect(page).toEqual({ runs: [expect.objectContaining({ startedAt: 2 })], damaged: 1 });
  });
});

describe('an import', () => {
  it('gives another account the same runs, to list, to find and to export', async () => {
    await keepSome();
    const runs = await exportAll(database);
    const other = await openRunsDatabase('grace', () => undefined);
    expect(await importHistory(other, file(runs))).toEqual({ added: 3, known: 0, unreadable: 0 });
    expect(await exportAll(other)).toEqual(runs);
    const listed = await listHistory(database, { limit: 9 });
    expect(await listHistory(other, { limit: 9 })).toEqual(listed);
    for (const query of ['zebra', 'étude', '研究', 'page', 'then', 'no answer']) {
      const found = await searchHistory(database, query, { limit: 9 });
      expect(found.rows.length).toBeGreaterThan(0);
      expect(await searchHistory(other, query, { limit: 9 })).toEqual(found);
    }
  });

  it('leaves runs that are known as they are', async () => {
    await keepSome();
    const runs = await exportAll(database);
    const before = await dump(database);
    const forged = runs.map((run) => ({ ...run, startedAt: run.startedAt + 7, answer: 'forged' }));
    const result = await importHistory(database, file([...forged, ...runs]));
    expect(result).toEqual({ added: 0, known: 6, unreadable: 0 });
    expect(await dump(database)).toBe(before);
  });

  it('adds a run once that is twice in a file', async () => {
    await keepSome();
    const [run] = await exportAll(database);
    const twice = [run, { ...run, startedAt: 1 }].map((copy) => ({ ...copy, id: 'copy' }));
    const result = await importHistory(database, file(twice));
    expect(result).toEqual({ added: 1, known: 1, unreadable: 0 });
  });

  it('moves a run whose moment is taken, and keeps the order of a conversation', async () => {
    const other = await openRunsDatabase('grace', () => undefined);
    await keep(other, { startedAt: MONDAY }, { startedAt: MONDAY + 1 });
    await keep(database, { startedAt: MONDAY, id: 'a', conversation: 'a', answer: 'first' });
    await keep(database, { startedAt: MONDAY + 1, id: 'b', conversation: 'a', answer: 'second' });
    const runs = await exportAll(database);
    await importHistory(other, file(runs.toReversed()));
    const { rows } = await listHistory(other, { limit: 9 });
    expect(rows.map(({ id, startedAt }) => [id, startedAt - MONDAY])).toEqual([
      ['b', 3],
      ['a', 2],
      [`run-${MONDAY + 1}`, 1],
      [`run-${MONDAY}`, 0],
    ]);
    const { rows: found } = await searchHistory(other, 'second', { limit: 9 });
    expect(found.map(({ id }) => id)).toEqual(['b']);
    expect((await exportAll(other)).find(({ id }) => id === 'b')?.answer).toBe('second');
  });

  it('finds room for thousands of runs of one moment', async () => {
    await keep(database, { startedAt: 0, answer: 'x' });
    const [run] = await exportAll(database);
    const many = Array.from({ length: 1_200 }, (_, index) => ({ ...run, id: `copy-${index}` }));
    expect(await importHistory(database, file(many))).toMatchObject({ added: 1_200 });
    expect(await database.count('runs')).toBe(1_201);
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'runs'],
    ['a list', []],
    ['another format', { format: 'bookmarks', version: 1, runs: [] }],
    ['no version', { format: 'companion-runs', runs: [] }],
    ['version 0', { format: 'companion-runs', version: 0, runs: [] }],
    ['a version that is no number', { format: 'companion-runs', version: '2', runs: [] }],
    ['no runs', { format: 'companion-runs', version: 1 }],
    ['runs that are no list', { format: 'companion-runs', version: 1, runs: {} }],
  ])('refuses %s', async (_title, batch) => {
    expect(await errorOf(importHistory(database, batch))).toEqual({ kind: 'import-not-readable' });
  });

  it('says so when a newer version has made the file', async () => {
    const newer = file([], { version: EXPORT_VERSION + 1 });
    expect(await errorOf(importHistory(database, newer))).toEqual({ kind: 'import-newer' });
  });
});

const PLAIN: ExportedRun = {
  startedAt: MONDAY,
  id: 'a',
  conversation: 'a',
  action: 'ask',
  quote: '',
  textLength: 0,
  isSelectionCut: false,
  droppedTurns: 0,
  seams: [],
  preview: '',
  state: { kind: 'done', finish: 'stop' },
  answer: '',
  reasoning: '',
};

const page = (url: string) => ({ page: { title: '', url } });

describe('a hostile import', () => {
  it.each<[string, object]>([
    ['a script for an address', page('javascript:alert(1)')],
    ['a script behind a line break', page('java\nscript:alert(1)')],
    ['an address of a file', page('file:///etc/passwd')],
    ['an address of an extension', page('chrome-extension://abc/options.html')],
    ['a broken address', page('https://[')],
    ['an address without end', page(`https://example.org/${'a'.repeat(9_000)}`)],
    ['a title without end', { page: { title: 'a'.repeat(2_001), url: 'https://example.org/' } }],
    ['a quote without end', { quote: 'a'.repeat(4_001) }],
    ['a preview without end', { preview: 'a'.repeat(4_001) }],
    ['a question without end', { question: 'a'.repeat(100_001) }],
    ['an answer without end', { answer: 'a'.repeat(10 * 1024 * 1024 + 1) }],
    ['seams without end', { seams: Array.from({ length: 1_001 }, () => 1) }],
    ['markup for an id', { id: '<b>' }],
    ['an id without end', { id: 'a'.repeat(65) }],
    ['no id', { id: '' }],
    ['no time', { startedAt: null }],
    ['a time before the epoch', { startedAt: -1 }],
    ['a time between milliseconds', { startedAt: 0.5 }],
    ['a time that no calendar has', { startedAt: 8.64e15 + 1 }],
    ['an unknown action', { action: 'delete' }],
    ['a run that is under way', { state: { kind: 'streaming' } }],
    [
      'a run that waits for a yes',
      { state: { kind: 'held', by: 'confirmation', sendCharacters: 1 } },
    ],
    ['a made-up state', { state: { kind: '__proto__' } }],
    ['an object for a text', { answer: { toString: 'x' } }],
    ['a number that is too large', { textLength: 1e300 }],
  ])('leaves %s out, and adds the others', async (_title, change) => {
    const batch = file([
      { ...PLAIN, ...change },
      { ...PLAIN, id: 'b', conversation: 'b' },
    ]);
    expect(await importHistory(database, batch)).toEqual({ added: 1, known: 0, unreadable: 1 });
    expect((await exportAll(database)).map(({ id }) => id)).toEqual(['b']);
  });

  it.each([
    ['an error whose words hold a value', { kind: 'host-access-missing', host: 'evil.example' }],
    ['an error that does not exist', { kind: 'toString' }],
    ['an error that is none', 7],
    ['no error', undefined],
  ])('takes %s for an unexpected one', async (_title, error) => {
    await importHistory(database, file([{ ...PLAIN, state: { kind: 'failed', error } }]));
    const { rows } = await listHistory(database, { limit: 9 });
    expect(rows[0]?.state).toEqual({ kind: 'failed', error: { kind: 'unexpected' } });
  });

  it('brings no keys of its own, no agreement to costs and no window', async () => {
    const more = { underWay: 1, confirmed: { model: 'a', characters: 9 }, windowId: 7, evil: 1 };
    const error = { kind: 'offline', host: 'evil.example' };
    const state = { kind: 'failed', error, evil: 1 };
    await importHistory(database, file([{ ...PLAIN, ...more, unread: 1, state }]));
    const { answer: _answer, reasoning: _reasoning, ...plain } = PLAIN;
    expect(await database.getAll('runs')).toEqual([
      {
        ...plain,
        windowId: -1,
        state: { kind: 'failed', error: { kind: 'offline' } },
      },
    ]);
  });
});
