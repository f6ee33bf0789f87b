import type { Account } from '@/utils/account/account';
import { billingUsagesItem, ledgersItem, settingsByAccountItem } from '@/utils/storage/items';
import { ASK_ABOVE_USD, type Limits } from '@/utils/money/reason-to-ask';
import { pendingUsd } from '@/utils/money/pending';
import { spentIn } from '@/utils/money/spent';

/**
 * What an account wants to be asked about, and where its month stands.
 *
 * @param billTo the organization that pays: the bound of the month is for the person's own money
 */
export async function readLimits(account: Account, billTo: string | undefined): Promise<Limits> {
  const { sub } = account;
  const [settings, ledgers, usages] = await Promise.all([
    settingsByAccountItem.get(),
    ledgersItem.get(),
    billingUsagesItem.get(),
  ]);
  const { askAboveUsd = ASK_ABOVE_USD, monthlyCapUsd } = settings?.[sub] ?? {};
  return {
    askAboveUsd,
    capUsd: billTo === undefined ? monthlyCapUsd : undefined,
    spentUsd: spentIn(Date.now(), account, ledgers?.[sub], usages?.[sub]).usd + pendingUsd(sub),
  };
}
