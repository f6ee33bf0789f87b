import { activeAccount, findAccount } from '@/utils/account/accounts';
import { readConfiguration } from '@/utils/config/configuration';
import { getAccessToken } from '@/utils/session/access-token';
import { inOrder } from '@/utils/session/in-order';
import { countedUsd } from '@/utils/money/spent';
import { accountsItem, billingUsagesItem, ledgersItem } from '@/utils/storage/items';
import { fetchBillingUsage } from './fetch-billing-usage';

/** Hugging Face's scope for reading one's billing (https://huggingface.co/docs/hub/oauth). */
const SCOPE = 'read-billing';

/** Fresh enough for a person who looks again. */
const FRESH_MS = 60_000;

/**
 * Brings Hugging Face's own count of the account in use up to date, where it may be read and is older than
 * this.
 *
 * @throws Failure; what was known then stays
 */
export async function refreshBillingUsage(oldestMs = FRESH_MS): Promise<void> {
  const account = activeAccount(await accountsItem.get());
  if (account?.session !== 'open' || !account.scopes.includes(SCOPE)) return;
  const { sub } = account;
  const known = (await billingUsagesItem.get())?.[sub];
  const age = known ? Date.now() - known.fetchedAt : Infinity;
  if (age >= 0 && age < oldestMs) return;
  const { providerOrigin } = await readConfiguration();
  // Before, so that what is entered meanwhile counts as new.
  const ledger = (await ledgersItem.get())?.[sub];
  const counted = await fetchBillingUsage(providerOrigin, await getAccessToken(sub));
  if (!counted) return;
  const usage = { ...counted, oursUsd: countedUsd(counted.month, ledger) };
  await inOrder(async () => {
    // Signed out meanwhile: what came late must not stay.
    if (findAccount(await accountsItem.get(), sub)?.session !== 'open') return;
    await billingUsagesItem.update((usages) => ({ ...usages, [sub]: usage }));
  });
}
