import type { Retention } from '@/utils/account/account-settings';
import type { Journals } from '@/utils/journal/journals';
import type { RunsDatabase } from '@/utils/journal/runs-database';
import { accountsItem, settingsByAccountItem } from '@/utils/storage/items';
import { deleteOlderThan } from './delete-history';

const THIRTY_DAYS_MS = 30 * 24 * 60 * 60_000;

/** Deletes the ended runs that are older than they may get. */
export async function pruneHistory(
  database: RunsDatabase,
  retention: Retention | undefined,
): Promise<void> {
  if (retention === 'none') await deleteOlderThan(database, Infinity);
  if (retention === '30-days') await deleteOlderThan(database, Date.now() - THIRTY_DAYS_MS);
}

/** The same for every account on the list. */
export async function pruneHistories(journals: Journals): Promise<void> {
  const [accounts, settings] = await Promise.all([accountsItem.get(), settingsByAccountItem.get()]);
  for (const { sub } of accounts?.list ?? []) {
    const account = await journals.of(sub);
    if (account) await pruneHistory(account.database, settings?.[sub]?.retention);
  }
}
