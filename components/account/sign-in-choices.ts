import type { Account } from '@/utils/account/account';

/** What can be offered while no session is in use. */
export interface SignInChoices {
  /** The account in use, which waits for a new sign-in. */
  again?: Account;
  /** The accounts that need no sign-in. */
  others: readonly Account[];
}

/** What the list of accounts offers where the one in use has no open session, or none is in use. */
export function signInChoices(
  accounts: readonly Account[],
  inUse: Account | undefined,
): SignInChoices {
  const others = accounts.filter(({ session }) => session === 'open');
  return inUse ? { again: inUse, others } : { others };
}
