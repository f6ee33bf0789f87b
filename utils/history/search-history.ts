import type { RunsDatabase } from '@/utils/journal/runs-database';
import type { HistoryPage, HistoryRow, HistorySpan } from './history-row';
import { listHistory } from './list-history';
import { matchWeek } from './match-week';
import { queryTerms, type QueryTerm } from './query-terms';
import { readStoredRun, toHistoryRow } from './read-stored-run';
import { setAside } from './set-aside';
import { startOfWeek, weekOf } from './weeks';

/** What is collected while the weeks are read. */
interface Findings {
  rows: HistoryRow[];
  unreadable: number[];
}

/**
 * The ended runs of an account that hold every word of a query in their page title, selected text, question
 * or answer, newest first, a page at a time. A blank query finds all, one without any word nothing. Reads
 * week after week, each in a transaction of its own, and stops when the page is full.
 */
export async function searchHistory(
  database: RunsDatabase,
  query: string,
  { before = Infinity, limit }: HistorySpan,
): Promise<HistoryPage> {
  if (query.trim() === '') return await listHistory(database, { before, limit });
  const terms = queryTerms(query);
  const found: Findings = { rows: [], unreadable: [] };
  let end: number | undefined = terms.length === 0 ? undefined : before;
  while (end !== undefined && found.rows.length < limit) {
    end = await searchNewestWeek(database, terms, { before: end, limit }, found);
  }
  return { rows: found.rows, damaged: await setAside(database, found.unreadable) };
}

/** @returns before when to go on, `undefined` when there are no more runs */
async function searchNewestWeek(
  database: RunsDatabase,
  terms: readonly QueryTerm[],
  { before = Infinity, limit }: HistorySpan,
  { rows, unreadable }: Findings,
): Promise<number | undefined> {
  const transaction = database.transaction(['runs', 'words']);
  const store = transaction.objectStore('runs');
  const newest = await store.openKeyCursor(IDBKeyRange.upperBound(before, true), 'prev');
  if (!newest) return undefined;
  const week = weekOf(newest.key);
  const matching = (await matchWeek(transaction, week, terms)).filter((moment) => moment < before);
  for (let next = 0; next < matching.length && rows.length < limit;) {
    const some = matching.slice(next, next + limit - rows.length);
    next += some.length;
    const values = await Promise.all(some.map((startedAt) => store.get(startedAt)));
    for (const [index, value] of values.entries()) {
      // The index may be behind: a run that is gone is none.
      if (value === undefined) continue;
      const run = readStoredRun(value);
      if (!run) unreadable.push(some[index] ?? NaN);
      else if (run.underWay === undefined) rows.push(toHistoryRow(run));
    }
  }
  return startOfWeek(week);
}
