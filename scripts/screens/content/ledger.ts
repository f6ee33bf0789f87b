import type { AccountLedger, LedgerEntry } from '../../../utils/money/ledger.ts';
import { LONG_MODEL } from './texts.ts';

function entry(
  model: string,
  action: LedgerEntry['action'],
  runs: number,
  costUsd: number,
): LedgerEntry {
  return {
    model,
    action,
    runs,
    costUsd,
    inputTokens: runs * 400,
    outputTokens: runs * 150,
    estimatedUsd: costUsd / 9,
    billedUsd: action === 'translate' ? costUsd / 2 : 0,
    unpriced: action === 'ask' ? 1 : 0,
  };
}

/** What somebody has spent in three months. */
export function ledger(now: number): AccountLedger {
  const entries = [
    entry('demo/extractive', 'summarize', 31, 0.0412),
    entry('demo/extractive', 'explain', 12, 0.0094),
    entry(LONG_MODEL, 'translate', 9, 0.0231),
    entry('demo/gilded-400b', 'ask', 2, 0.0187),
  ];
  const months = [0, 1, 2].map((back) => {
    const date = new Date(now);
    return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - back, 1));
  });
  return Object.fromEntries(
    months.map((date, index) => [date.toISOString().slice(0, 7), entries.slice(index)]),
  );
}
