// @vitest-environment node
import { beforeEach, describe, expect, it } from 'vitest';
import { hasEnded, type RunState } from '@/utils/runs/run';
import { toSnapshot } from '@/utils/runs/run-snapshot';
import { RunStore } from '@/utils/runs/run-store';
import { run } from '../support/runs';

const DONE: RunState = { kind: 'done', finish: 'stop' };

let store: RunStore;
let told: unknown[][];

beforeEach(() => {
  told = [];
  store = new RunStore();
  store.observe({
    onStart: ({ id }) => told.push(['start', id]),
    onChange: ({ id, state }) => told.push(['change', id, state.kind]),
    onText: ({ id }, text) => told.push(['text', id, text]),
    onForget: ({ id }) => told.push(['forget', id]),
  });
});

describe('RunStore', () => {
  it('keeps a run and tells of all that happens to it, in order', () => {
    const one = run('one');
    store.add(one);
    store.update(one, { state: { kind: 'streaming' } });
    store.append(one, 'A ');
    store.append(one, 'lens.');
    store.update(one, { state: DONE });
    expect(store.get('one')).toBe(one);
    expect(one).toMatchObject({ answer: 'A lens.', state: DONE });
    expect(told).toEqual([
      ['start', 'one'],
      ['change', 'one', 'streaming'],
      ['text', 'one', 'A '],
      ['text', 'one', 'lens.'],
      ['change', 'one', 'done'],
    ]);
  });

  it('holds one run for each window: a new one takes the place of the old', () => {
    store.add(run('old'));
    store.add(run('other', { windowId: 2 }));
    store.add(run('new'));
    expect(store.ofWindow(1)?.id).toBe('new');
    expect(store.ofWindow(2)?.id).toBe('other');
    expect(store.ofWindow(3)).toBeUndefined();
    expect(store.get('old')).toBeUndefined();
    expect(told.slice(-2)).toEqual([
      ['forget', 'old'],
      ['start', 'new'],
    ]);
  });

  it('puts back runs from before, and tells nobody of them', () => {
    store.add(run('new', { windowId: 3 }));
    told = [];
    store.restore([run('before'), run('elsewhere', { windowId: 2 })]);
    expect(store.all().map(({ id }) => id)).toEqual(['new', 'before', 'elsewhere']);
    expect(store.ofWindow(1)?.id).toBe('before');
    expect(told).toEqual([]);
  });

  it('forgets a run, and says so', () => {
    const one = run('one');
    store.add(one);
    store.forget(one);
    expect(store.all()).toEqual([]);
    expect(told.at(-1)).toEqual(['forget', 'one']);
  });
});

describe('RunStore, of two accounts', () => {
  const ADAS = run('ada', { owner: '1' });
  const NOBODYS = run('nobody', { windowId: 2 });

  beforeEach(() => {
    store.observe({
      onStart: () => undefined,
      onChange: () => undefined,
      onText: () => undefined,
      onForget: () => undefined,
      onViewer: () => told.push(['viewer', store.viewer]),
    });
    store.showTo('1');
    store.add(ADAS);
    store.add(NOBODYS);
    told = [];
  });

  it('[TK-06] shows the runs of who looks and those of nobody, by window and by id', () => {
    store.showTo('2');
    expect(store.ofWindow(1)).toBeUndefined();
    expect(store.get('ada')).toBeUndefined();
    expect(store.get('nobody')).toBe(NOBODYS);
    expect(store.all()).toEqual([ADAS, NOBODYS]);
    store.showTo('1');
    expect(store.ofWindow(1)).toBe(ADAS);
    expect(store.get('ada')).toBe(ADAS);
  });

  it('[TK-06] keeps a run for each of them in a window', () => {
    store.showTo('2');
    store.add(run('grace', { owner: '2' }));
    expect(store.ofWindow(1)?.id).toBe('grace');
    store.showTo('1');
    expect(store.ofWindow(1)?.id).toBe('ada');
    expect(told.filter(([kind]) => kind === 'forget')).toEqual([]);
  });

  it('says that somebody else looks, once', () => {
    store.showTo('2');
    store.showTo('2');
    store.showTo(undefined);
    expect(told).toEqual([
      ['viewer', '2'],
      ['viewer', undefined],
    ]);
  });
});

describe('hasEnded', () => {
  it.each<[RunState, boolean]>([
    [{ kind: 'preparing' }, false],
    [{ kind: 'streaming' }, false],
    [{ kind: 'held', by: 'sign-in' }, false],
    [DONE, true],
    [{ kind: 'stopped' }, true],
    [{ kind: 'failed', error: { kind: 'offline' } }, true],
  ])('of %o is %s', (state, isOver) => {
    expect(hasEnded(state)).toBe(isOver);
  });
});

describe('toSnapshot', () => {
  it('tells the length of a long text and only its beginning', () => {
    const view = toSnapshot(run('one', { text: 'a'.repeat(1_000_000) }));
    expect(view).toMatchObject({ quote: 'a'.repeat(4_000), textLength: 1_000_000 });
  });

  it('is the same after it has crossed a port', () => {
    const view = toSnapshot(run('one', { question: undefined, model: undefined }));
    expect(JSON.parse(JSON.stringify(view))).toEqual(view);
  });
});
