import { activeAccount, withEndedSession, withoutAccount } from '@/utils/account/accounts';
import type { CompanionError } from '@/utils/errors/companion-error';
import { withoutPrivateModels } from '@/utils/models/private-model';
import { accountsItem, privateModelsItem, signInProgressItem } from '@/utils/storage/items';
import { allOf } from './all-of';
import { inOrder } from './in-order';
import { forgetTokens } from './store-tokens';

/**
 * Signs an account out: forgets its tokens and takes it off the list, with no network at all, since
 * Hugging Face has no revocation endpoint. Settings, also the account's own, stay. All is tried,
 * whatever fails of it.
 *
 * @throws what the browser's storage threw
 */
export async function signOut(sub: string): Promise<void> {
  await inOrder(() =>
    allOf([
      forgetTokens(sub),
      accountsItem.update((accounts) => withoutAccount(accounts, sub)),
      privateModelsItem.update((lists) => withoutPrivateModels(lists, sub)),
      signInProgressItem.remove(),
    ]),
  );
}

/**
 * Ends a session that the server or a changed app has ended: the tokens go, the account stays on the
 * list and waits for a new sign-in.
 *
 * @param reason shown to the person if it is the account in use
 * @throws what the browser's storage threw
 */
export async function endSession(sub: string, reason: CompanionError): Promise<void> {
  await inOrder(() => endSessionNow(sub, reason));
}

/** {@link endSession} for who is in the queue already. */
export async function endSessionNow(sub: string, reason: CompanionError): Promise<void> {
  const isActive = activeAccount(await accountsItem.get())?.sub === sub;
  await allOf([
    forgetTokens(sub),
    accountsItem.update((accounts) => withEndedSession(accounts, sub)),
    ...(isActive ? [signInProgressItem.set({ status: 'failed', error: reason })] : []),
  ]);
}
