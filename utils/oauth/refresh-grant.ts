import * as oauth from 'oauth4webapi';
import { Failure } from '@/utils/errors/failure';
import { insecureOnLoopback, type AuthorizationServer } from './authorization-server';
import { refusedAs } from './refusal';
import { withServerClock } from './server-clock';
import { toTokenSet, type TokenSet } from './token-set';

/** RFC 6749 §5.2: the refresh token is no longer good, or the app is gone or may no longer use it. */
const ENDINGS = ['invalid_grant', 'invalid_client', 'unauthorized_client'];

/**
 * Renews the tokens (RFC 6749 §6). The server may rotate the refresh token (RFC 9700 §4.14): the old
 * one is dead then, so store the new one before anything else.
 *
 * @param client its `scope` and `sub` are those of the session
 * @throws Failure `session-expired` when the server no longer accepts the refresh token or the app
 */
export async function refreshTokens(
  server: AuthorizationServer,
  client: { clientId: string; scope: string; sub: string },
  refreshToken: string,
): Promise<TokenSet> {
  const { clientId, scope, sub } = client;
  return await refusedAs('token-response', async () => {
    const response = await oauth.refreshTokenGrantRequest(
      server,
      { client_id: clientId },
      oauth.None(),
      refreshToken,
      insecureOnLoopback(server.issuer),
    );
    try {
      const tokens = await oauth.processRefreshTokenResponse(
        server,
        withServerClock({ client_id: clientId }, response),
        response,
      );
      // OpenID Connect Core §12.2: it stays the same person's.
      const renewedSub = oauth.getValidatedIdTokenClaims(tokens)?.sub ?? sub;
      if (renewedSub !== sub) throw new Failure({ kind: 'sign-in-refused', check: 'id-token' });
      return toTokenSet(tokens, scope);
    } catch (cause) {
      if (cause instanceof oauth.ResponseBodyError && ENDINGS.includes(cause.error)) {
        throw new Failure({ kind: 'session-expired' }, { cause });
      }
      throw cause;
    }
  });
}
