import { activeAccount, withEndedSession, withoutAccount } from '@/utils/account/accounts';
import type { SignInProgress } from '@/utils/account/sign-in-progress';
import type { CompanionError } from '@/utils/errors/companion-error';
import {
  accountsItem,
  billingUsagesItem,
  privateModelsItem,
  signInProgressItem,
} from '@/utils/storage/items';
import { withoutEntry } from '@/utils/storage/without-entry';
import { forgetCopies } from '@/utils/storage/unreadable';
import { allOf } from './all-of';
import { inOrder } from './in-order';
import { accessTokenItem } from './secret-items';
import { forgetTokens } from './store-tokens';

/**
 * Signs an account out: forgets its tokens and takes it off the list, with no network at all, since
 * Hugging Face has no revocation endpoint. Settings, also the account's own, stay. The account leaves the
 * list last, so that what fails, or is cut short, can be tried again; its session is over at once.
 *
 * @param forgetRest forgets what else is kept of the account
 * @throws what the browser's storage threw
 */
export async function signOut(sub: string, forgetRest: () => Promise<void>): Promise<void> {
  await inOrder(async () => {
    await accountsItem.update((accounts) => withEndedSession(accounts, sub));
    await allOf([forgetTokens(sub), forgetRest()]);
    await allOf([
      accountsItem.update((accounts) => withoutAccount(accounts, sub)),
      privateModelsItem.update((lists) => withoutEntry(lists, sub)),
      billingUsagesItem.update((usages) => withoutEntry(usages, sub)),
      signInProgressItem.remove(),
      forgetCopies(),
    ]);
  });
}

/**
 * Ends a session that the server or a changed app has ended: the tokens go, the account stays on the
 * list and waits for a new sign-in.
 *
 * @param reason shown to the person if it is the account in use
 * @param refused the access token that the server has refused; a session that has a newer one goes on
 * @throws what the browser's storage threw
 */
export async function endSession(
  sub: string,
  reason: CompanionError,
  refused?: string,
): Promise<void> {
  await inOrder(async () => {
    const isOver = refused !== undefined && (await accessTokenItem(sub).get())?.value !== refused;
    if (!isOver) await endSessionNow(sub, reason);
  });
}

/** {@link endSession} for who is in the queue already. */
export async function endSessionNow(sub: string, reason: CompanionError): Promise<void> {
  const isActive = activeAccount(await accountsItem.get())?.sub === sub;
  await allOf([
    forgetTokens(sub),
    accountsItem.update((accounts) => withEndedSession(accounts, sub)),
    ...(isActive
      ? [signInProgressItem.update((progress) => failedUnlessUnderWay(progress, reason))]
      : []),
  ]);
}

/** A sign-in under way has news of its own, and the window that must be closed if it is cut short. */
function failedUnlessUnderWay(
  progress: SignInProgress | undefined,
  error: CompanionError,
): SignInProgress {
  return progress?.status === 'in-progress' ? progress : { status: 'failed', error };
}
