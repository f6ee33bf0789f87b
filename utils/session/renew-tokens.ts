import type { Account } from '@/utils/account/account';
import { findAccount } from '@/utils/account/accounts';
import { readConfiguration, type Configuration } from '@/utils/config/configuration';
import { Failure } from '@/utils/errors/failure';
import { discoverAuthorizationServer } from '@/utils/oauth/authorization-server';
import { refreshTokens } from '@/utils/oauth/refresh-grant';
import type { TokenSet } from '@/utils/oauth/token-set';
import { accountsItem } from '@/utils/storage/items';
import { authorize } from './authorize';
import { endSessionNow } from './end-session';
import { inOrder } from './in-order';
import { readRefreshToken } from './refresh-token';
import type { RefreshToken } from './refresh-token-record';
import { accessTokenItem } from './secret-items';
import { storeTokens } from './store-tokens';

/**
 * Renews the tokens of an account: by its refresh token, or, where the server gave none, by an
 * authorization without any window. Asks the server once, then stores what came.
 *
 * @returns the new access token
 * @throws Failure `session-expired` or `client-id-changed`, and then the session has ended; any other
 *   leaves it as it was
 */
export async function renewTokens(sub: string): Promise<string> {
  const account = await openAccount(sub);
  const [configuration, stored] = await Promise.all([readConfiguration(), readRefreshToken(sub)]);
  try {
    const tokens = stored
      ? await refresh(configuration, account, stored)
      : await authorizeSilently(configuration, account);
    return await inOrder(async () => {
      if (!(await isCurrent(sub, stored))) return await accessTokenAfterAll(sub);
      const source = {
        clientId: configuration.clientId ?? '',
        issuer: configuration.providerOrigin,
      };
      await storeTokens(
        sub,
        { ...tokens, refreshToken: tokens.refreshToken ?? stored?.value },
        source,
      );
      return tokens.accessToken;
    });
  } catch (cause) {
    const error = cause instanceof Failure ? cause.error : undefined;
    if (error?.kind !== 'session-expired' && error?.kind !== 'client-id-changed') throw cause;
    return await inOrder(async () => {
      if (!(await isCurrent(sub, stored))) return await accessTokenAfterAll(sub);
      await endSessionNow(sub, error);
      throw cause;
    });
  }
}

async function openAccount(sub: string): Promise<Account> {
  const account = findAccount(await accountsItem.get(), sub);
  if (account?.session !== 'open') throw new Failure({ kind: 'signed-out' });
  return account;
}

async function refresh(
  { clientId, providerOrigin }: Configuration,
  { scopes }: Account,
  stored: RefreshToken,
): Promise<TokenSet> {
  // A token goes to nobody but the server it came from, in the name of the app it was given to.
  if (stored.clientId !== clientId || stored.issuer !== providerOrigin) {
    throw new Failure({ kind: 'client-id-changed' });
  }
  const server = await discoverAuthorizationServer(providerOrigin);
  return await refreshTokens(server, { clientId, scope: scopes.join(' ') }, stored.value);
}

async function authorizeSilently(
  configuration: Configuration,
  { sub, scopes }: Account,
): Promise<TokenSet> {
  const request = { scope: scopes.join(' ') };
  const { tokens, sub: authorized } = await authorize(configuration, request, {
    interactive: false,
  });
  // Somebody else is signed in to Hugging Face in this browser: their tokens are not this account's.
  if (authorized !== sub) throw new Failure({ kind: 'session-expired' });
  return tokens;
}

/** False when the person has signed out, or in anew, while the renewal was under way. */
async function isCurrent(sub: string, used: RefreshToken | undefined): Promise<boolean> {
  const account = findAccount(await accountsItem.get(), sub);
  const current = await readRefreshToken(sub);
  return account?.session === 'open' && current?.value === used?.value;
}

/** The token that a new sign-in has brought meanwhile. */
async function accessTokenAfterAll(sub: string): Promise<string> {
  await openAccount(sub);
  const token = await accessTokenItem(sub).get();
  if (!token) throw new Failure({ kind: 'signed-out' });
  return token.value;
}
