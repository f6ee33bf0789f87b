import * as v from 'valibot';
import { ACTION_IDS, type ActionId } from '@/utils/actions/action';
import type { Receipt } from '@/utils/runs/run';
import { storedObject } from '@/utils/storage/stored-object';

/** What one action with one model has used in a month. */
const ledgerEntrySchema = storedObject({
  model: v.string(),
  action: v.picklist(ACTION_IDS),
  runs: v.number(),
  inputTokens: v.number(),
  outputTokens: v.number(),
  /** At list price, USD. */
  costUsd: v.number(),
  /** What of the cost is an estimate, USD. */
  estimatedUsd: v.number(),
  /** What of the cost organizations pay, USD. */
  billedUsd: v.number(),
  /** Runs whose price is not known. */
  unpriced: v.number(),
});

export type LedgerEntry = v.InferOutput<typeof ledgerEntrySchema>;

/** The entries of an account by month, as `2026-11` in UTC, like Hugging Face's own months. */
const accountLedgerSchema = v.record(v.string(), v.array(ledgerEntrySchema));

export type AccountLedger = v.InferOutput<typeof accountLedgerSchema>;

/** The ledgers of accounts by `sub`. Sums alone: no text, no page, no time but the month. */
export const ledgersSchema = v.record(v.string(), accountLedgerSchema);

/** Older months are forgotten. */
const MONTHS_KEPT = 24;

/** The month of a moment, in UTC. */
export function monthOf(epochMs: number): string {
  return new Date(epochMs).toISOString().slice(0, 7);
}

/** The ledger with one more receipt. */
export function withReceipt(
  ledger: AccountLedger,
  run: { month: string; model: string; action: ActionId; isNew: boolean },
  receipt: Receipt,
): AccountLedger {
  const { month, model, action } = run;
  const entries = ledger[month] ?? [];
  const isSame = (entry: LedgerEntry) => entry.model === model && entry.action === action;
  const entry = entries.find(isSame) ?? { ...NOTHING, model, action };
  const cost = receipt.costUsd ?? 0;
  const isEstimated = receipt.isEstimated || receipt.isPriceEstimated;
  const grown = {
    ...entry,
    runs: entry.runs + (run.isNew ? 1 : 0),
    inputTokens: entry.inputTokens + receipt.inputTokens,
    outputTokens: entry.outputTokens + receipt.outputTokens,
    costUsd: entry.costUsd + cost,
    estimatedUsd: entry.estimatedUsd + (isEstimated ? cost : 0),
    billedUsd: entry.billedUsd + (receipt.billTo === undefined ? 0 : cost),
    unpriced: entry.unpriced + (receipt.costUsd === undefined ? 1 : 0),
  };
  const all = { ...ledger, [month]: [...entries.filter((one) => !isSame(one)), grown] };
  const kept = Object.keys(all).toSorted().slice(-MONTHS_KEPT);
  return Object.fromEntries(kept.map((name) => [name, all[name] ?? []]));
}

const NOTHING = {
  runs: 0,
  inputTokens: 0,
  outputTokens: 0,
  costUsd: 0,
  estimatedUsd: 0,
  billedUsd: 0,
  unpriced: 0,
};
