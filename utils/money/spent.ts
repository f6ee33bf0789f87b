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

/**
 * What has been spent in the month, the higher of both counts: Hugging Face's lags behind, ours knows this
 * browser alone.
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
  const { costUsd, billedUsd, estimatedUsd } = totalOf(ledger?.[month] ?? []);
  const ours = costUsd - billedUsd;
  const counted = usage?.month === month && account?.scopes.includes('read-billing');
  if (usage && counted && usage.usedUsd >= ours) {
    return { usd: usage.usedUsd, estimatedUsd: 0, includedUsd: usage.includedUsd, isByHub: true };
  }
  const included = account?.isPro ? INCLUDED_CREDIT.pro : INCLUDED_CREDIT.free;
  const includedUsd = usage && counted ? usage.includedUsd : included;
  return { usd: ours, estimatedUsd: Math.min(estimatedUsd, ours), includedUsd, isByHub: false };
}
