import type { RunsDatabase } from '@/utils/journal/runs-database';
import type { DamagedRun } from './set-aside';
import { answersBetween } from './run-texts';
import { changeRuns, type RunsTransaction } from './runs-transaction';
import { startOfWeek, weekOf, wordsOfWeek } from './weeks';
import { unindex } from './word-index';

/** How many ended runs an account has. */
export async function countEnded(database: RunsDatabase): Promise<number> {
  const store = database.transaction('runs').store;
  const [all, underWay] = await Promise.all([store.count(), store.index('underWay').count()]);
  return all - underWay;
}

/**
 * Deletes a run with its text, its answer and its words.
 *
 * @returns false when there is no such run
 */
export async function deleteRun(database: RunsDatabase, id: string): Promise<boolean> {
  const transaction = changeRuns(database);
  const run = await transaction.objectStore('runs').index('id').get(id);
  if (run) {
    const { startedAt } = run;
    await deleteRecords(transaction, startedAt, startedAt + 1);
    await unindex(transaction, weekOf(startedAt), (moment) => moment === startedAt);
  }
  await transaction.done;
  return run !== undefined;
}

/** Deletes all ended runs, and what was set aside as damaged. What is under way stays. */
export async function deleteEnded(database: RunsDatabase): Promise<void> {
  await deleteOlderThan(database, Infinity);
}

/** Deletes the ended runs that started before a moment, in epoch milliseconds, a week at a time. */
export async function deleteOlderThan(database: RunsDatabase, moment: number): Promise<void> {
  await deleteDamaged(database, moment);
  let from: number | undefined = -Infinity;
  while (from !== undefined) from = await deleteOldestWeek(database, from, moment);
}

/** @returns from when to go on, `undefined` when nothing older than the moment is left */
async function deleteOldestWeek(
  database: RunsDatabase,
  from: number,
  moment: number,
): Promise<number | undefined> {
  const transaction = changeRuns(database);
  const oldest = await oldestMoment(transaction, from);
  if (oldest === undefined || oldest >= moment) return undefined;
  const week = weekOf(oldest);
  const [start, end] = [startOfWeek(week), startOfWeek(week + 1)];
  // In order, since an index orders equal keys by the key of the record.
  const underWay = await transaction.objectStore('runs').index('underWay').getAllKeys();
  let gap = start;
  const to = Math.min(end, moment);
  for (const kept of underWay.filter((key) => key >= start && key < to)) {
    await deleteRecords(transaction, gap, kept);
    gap = kept + 1;
  }
  await deleteRecords(transaction, gap, to);
  // Only ended runs have words in the index.
  if (end <= moment) await transaction.objectStore('words').delete(wordsOfWeek(week));
  else await unindex(transaction, week, (startedAt) => startedAt < moment);
  await transaction.done;
  return end;
}

/** The first moment of which any store knows something: texts and words may have outlived their run. */
async function oldestMoment(
  transaction: RunsTransaction,
  from: number,
): Promise<number | undefined> {
  const cursors = await Promise.all([
    transaction.objectStore('runs').openKeyCursor(IDBKeyRange.lowerBound(from)),
    transaction.objectStore('texts').openKeyCursor(IDBKeyRange.lowerBound(from)),
    transaction.objectStore('answers').openKeyCursor(IDBKeyRange.lowerBound([from, -Infinity])),
    transaction.objectStore('words').openKeyCursor(IDBKeyRange.lowerBound([weekOf(from), ''])),
  ]);
  const [run, text, answer, word] = cursors;
  const moments = [
    run?.key,
    text?.key,
    answer?.key[0],
    word ? startOfWeek(word.key[0]) : undefined,
  ];
  const known = moments.filter((moment) => moment !== undefined);
  return known.length === 0 ? undefined : Math.max(Math.min(...known), from);
}

/** Deletes all but the words of what started at `from` or later, and before `to`. */
async function deleteRecords(
  transaction: RunsTransaction,
  from: number,
  to: number,
): Promise<void> {
  if (from >= to) return;
  const range = IDBKeyRange.bound(from, to, false, true);
  await Promise.all([
    transaction.objectStore('runs').delete(range),
    transaction.objectStore('texts').delete(range),
    transaction.objectStore('answers').delete(answersBetween(from, to)),
  ]);
}

async function deleteDamaged(database: RunsDatabase, moment: number): Promise<void> {
  const transaction = database.transaction('damaged', 'readwrite');
  let cursor = await transaction.store.openCursor();
  while (cursor) {
    const { startedAt = -Infinity } = cursor.value as Partial<DamagedRun>;
    if (startedAt < moment) await cursor.delete();
    cursor = await cursor.continue();
  }
  await transaction.done;
}
