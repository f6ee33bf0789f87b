import type { Account } from '@/utils/account/account';
import { findAccount, withAccount, withActive } from '@/utils/account/accounts';
import { readConfiguration } from '@/utils/config/configuration';
import { Failure } from '@/utils/errors/failure';
import { fetchUserinfo } from '@/utils/oauth/userinfo';
import { accountsItem } from '@/utils/storage/items';
import type { Authorization } from './authorize';
import { inOrder } from './in-order';
import { storeTokens } from './store-tokens';
import { toAccount } from './to-account';

/** Whose session may be opened. */
export interface Expectation {
  /** Only this account, such as the one whose scopes change. */
  sub?: string;
  /** Only an account that is not in use already. */
  isAddition?: boolean;
}

/**
 * Turns an authorization into a session: asks whose it is, stores tokens and account, and takes the
 * account into use. Nothing is stored until everything is checked.
 *
 * @param signal aborted when the sign-in is given up, which then stands
 * @throws Failure
 */
export async function openSession(
  { server, clientId, tokens, sub }: Authorization,
  expectation: Expectation,
  signal: AbortSignal,
): Promise<Account> {
  const token = { accessToken: tokens.accessToken, expectedSub: sub };
  const userinfo = await fetchUserinfo(server, clientId, token);
  const account = await toAccount(userinfo, tokens.scope.split(' '));
  return await inOrder(async () => {
    signal.throwIfAborted();
    const inForce = await readConfiguration();
    if (inForce.clientId !== clientId || inForce.providerOrigin !== server.issuer) {
      throw new Failure({ kind: 'client-id-changed' });
    }
    await check(account, expectation);
    await storeTokens(account.sub, tokens, { clientId, issuer: server.issuer });
    // Where one account was meant, it may no longer be the one in use, and is not put back unasked.
    const withIt = expectation.sub === undefined ? withActive : withAccount;
    await accountsItem.update((accounts) => withIt(accounts, account));
    return account;
  });
}

async function check(account: Account, { sub, isAddition }: Expectation): Promise<void> {
  const { username } = account;
  if (sub !== undefined && sub !== account.sub) {
    throw new Failure({ kind: 'other-account', username });
  }
  const accounts = await accountsItem.get();
  const isInUse = accounts?.active === account.sub;
  if (isAddition && isInUse && findAccount(accounts, account.sub)?.session === 'open') {
    throw new Failure({ kind: 'account-in-use', username });
  }
}
