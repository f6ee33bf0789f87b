import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { HistoryPage } from '@/utils/history/history-row';
import { createHistoryModel } from '@/utils/state/history-model';
import { FakeBackground } from '../support/fake-background';
import { answerWith, historyRow, historyRows, later } from '../support/history-rows';

const page = (rows: HistoryPage['rows']): HistoryPage => ({ rows, damaged: 0 });

type Model = ReturnType<typeof createHistoryModel>;
const idsOf = ({ found }: Model) => found.value?.rows.map(({ id }) => id);
const shows = (model: Model, ...ids: string[]) =>
  vi.waitFor(() => expect(idsOf(model)).toEqual(ids));

beforeEach(() => {
  // oxlint-disable-next-line no-new -- it fills in the browser's APIs
  new FakeBackground();
});

describe('the history as a view shows it', () => {
  it('is read at once, with what goes on now', async () => {
    const sent = answerWith({
      'history.list': () => page([historyRow('a')]),
      'history.now': () => [historyRow('b', { state: { kind: 'streaming' } })],
    });
    const model = createHistoryModel('1');
    await shows(model, 'a');
    expect(model.now.value.map(({ id }) => id)).toEqual(['b']);
    expect(model.found.value).toMatchObject({ query: '', isAll: true });
    expect(sent).toEqual([
      { kind: 'history.list', sub: '1', query: '' },
      { kind: 'history.now', sub: '1' },
    ]);
  });

  it('takes the answer to the latest query, whichever comes last', async () => {
    const answers = { '': later(), le: later(), lens: later() } as Record<
      string,
      ReturnType<typeof later<'history.list'>>
    >;
    answerWith({
      'history.list': ({ query }) => answers[String(query)]?.promise,
      'history.now': () => [],
    });
    const model = createHistoryModel('1');
    model.search('le');
    model.search('lens');
    answers['lens']?.resolve(page([historyRow('of-lens')]));
    await shows(model, 'of-lens');
    answers['le']?.resolve(page([historyRow('of-le')]));
    answers['']?.resolve(page([historyRow('of-all')]));
    // A macrotask: whatever those answers set off is done by then.
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
    expect(model.found.value).toMatchObject({ query: 'lens' });
    expect(idsOf(model)).toEqual(['of-lens']);
  });

  it('reads the next page from where the last ended, once, until a page is not full', async () => {
    const sent = answerWith({
      'history.list': ({ before }) =>
        before === undefined ? page(historyRows(80, 31)) : page(historyRows(30, 1)),
      'history.now': () => [],
    });
    const model = createHistoryModel('1');
    await vi.waitFor(() => expect(model.found.value?.isAll).toBe(false));
    model.readMore();
    model.readMore();
    await vi.waitFor(() => expect(model.found.value?.rows).toHaveLength(80));
    expect(model.found.value?.isAll).toBe(true);
    model.readMore();
    const lists = sent.filter(({ kind }) => kind === 'history.list');
    expect(lists.map(({ before }) => before)).toEqual([undefined, 31]);
  });

  it('keeps what it shows when reading fails, and says why', async () => {
    let isBroken = false;
    const sent = answerWith({
      'history.list': () =>
        isBroken ? Promise.reject({ kind: 'no-history' }) : page(historyRows(50, 1)),
      'history.now': () => [],
    });
    const model = createHistoryModel('1');
    await vi.waitFor(() => expect(model.found.value?.rows).toHaveLength(50));
    isBroken = true;
    model.search('x');
    await vi.waitFor(() => expect(model.error.value).toEqual({ kind: 'no-history' }));
    expect(model.found.value?.rows).toHaveLength(50);
    const before = sent.length;
    // Rows of another query are no beginning of this one.
    model.readMore();
    expect(sent).toHaveLength(before);
    isBroken = false;
    model.search('');
    await vi.waitFor(() => expect(model.error.value).toBeUndefined());
  });
});

describe('what has ended while the history is open', () => {
  it('moves from what goes on to the list; pages further down stay', async () => {
    let now = [historyRow('81', { state: { kind: 'streaming' } })];
    let newest = 80;
    answerWith({
      'history.list': ({ before }) =>
        before === undefined
          ? page(historyRows(newest, newest - 49))
          : page(historyRows(Number(before) - 1, 1)),
      'history.now': () => now,
    });
    const model = createHistoryModel('1');
    await vi.waitFor(() => expect(model.now.value).toHaveLength(1));
    await vi.waitFor(() => expect(model.found.value?.rows).toHaveLength(50));
    model.readMore();
    await vi.waitFor(() => expect(model.found.value?.rows).toHaveLength(80));
    now = [];
    newest = 81;
    model.refresh();
    await vi.waitFor(() => expect(idsOf(model)?.[0]).toBe('81'));
    expect(model.now.value).toEqual([]);
    expect(idsOf(model)).toEqual(historyRows(81, 1).map(({ id }) => id));
    expect(model.found.value?.isAll).toBe(true);
  });

  it('is read after a page that was on its way, and not instead of it', async () => {
    const next = later<'history.list'>();
    let now = [historyRow('101')];
    const sent = answerWith({
      'history.list': ({ before }) =>
        before === undefined ? page(historyRows(100, 51)) : next.promise,
      'history.now': () => now,
    });
    const model = createHistoryModel('1');
    await vi.waitFor(() => expect(model.found.value?.rows).toHaveLength(50));
    await vi.waitFor(() => expect(model.now.value).toHaveLength(1));
    model.readMore();
    now = [];
    model.refresh();
    await vi.waitFor(() => expect(model.now.value).toEqual([]));
    next.resolve(page(historyRows(50, 11)));
    await vi.waitFor(() => expect(model.found.value?.rows).toHaveLength(90));
    const lists = () => sent.filter(({ kind }) => kind === 'history.list');
    await vi.waitFor(() => expect(lists()).toHaveLength(3));
    expect(lists().map(({ before }) => before)).toEqual([undefined, 51, undefined]);
  });
});

describe('deleting', () => {
  it('takes a run away, also from an answer that was on its way', async () => {
    const slow = later<'history.list'>();
    let isSlow = false;
    const rows = [historyRow('b'), historyRow('a')];
    answerWith({
      'history.list': () => (isSlow ? slow.promise : page(rows)),
      'history.now': () => [],
    });
    const model = createHistoryModel('1');
    await shows(model, 'b', 'a');
    isSlow = true;
    model.search('text');
    expect(await model.delete(historyRow('b'))).toBe(true);
    expect(idsOf(model)).toEqual(['a']);
    slow.resolve(page(rows));
    await vi.waitFor(() => expect(model.found.value?.query).toBe('text'));
    expect(idsOf(model)).toEqual(['a']);
  });

  it('leaves a run that could not be deleted, and says why', async () => {
    answerWith({
      'history.list': () => page([historyRow('a')]),
      'history.now': () => [],
      'history.delete': () => Promise.reject({ kind: 'no-history' }),
    });
    const model = createHistoryModel('1');
    await shows(model, 'a');
    expect(await model.delete(historyRow('a'))).toBe(false);
    expect(idsOf(model)).toEqual(['a']);
    expect(model.error.value).toEqual({ kind: 'no-history' });
  });

  it('reads on when all that was shown is gone, but not all there is', async () => {
    const rows = historyRows(60, 11);
    let isDeleted = false;
    answerWith({
      'history.list': () => page(isDeleted ? historyRows(10, 1) : rows),
      'history.now': () => [],
    });
    const model = createHistoryModel('1');
    await vi.waitFor(() => expect(model.found.value?.rows).toHaveLength(50));
    isDeleted = true;
    for (const row of rows) await model.delete(row);
    await vi.waitFor(() => expect(model.found.value?.rows).toHaveLength(10));
  });
});
