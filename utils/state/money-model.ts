import { computed, type ReadonlySignal } from '@preact/signals';
import type { Account } from '@/utils/account/account';
import type { AccountLedger } from '@/utils/money/ledger';
import { spentIn, type Spent } from '@/utils/money/spent';
import { billingUsagesItem, ledgersItem } from '@/utils/storage/items';
import { storedSignal } from './stored-signal';

/** What the account in use has spent. */
export interface MoneyModel {
  ledger: ReadonlySignal<AccountLedger>;
  /** In this month. */
  spent: ReadonlySignal<Spent>;
}

/** Reads what has been spent, from storage alone. */
export async function loadMoneyModel(
  account: ReadonlySignal<Account | undefined>,
): Promise<MoneyModel> {
  const [ledgers, usages] = await Promise.all([
    storedSignal(ledgersItem),
    storedSignal(billingUsagesItem),
  ]);
  const ledger = computed(() => ledgers.value?.[account.value?.sub ?? ''] ?? {});
  const spent = computed(() => {
    const usage = usages.value?.[account.value?.sub ?? ''];
    return spentIn(Date.now(), account.value, ledger.value, usage);
  });
  return { ledger, spent };
}
