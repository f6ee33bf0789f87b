import { accountsItem } from '@/utils/storage/items';
import { isUnreadable } from '@/utils/storage/unreadable';
import { inOrder } from './in-order';
import { refreshTokenOwners } from './refresh-token';
import { sessionTokenOwners } from './secret-items';
import { forgetTokens } from './store-tokens';

/**
 * Forgets tokens of accounts that are not on the list: a background that was killed in the middle
 * of a sign-in leaves some that nobody could sign out of. Call it when the background starts.
 *
 * @throws what the browser's storage threw
 */
export async function forgetStrayTokens(): Promise<void> {
  await inOrder(async () => {
    // Whose they are is not known now, which is not the same as nobody's.
    if (await isUnreadable(accountsItem)) return;
    const { list = [] } = (await accountsItem.get()) ?? {};
    const owners = new Set([...(await refreshTokenOwners()), ...(await sessionTokenOwners())]);
    for (const owner of owners) {
      if (!list.some(({ sub }) => sub === owner)) await forgetTokens(owner);
    }
  });
}
