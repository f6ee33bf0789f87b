// @vitest-environment node
import { beforeEach, describe, expect, it } from 'vitest';
import { canContinue, hasEnded, type Run, type RunState } from '@/utils/runs/run';
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
    onText: ({ id }, { text }) => told.push(['text', id, text]),
    onShow: (windowId) => told.push(['show', windowId]),
    onForget: ({ id }) => told.push(['forget', id]),
  });
});

const ids = (runs: readonly Run[]) => runs.map(({ id }) => id);

describe('RunStore', () => {
  it('keeps a run and tells of all that happens to it, in order', () => {
    const one = run('one');
    store.add(one);
    store.update(one, { state: { kind: 'streaming' } });
    store.append(one, { text: 'A ', reasoning: 'Hm' });
    store.append(one, { text: 'lens.', reasoning: '' });
    store.update(one, { state: DONE });
    expect(store.get('one')).toBe(one);
    expect(one).toMatchObject({ answer: 'A lens.', reasoning: 'Hm', state: DONE });
    expect(told).toEqual([
      ['start', 'one'],
      ['change', 'one', 'streaming'],
      ['text', 'one', 'A '],
      ['text', 'one', 'lens.'],
      ['change', 'one', 'done'],
    ]);
  });

  it('shows the newest conversation of each window, its turns in order', () => {
    store.add(run('old'));
    store.add(run('other', { windowId: 2 }));
    store.add(run('new', { startedAt: 2 }));
    store.add(run('follow-up', { startedAt: 3, conversation: 'new' }));
    expect(ids(store.shownIn(1))).toEqual(['new', 'follow-up']);
    expect(ids(store.shownIn(2))).toEqual(['other']);
    expect(store.shownIn(3)).toEqual([]);
    expect(store.get('old')?.id).toBe('old');
    expect(store.isShown(run('old'))).toBe(false);
  });

  it('shows an older conversation again where a window asks for it', () => {
    store.add(run('old'));
    store.add(run('new'));
    store.show(1, run('old'));
    expect(ids(store.shownIn(1))).toEqual(['old']);
    expect(told.at(-1)).toEqual(['show', 1]);
  });

  it('puts back runs from before, and what windows showed, and tells nobody of them', () => {
    store.add(run('new', { windowId: 3 }));
    told = [];
    store.restore(
      [run('before'), run('elsewhere', { windowId: 2 }), run('new')],
      [
        { windowId: 1, conversation: 'before' },
        { windowId: 3, conversation: 'before' },
      ],
    );
    expect(ids(store.all())).toEqual(['new', 'before', 'elsewhere']);
    expect(ids(store.shownIn(1))).toEqual(['before']);
    expect(ids(store.shownIn(3))).toEqual(['new']);
    expect(told).toEqual([]);
  });

  it('forgets a run, and says so', () => {
    const one = run('one');
    store.add(one);
    store.forget(one);
    expect(store.all()).toEqual([]);
    expect(store.showings).toEqual([]);
    expect(told.at(-1)).toEqual(['forget', 'one']);
  });

  it('lets go of a run without a word', () => {
    store.add(run('one'));
    const one = store.get('one');
    told = [];
    if (one) store.release(one);
    expect(store.get('one')).toBeUndefined();
    expect(told).toEqual([]);
  });

  it('shows nothing in a window that was closed', () => {
    store.add(run('one'));
    store.forgetWindow(1);
    expect(store.shownIn(1)).toEqual([]);
    expect(store.get('one')?.id).toBe('one');
  });
});

describe('RunStore, of two accounts', () => {
  const ADAS = run('ada', { owner: '1' });
  const NOBODYS = run('nobody', { windowId: 2 });

  beforeEach(() => {
    store.observe({ onViewer: () => told.push(['viewer', store.viewer]) });
    store.showTo('1');
    store.add(ADAS);
    store.add(NOBODYS);
    told = [];
  });

  it('[TK-06] shows the runs of who looks and those of nobody, by window and by id', () => {
    store.showTo('2');
    expect(store.shownIn(1)).toEqual([]);
    expect(store.get('ada')).toBeUndefined();
    expect(store.get('nobody')).toBe(NOBODYS);
    expect(store.all()).toEqual([ADAS, NOBODYS]);
    store.showTo('1');
    expect(store.shownIn(1)).toEqual([ADAS]);
    expect(store.get('ada')).toBe(ADAS);
  });

  it('[TK-06] shows each of them their own conversation in a window', () => {
    store.showTo('2');
    store.add(run('grace', { owner: '2' }));
    expect(ids(store.shownIn(1))).toEqual(['grace']);
    store.showTo('1');
    expect(ids(store.shownIn(1))).toEqual(['ada']);
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

describe('canContinue', () => {
  it.each<[RunState, string, boolean]>([
    [{ kind: 'failed', error: { kind: 'interrupted' } }, 'A le', true],
    [{ kind: 'failed', error: { kind: 'stream-cut' } }, 'A le', true],
    [{ kind: 'stopped' }, 'A le', true],
    [{ kind: 'done', finish: 'length' }, 'A le', true],
    [DONE, 'A lens.', false],
    [{ kind: 'failed', error: { kind: 'interrupted' } }, ' \n', false],
    [{ kind: 'failed', error: { kind: 'answer-at-limit' } }, 'A le', false],
    [{ kind: 'streaming' }, 'A le', false],
  ])('of %o with %o is %s', (state, answer, is) => {
    expect(canContinue(state, answer)).toBe(is);
  });
});

describe('toSnapshot', () => {
  it('tells the length of a long text and only its beginning', () => {
    const view = toSnapshot(run('one', { text: 'a'.repeat(1_000_000) }));
    expect(view).toMatchObject({ quote: 'a'.repeat(4_000), textLength: 1_000_000 });
  });

  it('is the same after it has crossed a port', () => {
    const view = toSnapshot(run('one', { question: undefined, choice: undefined }));
    expect(JSON.parse(JSON.stringify(view))).toEqual(view);
  });
});
