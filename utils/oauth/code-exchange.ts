import * as oauth from 'oauth4webapi';
import { Failure } from '@/utils/errors/failure';
import { insecureOnLoopback, type AuthorizationServer } from './authorization-server';
import type { PendingAuthorization } from './pending-authorization';
import { refusedAs } from './refusal';
import { withServerClock } from './server-clock';
import { toTokenSet, type TokenSet } from './token-set';

/**
 * Exchanges the code for tokens (RFC 6749 §4.1.3) as a public client: `client_id` in the body, the
 * PKCE verifier instead of a secret. The ID token's issuer, audience, times, nonce and signature are
 * checked against the server's keys (OpenID Connect Core §3.1.3.7).
 *
 * @returns the tokens and the `sub` they belong to
 * @throws Failure
 */
export async function exchangeCode(
  server: AuthorizationServer,
  parameters: URLSearchParams,
  pending: PendingAuthorization,
): Promise<{ tokens: TokenSet; sub: string }> {
  const publicClient = { client_id: pending.clientId };
  const options = insecureOnLoopback(server.issuer);
  const response = await refusedAs('token-response', () =>
    oauth.authorizationCodeGrantRequest(
      server,
      publicClient,
      oauth.None(),
      parameters,
      pending.redirectUri,
      pending.codeVerifier,
      options,
    ),
  );
  const client = withServerClock(publicClient, response);
  const expectedNonce = (await hasNonce(response)) ? pending.nonce : oauth.expectNoNonce;
  const tokens = await refusedAs('token-response', () =>
    oauth.processAuthorizationCodeResponse(server, client, response, {
      expectedNonce,
      requireIdToken: true,
    }),
  );
  await refusedAs('id-token', () =>
    oauth.validateApplicationLevelSignature(server, response, options),
  );
  const sub = oauth.getValidatedIdTokenClaims(tokens)?.sub;
  if (!sub) throw new Failure({ kind: 'sign-in-refused', check: 'id-token' });
  return { tokens: toTokenSet(tokens, pending.scope), sub };
}

/**
 * Whether the ID token carries a nonce. A different one is refused; an absent one is accepted, since
 * Hugging Face does not document that it echoes it (docs/adr/0003).
 */
async function hasNonce(response: Response): Promise<boolean> {
  try {
    const body = (await response.clone().json()) as { id_token?: string };
    const payload = body.id_token?.split('.')[1] ?? '';
    const json = atob(payload.replaceAll('-', '+').replaceAll('_', '/'));
    return 'nonce' in (JSON.parse(json) as object);
  } catch {
    // Not JSON, or not a JWT: what follows refuses it with the right name.
    return true;
  }
}
