/** A week of the index, in milliseconds. Offsets in it fit 32 bits. */
const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

/** The week a moment is in, counted from the epoch. Weeks begin on a Thursday, which nobody sees. */
export function weekOf(epochMs: number): number {
  return Math.floor(epochMs / WEEK_MS);
}

/** When a week begins, in epoch milliseconds. */
export function startOfWeek(week: number): number {
  return week * WEEK_MS;
}

/** The words of a week, in the store of words. */
export function wordsOfWeek(week: number): IDBKeyRange {
  return IDBKeyRange.bound([week, ''], [week + 1, ''], false, true);
}
