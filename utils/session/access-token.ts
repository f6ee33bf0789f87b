import { findAccount } from '@/utils/account/accounts';
import { readConfiguration } from '@/utils/config/configuration';
import { Failure } from '@/utils/errors/failure';
import { accountsItem } from '@/utils/storage/items';
import { renewTokens } from './renew-tokens';
import { accessTokenItem } from './secret-items';

/** A token that has less than this to live is renewed before it is used. */
const RENEW_BEFORE_MS = 2 * 60_000;

const renewals = new Map<string, Promise<string>>();

/**
 * The access token of an account, renewed when it is about to expire. Renewal is single-flight: refresh
 * tokens rotate, and a second use of the old one would end the session (RFC 9700 §4.14).
 *
 * @param refused a token the server has just answered 401 to; it is renewed whatever the clock says
 * @throws Failure `signed-out`, `session-expired`, or what kept the renewal from being asked
 */
export async function getAccessToken(sub: string, refused?: string): Promise<string> {
  if (findAccount(await accountsItem.get(), sub)?.session !== 'open') {
    throw new Failure({ kind: 'signed-out' });
  }
  const [token, { clientId, providerOrigin }] = await Promise.all([
    accessTokenItem(sub).get(),
    readConfiguration(),
  ]);
  // Another app or server has come into force: renewal says so.
  const isTheirs = token?.clientId === clientId && token?.issuer === providerOrigin;
  const isFresh = token && token.expiresAt - Date.now() > RENEW_BEFORE_MS;
  if (isTheirs && isFresh && token.value !== refused) return token.value;
  const renewal = renewals.get(sub) ?? renewTokens(sub).finally(() => renewals.delete(sub));
  renewals.set(sub, renewal);
  return await renewal;
}
