import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FoundRuns } from '@/utils/state/history-model';
import type { HistoryRow } from '@/utils/history/history-row';
import { found, openers, openHistory } from '../../support/history-page';
import { historyRow } from '../../support/history-rows';
import type { Page } from '../../support/page';

/** Wednesday noon. */
const NOW = new Date(2026, 2, 18, 12, 0).getTime();
const HOUR_MS = 60 * 60 * 1000;

/** What the page's observers watch, to be scrolled to by a test. */
let observers: Set<FakeObserver>;

class FakeObserver {
  readonly #tell: (entries: { isIntersecting: boolean }[]) => void;

  constructor(tell: (entries: { isIntersecting: boolean }[]) => void) {
    this.#tell = tell;
  }

  observe(): void {
    observers.add(this);
  }

  disconnect(): void {
    observers.delete(this);
  }

  scroll(isIntersecting: boolean): void {
    this.#tell([{ isIntersecting }]);
  }
}

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  observers = new Set();
  vi.stubGlobal('IntersectionObserver', FakeObserver);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const textOf = (page: Page) => page.root.textContent ?? '';

/** What a button is called, by the elements that name it. */
function nameOf(button: HTMLElement): string {
  const ids = button.getAttribute('aria-labelledby')?.split(' ') ?? [];
  const parts = ids.map((id) => document.getElementById(id)?.textContent ?? '');
  return parts.join(' ').replace(/\s+/g, ' ').trim();
}

describe('the list', () => {
  it('parts the runs by day, each list named after its day', async () => {
    const { page } = await openHistory([
      historyRow('d', { startedAt: NOW - HOUR_MS }),
      historyRow('c', { startedAt: NOW - 2 * HOUR_MS }),
      historyRow('b', { startedAt: NOW - 20 * HOUR_MS }),
      historyRow('a', { startedAt: NOW - 60 * HOUR_MS }),
    ]);
    expect(page.names('heading')).toEqual(['History', 'Today', 'Yesterday', 'Monday']);
    const lists = [...page.root.querySelectorAll('ul')].map((list) => [
      document.getElementById(list.getAttribute('aria-labelledby') ?? '')?.textContent,
      list.querySelectorAll('li').length,
    ]);
    expect(lists).toEqual([
      ['Today', 2],
      ['Yesterday', 1],
      ['Monday', 1],
    ]);
  });

  it.each<[string, Partial<HistoryRow>, RegExp]>([
    ['a run', {}, /^Summarize 11:00\sAM Page a$/],
    ['a question', { action: 'ask', question: 'Why?' }, /^Ask 11:00\sAM Why\?$/],
    ['a follow-up', { conversation: 'z', quote: '' }, /^Summarize Follow-up 11:00\sAM Page a$/],
    ['a text without a page', { pageTitle: null }, /^Summarize 11:00\sAM Text a$/],
    ['a stopped run', { state: { kind: 'stopped' } }, /^Summarize Stopped 11:00\sAM Page a$/],
    [
      'an interrupted run',
      { state: { kind: 'failed', error: { kind: 'interrupted' } } },
      /^Summarize Interrupted 11:00\sAM Page a$/,
    ],
    [
      'a failed run',
      { state: { kind: 'failed', error: { kind: 'offline' } } },
      /^Summarize Failed 11:00\sAM Page a$/,
    ],
  ])(
    'names %s by its action, how it ended, its time and what it is about',
    async (_t, row, name) => {
      const { page } = await openHistory([historyRow('a', { startedAt: NOW - HOUR_MS, ...row })]);
      expect(openers(page).map(nameOf)).toEqual([expect.stringMatching(name)]);
    },
  );

  it('shows the beginnings of text and answer as text, and no text twice', async () => {
    const { page } = await openHistory([
      historyRow('b', { startedAt: 2, preview: '<b>bold</b>' }),
      historyRow('a', { pageTitle: null }),
    ]);
    expect(page.root.querySelector('b')).toBeNull();
    expect(openers(page)[0]?.textContent).toContain('Text b<b>bold</b>');
    expect(openers(page)[1]?.textContent?.match(/Text a/g)).toHaveLength(1);
  });

  it('opens a run by one press', async () => {
    const row = historyRow('a');
    const { page, onOpen } = await openHistory([row]);
    await act(() => openers(page)[0]?.click());
    expect(onOpen).toHaveBeenCalledWith(row);
  });

  it('asks for more by its button, and when that is scrolled to', async () => {
    const { page, model } = await openHistory([historyRow('a')]);
    expect(page.all('button', 'More')).toEqual([]);
    await act(() => {
      model.found.value = found([historyRow('a')], { isAll: false });
    });
    await page.press('More');
    expect(model.readMore).toHaveBeenCalledTimes(1);
    for (const observer of observers) observer.scroll(false);
    expect(model.readMore).toHaveBeenCalledTimes(1);
    for (const observer of observers) observer.scroll(true);
    expect(model.readMore).toHaveBeenCalledTimes(2);
  });

  it('looks again whether More is in sight when there are more rows, and keeps the focus when it goes', async () => {
    const { page, model } = await openHistory([historyRow('a')]);
    const show = (count: number, isAll: boolean) =>
      act(() => {
        const rows = Array.from({ length: count }, (_value, index) => historyRow(String(index)));
        model.found.value = found(rows, { isAll });
      });
    await show(1, false);
    const [first] = observers;
    await show(2, false);
    const [second, ...others] = observers;
    expect(second).not.toBe(first);
    expect(others).toEqual([]);
    page.get('button', 'More').focus();
    await show(3, true);
    expect(page.root.querySelector('.history-days')).toBe(document.activeElement);
    expect(observers.size).toBe(0);
  });

  it('leaves alone the days that are as they were', async () => {
    const rows = [historyRow('b', { startedAt: NOW }), historyRow('a', { startedAt: 1 })];
    const { page, model } = await openHistory(rows);
    const old = openers(page)[1];
    const drawn = vi.spyOn(Intl, 'DateTimeFormat');
    await act(() => {
      model.found.value = found([historyRow('c', { startedAt: NOW }), ...rows]);
    });
    expect(openers(page)).toHaveLength(3);
    expect(openers(page)[2]).toBe(old);
    // For the time of the new row; naming the old day again would take one too.
    expect(drawn).toHaveBeenCalledTimes(1);
    drawn.mockRestore();
  });
});

describe('what goes on now', () => {
  const streaming = historyRow('n', { state: { kind: 'streaming' }, preview: '' });

  it.each<[string, HistoryRow['state']]>([
    ['Under way', { kind: 'streaming' }],
    ['Under way', { kind: 'preparing' }],
    ['Waits its turn', { kind: 'waiting' }],
    ['Waits for you', { kind: 'held', by: 'question' }],
    ['Finished', { kind: 'done', finish: 'stop' }],
    ['Stopped', { kind: 'stopped' }],
  ])('stands above the rest and says: %s', async (word, state) => {
    const { page } = await openHistory([historyRow('a')], [historyRow('n', { state })]);
    expect(page.names('heading').slice(0, 2)).toEqual(['History', 'Now']);
    expect(openers(page).map(nameOf)[0]).toContain(word);
  });

  it('is not listed twice, and cannot be deleted before it has ended', async () => {
    const unread = historyRow('u');
    const { page } = await openHistory([unread, historyRow('a')], [streaming, unread]);
    expect(openers(page)).toHaveLength(3);
    expect(page.names('button').filter((name) => name.startsWith('Delete'))).toEqual([
      'Delete: Summarize, Page u',
      'Delete: Summarize, Page a',
    ]);
  });

  it('makes room for what a search has found, where it is found as well', async () => {
    const unread = historyRow('u');
    const { page, model } = await openHistory([], [streaming, unread]);
    await act(() => {
      model.found.value = found([unread], { query: 'text' });
    });
    expect(page.names('heading')).not.toContain('Now');
    expect(openers(page)).toHaveLength(1);
  });
});

describe('the words about it', () => {
  it.each<[string, FoundRuns, string]>([
    ['nothing yet', found([]), 'Nothing here yet. Answers that have ended are listed here.'],
    ['nothing found', found([], { query: ' lens ' }), 'Nothing found for "lens"'],
    ['one', found([historyRow('a')], { query: 'lens' }), '1 answer'],
    ['some', found([historyRow('a'), historyRow('b')]), '2 answers'],
    ['the newest', found([historyRow('a')], { isAll: false }), 'The newest answer'],
  ])('say %s, politely', async (_title, answer, words) => {
    const { page, model } = await openHistory([historyRow('x')]);
    await act(() => {
      model.found.value = answer;
    });
    expect(page.get('status').textContent).toBe(words);
  });

  it('say that it is being read, until it is or could not be', async () => {
    const { page, model } = await openHistory([]);
    await act(() => {
      model.found.value = undefined;
    });
    expect(page.get('status').textContent).toBe('Reading the history…');
    await act(() => {
      model.error.value = { kind: 'no-history' };
    });
    expect(page.get('status').textContent).toBe('');
  });

  it('do not say that there is nothing while something goes on', async () => {
    const { page } = await openHistory([], [historyRow('n', { state: { kind: 'streaming' } })]);
    expect(textOf(page)).not.toContain('Nothing here yet');
  });

  it('say why nothing is kept, in place of that there is nothing', async () => {
    const { page } = await openHistory([], [], 'You have chosen to keep no history.');
    expect(textOf(page)).toContain('You have chosen to keep no history.');
    expect(textOf(page)).not.toContain('Nothing here yet');
  });

  it('say what went wrong', async () => {
    const { page, model } = await openHistory([]);
    await act(() => {
      model.error.value = { kind: 'no-history' };
    });
    expect(page.get('alert').textContent).toContain('The history cannot be opened');
  });
});
