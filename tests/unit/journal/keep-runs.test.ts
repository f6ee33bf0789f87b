// @vitest-environment node
import { expect, it } from 'vitest';
import { Journals } from '@/utils/journal/journals';
import { keepRuns } from '@/utils/journal/keep-runs';
import { RunStore } from '@/utils/runs/run-store';
import { run } from '../support/runs';

const SEEN = { owner: 'ada', isRead: true, state: { kind: 'done', finish: 'stop' } } as const;

it('lets go of a run that was opened from the history, once nothing shows it any more', async () => {
  const store = new RunStore();
  keepRuns(store, new Journals());
  store.showTo('ada');
  const opened = { ...run('opened'), ...SEEN };
  store.restore([opened]);
  store.show(1, opened);
  expect(store.has(opened)).toBe(true);
  const other = { ...run('other'), ...SEEN };
  store.restore([other]);
  store.show(1, other);
  expect(store.has(opened)).toBe(false);
  expect(store.has(other)).toBe(true);
});
