import type { HistoryRow } from '@/utils/history/history-row';
import { dayOf } from '@/utils/format/days';

/** The runs of one day. */
export interface DayOfRuns {
  day: number;
  /** Epoch milliseconds of its latest run. */
  latest: number;
  rows: readonly HistoryRow[];
}

/**
 * Parts a list, newest first, where one calendar day ends and the one before begins.
 *
 * @param known the days of the list as it was: one whose runs are the same is the same object again
 */
export function groupByDay(
  rows: readonly HistoryRow[],
  known: readonly DayOfRuns[] = [],
): DayOfRuns[] {
  const days: (DayOfRuns & { rows: HistoryRow[] })[] = [];
  for (const row of rows) {
    const day = dayOf(row.startedAt);
    const last = days.at(-1);
    if (last?.day === day) last.rows.push(row);
    else days.push({ day, latest: row.startedAt, rows: [row] });
  }
  const knownByDay = new Map(known.map((one) => [one.day, one]));
  return days.map((day) => {
    const before = knownByDay.get(day.day);
    return before && isSame(before.rows, day.rows) ? before : day;
  });
}

function isSame(some: readonly HistoryRow[], others: readonly HistoryRow[]): boolean {
  return some.length === others.length && some.every((row, index) => row === others[index]);
}
