import type { CompanionError } from '@/utils/errors/companion-error';
import { accountItem, signInProgressItem } from '@/utils/storage/items';
import { deleteRefreshToken } from './refresh-token';
import { accessTokenItem } from './secret-items';

/**
 * Forgets the tokens and the account, with no network at all: Hugging Face has no revocation endpoint.
 * Settings and the model list stay.
 *
 * @param reason shown in place of a plain signed-out view when the person did not ask for it
 */
export async function endSession(reason?: CompanionError): Promise<void> {
  await deleteRefreshToken();
  await Promise.all([
    accessTokenItem.remove(),
    accountItem.remove(),
    reason
      ? signInProgressItem.set({ status: 'failed', error: reason })
      : signInProgressItem.remove(),
  ]);
}
