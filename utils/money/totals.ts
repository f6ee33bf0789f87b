import type { LedgerEntry } from './ledger';

/** What some entries of a ledger come to. */
export interface Total {
  runs: number;
  /** USD at list price. */
  costUsd: number;
  /** What of it is an estimate. */
  estimatedUsd: number;
  /** What of it organizations pay. */
  billedUsd: number;
  unpriced: number;
}

/** The sum of entries. */
export function totalOf(entries: readonly LedgerEntry[]): Total {
  const sum = (key: keyof Total) => entries.reduce((total, entry) => total + entry[key], 0);
  return {
    runs: sum('runs'),
    costUsd: sum('costUsd'),
    estimatedUsd: sum('estimatedUsd'),
    billedUsd: sum('billedUsd'),
    unpriced: sum('unpriced'),
  };
}

/** The entries summed by model or by action, the dearest first, then the most used. */
export function totalsBy(
  entries: readonly LedgerEntry[],
  key: 'model' | 'action',
): { name: string; total: Total }[] {
  const names = [...new Set(entries.map((entry) => entry[key]))];
  return names
    .map((name) => ({ name, total: totalOf(entries.filter((entry) => entry[key] === name)) }))
    .toSorted((a, b) => b.total.costUsd - a.total.costUsd || b.total.runs - a.total.runs);
}
