import type { Account } from '@/utils/account/account';
import { refreshBillingUsage } from '@/utils/hub/refresh-billing-usage';
import { settledWithin } from '@/utils/settled-within';
import { billingUsagesItem, ledgersItem, settingsByAccountItem } from '@/utils/storage/items';
import { ASK_ABOVE_USD, type Limits } from '@/utils/money/reason-to-ask';
import { pendingUsd } from '@/utils/money/pending';
import { spentIn } from '@/utils/money/spent';

/** What other apps spend meanwhile may go unseen for so long. */
const OLDEST_MS = 10 * 60_000;
/** A run waits no longer for a count that is the better one, but not the only one. */
const PATIENCE_MS = 2_000;

/**
 * What an account wants to be asked about, and where its month stands: where there is a bound to it, also by
 * Hugging Face's own count, if that may be read and comes soon.
 *
 * @param billTo the organization that pays: the bound of the month is for the person's own money
 */
export async function readLimits(account: Account, billTo: string | undefined): Promise<Limits> {
  const { sub } = account;
  const { askAboveUsd = ASK_ABOVE_USD, monthlyCapUsd } =
    (await settingsByAccountItem.get())?.[sub] ?? {};
  const capUsd = billTo === undefined ? monthlyCapUsd : undefined;
  if (capUsd !== undefined) await settledWithin(refreshBillingUsage(OLDEST_MS), PATIENCE_MS);
  const [ledgers, usages] = await Promise.all([ledgersItem.get(), billingUsagesItem.get()]);
  return {
    askAboveUsd,
    capUsd,
    spentUsd: spentIn(Date.now(), account, ledgers?.[sub], usages?.[sub]).usd + pendingUsd(sub),
  };
}
