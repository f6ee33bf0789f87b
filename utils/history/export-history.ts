import type { RunsDatabase } from '@/utils/journal/runs-database';
import type { StoredRun } from '@/utils/journal/stored-run';
import type { ExportedRun } from './exported-run';
import { readStoredRun } from './read-stored-run';
import { readRunTexts } from './run-texts';
import { setAside } from './set-aside';

/** Runs that are read at once, without their texts. */
const RUNS_AT_ONCE = 100;

/** Some of the runs for a file, oldest first. */
export interface ExportedPage {
  runs: ExportedRun[];
  /** `after` for the next page; absent when this is the last. */
  next?: number;
  /** How many runs could not be read; they have been set aside, and the person should hear of it. */
  damaged: number;
}

/**
 * The ended runs of an account for a file, a page at a time, since messages have a greatest length.
 *
 * @param after only runs that started later, in epoch milliseconds
 * @param maximumCharacters length of the runs of a page in JSON; a longer run makes a page of its own
 */
export async function exportHistory(
  database: RunsDatabase,
  after: number | undefined,
  maximumCharacters: number,
): Promise<ExportedPage> {
  const runs: ExportedRun[] = [];
  const unreadable: number[] = [];
  let characters = 0;
  let next: number | undefined;
  for await (const { startedAt, value } of ascending(database, after ?? -Infinity)) {
    const stored = readStoredRun(value);
    if (!stored) unreadable.push(startedAt);
    if (!stored || stored.underWay !== undefined) continue;
    const run = await toExportedRun(database, stored);
    characters += JSON.stringify(run).length;
    if (characters > maximumCharacters && runs.length > 0) {
      next = runs.at(-1)?.startedAt;
      break;
    }
    runs.push(run);
  }
  const damaged = await setAside(database, unreadable);
  return { runs, ...(next === undefined ? {} : { next }), damaged };
}

async function* ascending(
  database: RunsDatabase,
  after: number,
): AsyncGenerator<{ startedAt: number; value: unknown }> {
  let last: number | undefined = after;
  while (last !== undefined) {
    const values: StoredRun[] = await database.getAll(
      'runs',
      IDBKeyRange.lowerBound(last, true),
      RUNS_AT_ONCE,
    );
    // The key is there even in a value that fits nothing else.
    for (const value of values) yield { startedAt: value.startedAt, value };
    last = values.at(-1)?.startedAt;
  }
}

async function toExportedRun(database: RunsDatabase, run: StoredRun): Promise<ExportedRun> {
  const {
    windowId: _window,
    underWay: _underWay,
    confirmed: _confirmed,
    unread: _unread,
    ...others
  } = run;
  const transaction = database.transaction(['texts', 'answers']);
  const { text, answer, reasoning } = await readRunTexts(transaction, run.startedAt);
  return { ...others, ...(text === undefined ? {} : { text }), answer, reasoning };
}
