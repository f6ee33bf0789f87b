import { readConfiguration } from '@/utils/config/configuration';
import { Failure } from '@/utils/errors/failure';
import { discoverAuthorizationServer } from '@/utils/oauth/authorization-server';
import { refreshTokens } from '@/utils/oauth/refresh-grant';
import { accountItem } from '@/utils/storage/items';
import { readRefreshToken } from './refresh-token';
import { endSession } from './end-session';
import { accessTokenItem } from './secret-items';
import { rotateTokens } from './store-tokens';

/** A token that has less than this to live is renewed before it is used. */
const RENEW_BEFORE_MS = 2 * 60_000;

let renewal: Promise<string> | undefined;

/**
 * The access token, renewed when it is about to expire. Renewal is single-flight: refresh tokens
 * rotate, and a second use of the old one would end the session (RFC 9700 §4.14).
 *
 * @param refused a token the server has just answered 401 to; it is renewed whatever the clock says
 * @throws Failure `signed-out`, `session-expired`, or what kept the renewal from being asked
 */
export async function getAccessToken(refused?: string): Promise<string> {
  if (!(await accountItem.get())) throw new Failure({ kind: 'signed-out' });
  const token = await accessTokenItem.get();
  const isFresh = token && token.expiresAt - Date.now() > RENEW_BEFORE_MS;
  if (isFresh && token.value !== refused) return token.value;
  renewal ??= renew().finally(() => {
    renewal = undefined;
  });
  return await renewal;
}

async function renew(): Promise<string> {
  const [configuration, refreshToken] = await Promise.all([
    readConfiguration(),
    readRefreshToken(),
  ]);
  try {
    if (!refreshToken || !configuration.clientId) throw new Failure({ kind: 'session-expired' });
    const server = await discoverAuthorizationServer(configuration.providerOrigin);
    const client = { clientId: configuration.clientId, scope: configuration.scopes };
    const tokens = await refreshTokens(server, client, refreshToken);
    // Signed out while the request was under way: what came back must not bring the session back.
    if (!(await rotateTokens(refreshToken, tokens))) throw new Failure({ kind: 'signed-out' });
    return tokens.accessToken;
  } catch (cause) {
    const isExpired = cause instanceof Failure && cause.error.kind === 'session-expired';
    if (isExpired && (await readRefreshToken()) === refreshToken) {
      await endSession({ kind: 'session-expired' });
    }
    throw cause;
  }
}
