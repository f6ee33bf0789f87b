import type { CompanionError } from '@/utils/errors/companion-error';
import { accountItem, signInProgressItem } from '@/utils/storage/items';
import { deleteRefreshToken } from './refresh-token';
import { accessTokenItem } from './secret-items';

let endings = 0;

/** How often a session has ended so far. A sign-in that began before the last end must not store anything. */
export function sessionEndings(): number {
  return endings;
}

/**
 * Forgets the tokens and the account, with no network at all: Hugging Face has no revocation endpoint.
 * Settings and the model list stay. All is tried, whatever fails of it.
 *
 * @param reason shown in place of a plain signed-out view when the person did not ask for it
 * @throws what the browser's storage threw
 */
export async function endSession(reason?: CompanionError): Promise<void> {
  endings += 1;
  const results = await Promise.allSettled([
    deleteRefreshToken(),
    accessTokenItem.remove(),
    accountItem.remove(),
    reason
      ? signInProgressItem.set({ status: 'failed', error: reason })
      : signInProgressItem.remove(),
  ]);
  const failure = results.find((result) => result.status === 'rejected');
  if (failure) throw failure.reason;
}
