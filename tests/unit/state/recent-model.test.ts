import { beforeEach, expect, it } from 'vitest';
import type { HistoryRow } from '@/utils/history/history-row';
import { loadRecentModel } from '@/utils/state/recent-model';
import { FakeBackground } from '../support/fake-background';
import { answerWith, historyRow } from '../support/history-rows';

let now: HistoryRow[];
let ended: HistoryRow[];
let sent: Record<string, unknown>[];

beforeEach(() => {
  // oxlint-disable-next-line no-new -- it fills in the browser's APIs
  new FakeBackground();
  now = [];
  ended = [];
  sent = answerWith({
    'history.now': () => now,
    'history.list': () => ({ rows: ended, damaged: 0 }),
  });
});

it('lists what has not ended first, then the newest, and each once', async () => {
  const going = historyRow('going', { startedAt: 5, state: { kind: 'streaming' } });
  const unseen = historyRow('unseen', { startedAt: 8 });
  now = [unseen, going];
  ended = [historyRow('new', { startedAt: 9 }), unseen, historyRow('old', { startedAt: 1 })];
  const { rows } = await loadRecentModel('1');
  expect(rows.value.map(({ id }) => id)).toEqual(['going', 'new', 'unseen', 'old']);
});

it('asks for no more than it shows, and shows no more', async () => {
  ended = ['a', 'b', 'c', 'd', 'e', 'f'].map((id, index) => historyRow(id, { startedAt: -index }));
  const { rows } = await loadRecentModel('1');
  expect(rows.value.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
  expect(sent).toContainEqual(expect.objectContaining({ kind: 'history.list', limit: 4 }));
});

it('reads again', async () => {
  const { rows, refresh } = await loadRecentModel('1');
  expect(rows.value).toEqual([]);
  now = [historyRow('a', { state: { kind: 'streaming' } })];
  await refresh();
  expect(rows.value).toHaveLength(1);
});
