import * as v from 'valibot';
import { storedObject } from '@/utils/storage/stored-object';
import { accountSchema, unknownMembers, type Account } from './account';

/** Everybody who has signed in and not out, and the one in whose name things are done now. */
export const accountsSchema = storedObject({
  /** `sub`; absent after that account signed out: nobody else is put in its place unasked. */
  active: v.optional(v.string()),
  list: v.array(accountSchema),
});

export type Accounts = v.InferOutput<typeof accountsSchema>;

/** The account in use, whether or not its session has ended. */
export function activeAccount(accounts: Accounts | undefined): Account | undefined {
  return findAccount(accounts, accounts?.active);
}

/** An account by its `sub`. */
export function findAccount(
  accounts: Accounts | undefined,
  sub: string | undefined,
): Account | undefined {
  return accounts?.list.find((account) => account.sub === sub);
}

/**
 * With this account, in its old place or, when it is new, at the end. Who is in use stays, and so does what
 * only a newer version knows of the account.
 */
export function withAccount(accounts: Accounts | undefined, account: Account): Accounts {
  const list = accounts?.list ?? [];
  const isKnown = list.some(({ sub }) => sub === account.sub);
  return {
    ...accounts,
    list: isKnown
      ? list.map((other) =>
          other.sub === account.sub ? { ...unknownMembers(other), ...account } : other,
        )
      : [...list, account],
  };
}

/** With this account in use. */
export function withActive(accounts: Accounts | undefined, account: Account): Accounts {
  return { ...withAccount(accounts, account), active: account.sub };
}

/** Without this account; when it was the one in use, none is. */
export function withoutAccount(accounts: Accounts | undefined, sub: string): Accounts {
  const { active, list = [], ...others } = accounts ?? {};
  const isOneInUse = active !== undefined && active !== sub;
  return {
    ...others,
    ...(isOneInUse ? { active } : {}),
    list: list.filter((account) => account.sub !== sub),
  };
}

/** With what a server has granted an account now. */
export function withScopes(
  accounts: Accounts | undefined,
  sub: string,
  scopes: string[],
): Accounts {
  const list = (accounts?.list ?? []).map((account) =>
    account.sub === sub ? { ...account, scopes } : account,
  );
  return { ...accounts, list };
}

/** With the session of this account ended. */
export function withEndedSession(accounts: Accounts | undefined, sub: string): Accounts {
  const list = (accounts?.list ?? []).map((account) =>
    account.sub === sub ? { ...account, session: 'ended' as const } : account,
  );
  return { ...accounts, list };
}
