import type { Account } from '@/utils/account/account';
import { findAccount, withScopes } from '@/utils/account/accounts';
import { readConfiguration, type Configuration } from '@/utils/config/configuration';
import { Failure } from '@/utils/errors/failure';
import { discoverAuthorizationServer } from '@/utils/oauth/authorization-server';
import { refreshTokens } from '@/utils/oauth/refresh-grant';
import type { TokenSet } from '@/utils/oauth/token-set';
import { accountsItem, settingsItem } from '@/utils/storage/items';
import { isUnreadable } from '@/utils/storage/unreadable';
import { authorize } from './authorize';
import { endSessionNow } from './end-session';
import { inOrder } from './in-order';
import { readRefreshToken } from './refresh-token';
import type { RefreshToken } from './refresh-token-record';
import { accessTokenItem } from './secret-items';
import { storeTokens } from './store-tokens';
import type { TokenSource } from './token-source';

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
  const [configuration, stored, before] = await Promise.all([
    readConfiguration(),
    readRefreshToken(sub),
    accessTokenItem(sub).get(),
  ]);
  const isStillCurrent = () => isCurrent(sub, { refresh: stored?.value, access: before?.value });
  const source = {
    clientId: configuration.clientId ?? '',
    issuer: configuration.providerOrigin,
  };
  try {
    refuseOtherSource(stored ?? before, source);
    const tokens = stored
      ? await refresh(configuration, account, stored)
      : await authorizeSilently(configuration, account);
    return await inOrder(async () => {
      if (!(await isStillCurrent())) return await accessTokenAfterAll(sub);
      const refreshToken = tokens.refreshToken ?? stored?.value;
      await storeTokens(sub, { ...tokens, refreshToken }, source);
      await accountsItem.update((accounts) => withScopes(accounts, sub, tokens.scope.split(' ')));
      return tokens.accessToken;
    });
  } catch (cause) {
    const error = cause instanceof Failure ? cause.error : undefined;
    // The app that is in force may not be the one they chose: that is no reason to forget tokens.
    if (error?.kind === 'client-id-changed' && (await isUnreadable(settingsItem))) {
      throw new Failure({ kind: 'client-id-missing' }, { cause });
    }
    if (error?.kind !== 'session-expired' && error?.kind !== 'client-id-changed') throw cause;
    return await inOrder(async () => {
      if (!(await isStillCurrent())) return await accessTokenAfterAll(sub);
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
  { providerOrigin }: Configuration,
  { sub, scopes }: Account,
  stored: RefreshToken,
): Promise<TokenSet> {
  const server = await discoverAuthorizationServer(providerOrigin);
  const client = { clientId: stored.clientId, scope: scopes.join(' '), sub };
  return await refreshTokens(server, client, stored.value);
}

/** A token goes to nobody but the server it came from, in the name of the app it was given to. */
function refuseOtherSource(from: TokenSource | undefined, inForce: TokenSource): void {
  if (from && (from.clientId !== inForce.clientId || from.issuer !== inForce.issuer)) {
    throw new Failure({ kind: 'client-id-changed' });
  }
}

async function authorizeSilently(
  configuration: Configuration,
  { sub, scopes }: Account,
): Promise<TokenSet> {
  const request = { scope: scopes.join(' ') };
  const flow = authorize(configuration, request, { interactive: false });
  const { tokens, sub: authorized } = await flow.catch((cause: unknown) => {
    const kind = cause instanceof Failure ? cause.error.kind : undefined;
    // An answer of the server: without a window it will not grant this any more.
    if (kind === 'sign-in-denied' || kind === 'sign-in-failed') {
      throw new Failure({ kind: 'session-expired' }, { cause });
    }
    throw cause;
  });
  // Somebody else is signed in to Hugging Face in this browser: their tokens are not this account's.
  if (authorized !== sub) throw new Failure({ kind: 'session-expired' });
  return tokens;
}

/** False when the person has signed out, or in anew, while the renewal was under way. */
async function isCurrent(
  sub: string,
  used: { refresh: string | undefined; access: string | undefined },
): Promise<boolean> {
  const [accounts, refreshToken, accessToken] = await Promise.all([
    accountsItem.get(),
    readRefreshToken(sub),
    accessTokenItem(sub).get(),
  ]);
  const isOpen = findAccount(accounts, sub)?.session === 'open';
  return isOpen && refreshToken?.value === used.refresh && accessToken?.value === used.access;
}

/** The token that a new sign-in has brought meanwhile. */
async function accessTokenAfterAll(sub: string): Promise<string> {
  await openAccount(sub);
  const token = await accessTokenItem(sub).get();
  if (!token) throw new Failure({ kind: 'signed-out' });
  return token.value;
}
