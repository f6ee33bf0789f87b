import type { RunsDatabase } from '@/utils/journal/runs-database';
import { readStoredRun } from './read-stored-run';
import { answersBetween, readRunTexts, type RunTexts } from './run-texts';
import { changeRuns } from './runs-transaction';
import { unindex } from './word-index';
import { weekOf } from './weeks';

/** What is kept of a run that could not be read: all of it, so that nothing is lost. */
export interface DamagedRun extends RunTexts {
  startedAt: number;
  /** As it was found. */
  run: unknown;
}

/**
 * Moves runs that cannot be read to the store of damaged ones, out of everybody's way: one of them must
 * not cost the list. Where there is no room to move them they stay, and are found again the next time.
 *
 * @param moments when they started, as their keys say
 * @returns how many there were; one that can be read by now is none
 */
export async function setAside(
  database: RunsDatabase,
  moments: readonly number[],
): Promise<number> {
  const weeks = Map.groupBy(moments, weekOf);
  let count = 0;
  for (const [week, ofWeek] of weeks) {
    try {
      count += await setWeekAside(database, week, ofWeek);
    } catch (cause) {
      if (!(cause instanceof DOMException)) throw cause;
      count += ofWeek.length;
    }
  }
  return count;
}

async function setWeekAside(
  database: RunsDatabase,
  week: number,
  moments: readonly number[],
): Promise<number> {
  const transaction = changeRuns(database);
  const moved = new Set<number>();
  for (const startedAt of moments) {
    const run: unknown = await transaction.objectStore('runs').get(startedAt);
    if (run === undefined || readStoredRun(run)) continue;
    const damaged: DamagedRun = { startedAt, run, ...(await readRunTexts(transaction, startedAt)) };
    await Promise.all([
      transaction.objectStore('damaged').add(damaged),
      transaction.objectStore('runs').delete(startedAt),
      transaction.objectStore('texts').delete(startedAt),
      transaction.objectStore('answers').delete(answersBetween(startedAt, startedAt + 1)),
    ]);
    moved.add(startedAt);
  }
  if (moved.size > 0) await unindex(transaction, week, (startedAt) => moved.has(startedAt));
  await transaction.done;
  return moved.size;
}
