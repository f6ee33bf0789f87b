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
  /** Hugging Face's own count, of all apps; else ours, of this browser, and the included credit by its documentation. */
  isByHub: boolean;
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
  const counted = usage?.month === month && account?.scopes.includes('read-billing');
  const theirs = usage ? usage.usedUsd + Math.max(0, ours - (usage.oursUsd ?? ours)) : 0;
  if (usage && counted && theirs >= ours) {
    return { usd: theirs, estimatedUsd: 0, includedUsd: usage.includedUsd, isByHub: true };
  }
  const included = account?.isPro ? INCLUDED_CREDIT.pro : INCLUDED_CREDIT.free;
  const includedUsd = usage && counted ? usage.includedUsd : included;
  return { usd: ours, estimatedUsd: Math.min(estimatedUsd, ours), includedUsd, isByHub: false };
}
