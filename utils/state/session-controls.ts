import type { Account } from '@/utils/account/account';
import { request } from '@/utils/messaging/request-client';
import type { Result } from '@/utils/result';

/**
 * What every view can have done about who is signed in, as requests to the background.
 *
 * @param attempt takes each answer, and keeps its error
 */
export function createSessionControls(
  attempt: (answer: Promise<Result<unknown>>) => Promise<void>,
) {
  return {
    onSignIn: () => void attempt(request('session.sign-in', {})),
    onCancel: () => void attempt(request('session.cancel-sign-in', {})),
    onSwitch: ({ sub }: Account) => void attempt(request('session.switch-account', { sub })),
    onAdd: () => void attempt(request('session.add-account', {})),
    /** Refused where a history would go with it. */
    onSignOut: ({ sub }: Account) => void attempt(request('session.sign-out', { sub })),
    onSignOutForGood: (sub: string) =>
      void attempt(request('session.sign-out', { sub, deletesHistory: true })),
  };
}
