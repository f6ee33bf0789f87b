import { findAccount } from '@/utils/account/accounts';
import { Failure } from '@/utils/errors/failure';
import { accountsItem, signInProgressItem } from '@/utils/storage/items';
import { inOrder } from './in-order';

/**
 * Takes another account of the list into use.
 *
 * @throws Failure `signed-out` when it is no longer on the list
 */
export async function switchAccount(sub: string): Promise<void> {
  await inOrder(async () => {
    const account = findAccount(await accountsItem.get(), sub);
    if (!account) throw new Failure({ kind: 'signed-out' });
    await accountsItem.update((accounts) => ({ list: [], ...accounts, active: sub }));
    // How a sign-in of the other one ended is no news of this one.
    if ((await signInProgressItem.get())?.status === 'failed') await signInProgressItem.remove();
  });
}
