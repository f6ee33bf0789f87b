import * as oauth from 'oauth4webapi';
import { Failure } from '@/utils/errors/failure';
import type { AuthorizationServer } from './authorization-server';
import type { PendingAuthorization } from './pending-authorization';
import { refusedAs } from './refusal';

/** A response older than this belongs to a request nobody is waiting for. */
const MAXIMUM_AGE_MS = 10 * 60_000;

/**
 * Checks the URL that the browser's auth flow ended on, in the order of RFC 9700: redirect URI, age,
 * `iss` (RFC 9207, when present), `state`, and only then `error` and `code`, so that a forged error
 * is refused like a forged code.
 *
 * @returns the parameters, as the code exchange wants them
 * @throws Failure
 */
export async function validateAuthorizationResponse(
  server: AuthorizationServer,
  responseUrl: string,
  pending: PendingAuthorization,
): Promise<URLSearchParams> {
  const url = new URL(responseUrl);
  const expected = new URL(pending.redirectUri);
  if (url.origin !== expected.origin || url.pathname !== expected.pathname) {
    throw new Failure({ kind: 'sign-in-refused', check: 'redirect-uri' });
  }
  if (Date.now() - pending.startedAt > MAXIMUM_AGE_MS) {
    throw new Failure({ kind: 'sign-in-refused', check: 'expired' });
  }
  const check = failingCheck(url.searchParams, server.issuer, pending.state);
  // The library takes an empty `iss` for an absent one.
  if (check === 'issuer') throw new Failure({ kind: 'sign-in-refused', check });
  return await refusedAs(check, () => {
    const client = { client_id: pending.clientId };
    const parameters = oauth.validateAuthResponse(server, client, url, pending.state);
    // The library looks for the code when it is exchanged, where the token response would be blamed.
    if (!parameters.get('code') || parameters.getAll('code').length > 1) {
      throw new Failure({ kind: 'sign-in-refused', check });
    }
    return parameters;
  });
}

/** Which check a refusal would be due to; the library's errors do not say. */
function failingCheck(parameters: URLSearchParams, issuer: string, state: string) {
  const [iss] = parameters.getAll('iss');
  if (iss !== undefined && iss !== issuer) return 'issuer';
  return parameters.get('state') === state && parameters.getAll('state').length === 1
    ? 'authorization-response'
    : 'state';
}
