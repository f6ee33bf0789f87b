import type { Account } from '@/utils/account/account';
import type { BillingUsage } from './billing-usage';
import { INCLUDED_CREDIT } from './included-credit';
import { monthOf, type AccountLedger } from './ledger';
import { totalOf } from './totals';

/** What a person has spent themselves in this month, and what their plan includes. */
export interface Spent {
  /** USD. What organizations pay is not in it. */
  usd: number;
  /** What of our own count is estimated, USD; 0 where Hugging Face has counted. */
  estimatedUsd: number;
  includedUsd: number;
  /** What is spent is Hugging Face's own count, of all apps; else ours, of this browser. */
  isByHub: boolean;
  /** What is included is Hugging Face's own figure; else that of its documentation. */
  isIncludedByHub: boolean;
}

/** What a person has spent themselves in a month by our own count, USD. */
export function countedUsd(month: string, ledger: AccountLedger | undefined): number {
  const { costUsd, billedUsd } = totalOf(ledger?.[month] ?? []);
  return costUsd - billedUsd;
}

/**
 * What has been spent in the month, the higher of both counts: ours knows this browser alone, and Hugging
 * Face's not what was spent since it was read.
 *
 * @param now epoch milliseconds
 */
export function spentIn(
  now: number,
  account: Pick<Account, 'isPro' | 'scopes'> | undefined,
  ledger: AccountLedger | undefined,
  usage: BillingUsage | undefined,
): Spent {
  const month = monthOf(now);
  const { estimatedUsd } = totalOf(ledger?.[month] ?? []);
  const ours = countedUsd(month, ledger);
  const ofOurs = { usd: ours, estimatedUsd: Math.min(estimatedUsd, ours), isByHub: false };
  if (usage?.month !== month || !account?.scopes.includes('read-billing')) {
    const includedUsd = account?.isPro ? INCLUDED_CREDIT.pro : INCLUDED_CREDIT.free;
    return { ...ofOurs, includedUsd, isIncludedByHub: false };
  }
  const theirs = usage.usedUsd + Math.max(0, ours - (usage.oursUsd ?? ours));
  const count = theirs >= ours ? { usd: theirs, estimatedUsd: 0, isByHub: true } : ofOurs;
  return { ...count, includedUsd: usage.includedUsd, isIncludedByHub: true };
}
