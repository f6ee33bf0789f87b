import { activeAccount } from '@/utils/account/accounts';
import type { Configuration } from '@/utils/config/configuration';
import { Failure } from '@/utils/errors/failure';
import { accountsItem } from '@/utils/storage/items';
import type { Expectation } from './open-session';

/** Why somebody goes through the sign-in. */
export type SignInIntent =
  /** To be signed in: as the account in use, when its session has ended, else as whoever they are. */
  | { kind: 'sign-in' }
  /** To have one more account here. */
  | { kind: 'add-account' }
  /** To grant one more scope to the account in use, or one again and perhaps for more organizations, or one fewer. */
  | { kind: 'set-scope'; scope: string; isOn: boolean };

/** What to ask the server for, and who may come back. */
export interface SignInPlan {
  /** Space-separated (RFC 6749 §3.3). */
  scope: string;
  prompt?: 'consent';
  expectation: Expectation;
  /** A scope without which the sign-in was in vain. */
  wanted?: string;
}

/**
 * Makes the plan for an intent. A session that has ended is signed in again with the scopes it had.
 *
 * @throws Failure `signed-out` when scopes are to change and no session is open
 */
export async function planSignIn(
  intent: SignInIntent,
  { scopes }: Pick<Configuration, 'scopes'>,
): Promise<SignInPlan> {
  const base = scopes.split(' ');
  const active = activeAccount(await accountsItem.get());
  switch (intent.kind) {
    case 'sign-in':
      return active?.session === 'ended'
        ? { scope: union(base, active.scopes), expectation: { sub: active.sub } }
        : { scope: union(base, []), expectation: {} };
    case 'add-account':
      // Hugging Face grants silently what it granted before: only a page shows who is being added.
      return { scope: union(base, []), prompt: 'consent', expectation: { isAddition: true } };
    case 'set-scope': {
      if (active?.session !== 'open') throw new Failure({ kind: 'signed-out' });
      const expectation = { sub: active.sub };
      const others = active.scopes.filter((scope) => scope !== intent.scope);
      if (!intent.isOn) return { scope: union(base, others), expectation };
      const scope = union(base, [...others, intent.scope]);
      // Granted and yet refused, as for an organization that was left out: only a page lets the person add it.
      const isAgain = active.scopes.includes(intent.scope);
      return { scope, ...(isAgain && { prompt: 'consent' }), expectation, wanted: intent.scope };
    }
  }
}

function union(base: readonly string[], more: readonly string[]): string {
  return [...new Set([...base, ...more])].join(' ');
}
