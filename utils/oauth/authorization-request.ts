import { oauthLoginUrl } from '@huggingface/hub';
import * as oauth from 'oauth4webapi';
import { Failure } from '@/utils/errors/failure';
import type { AuthorizationServer } from './authorization-server';
import type { PendingAuthorization } from './pending-authorization';
import { refusedAs } from './refusal';

/** Who asks for what. */
export interface AuthorizationParameters {
  clientId: string;
  scope: string;
  redirectUri: string;
  /** `consent` has the page shown where the server would have granted silently. */
  prompt?: 'consent';
}

/**
 * Makes the authorization request (RFC 6749 §4.1.1) with PKCE S256 (RFC 7636), a `state` and a `nonce`
 * of 32 random bytes each. @huggingface/hub wraps our state in a JSON value of its own; the whole of
 * that value is what the response must bring back.
 */
export async function createAuthorizationRequest(
  server: AuthorizationServer,
  parameters: AuthorizationParameters,
): Promise<{ url: string; pending: PendingAuthorization }> {
  const secrets: { codeVerifier?: string; nonce?: string } = {};
  const loginUrl = await refusedAs('discovery', () =>
    oauthLoginUrl({
      clientId: parameters.clientId,
      hubUrl: server.issuer,
      scopes: parameters.scope,
      redirectUrl: parameters.redirectUri,
      state: oauth.generateRandomState(),
      localStorage: secrets,
    }),
  );
  const url = new URL(loginUrl);
  const state = url.searchParams.get('state');
  const endpoint = new URL(server.authorization_endpoint);
  const isOurs = url.origin === endpoint.origin && url.pathname === endpoint.pathname;
  if (!state || !secrets.codeVerifier || !isOurs) {
    throw new Failure({ kind: 'sign-in-refused', check: 'discovery' });
  }
  const nonce = oauth.generateRandomNonce();
  url.searchParams.set('nonce', nonce);
  const { prompt, ...asked } = parameters;
  if (prompt) url.searchParams.set('prompt', prompt);
  return {
    url: url.href,
    pending: {
      ...asked,
      state,
      nonce,
      codeVerifier: secrets.codeVerifier,
      startedAt: Date.now(),
    },
  };
}
