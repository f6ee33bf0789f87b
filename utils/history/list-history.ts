import type { RunsDatabase } from '@/utils/journal/runs-database';
import type { HistoryPage, HistoryRow, HistorySpan } from './history-row';
import { readStoredRun, toHistoryRow } from './read-stored-run';
import { setAside } from './set-aside';

/** The ended runs of an account, newest first, a page at a time. Runs that cannot be read are set aside. */
export async function listHistory(
  database: RunsDatabase,
  { before = Infinity, limit }: HistorySpan,
): Promise<HistoryPage> {
  const rows: HistoryRow[] = [];
  const unreadable: number[] = [];
  const store = database.transaction('runs').store;
  let cursor = await store.openCursor(IDBKeyRange.upperBound(before, true), 'prev');
  while (cursor && rows.length < limit) {
    const run = readStoredRun(cursor.value);
    if (!run) unreadable.push(cursor.key);
    else if (run.underWay === undefined) rows.push(toHistoryRow(run));
    cursor = rows.length < limit ? await cursor.continue() : null;
  }
  return { rows, damaged: await setAside(database, unreadable) };
}
