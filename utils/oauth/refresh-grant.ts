import * as oauth from 'oauth4webapi';
import { Failure } from '@/utils/errors/failure';
import { insecureOnLoopback, type AuthorizationServer } from './authorization-server';
import { refusedAs } from './refusal';
import { withServerClock } from './server-clock';
import { toTokenSet, type TokenSet } from './token-set';

/**
 * Renews the tokens (RFC 6749 §6). The server may rotate the refresh token (RFC 9700 §4.14): the old
 * one is dead then, so store the new one before anything else.
 *
 * @throws Failure `session-expired` when the server no longer accepts the refresh token
 */
export async function refreshTokens(
  server: AuthorizationServer,
  client: { clientId: string; scope: string },
  refreshToken: string,
): Promise<TokenSet> {
  const { clientId, scope } = client;
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
      return toTokenSet(tokens, scope);
    } catch (cause) {
      if (cause instanceof oauth.ResponseBodyError && cause.error === 'invalid_grant') {
        throw new Failure({ kind: 'session-expired' }, { cause });
      }
      throw cause;
    }
  });
}
