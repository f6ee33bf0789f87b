import * as oauth from 'oauth4webapi';
import { isLoopbackHost } from '@/utils/config/loopback';
import { Failure } from '@/utils/errors/failure';
import { refusedAs } from './refusal';

/** An authorization server whose endpoints are all on the issuer's origin. */
export interface AuthorizationServer extends oauth.AuthorizationServer {
  authorization_endpoint: string;
  token_endpoint: string;
  userinfo_endpoint: string;
  jwks_uri: string;
}

const ENDPOINTS = [
  'authorization_endpoint',
  'token_endpoint',
  'userinfo_endpoint',
  'jwks_uri',
] as const;

/** What a server need not have; where it names one, the same holds for it. */
const OPTIONAL_ENDPOINTS = ['device_authorization_endpoint'] as const;

/**
 * Reads the discovery document (OpenID Connect Discovery §4). The issuer must be the one in
 * force, and every endpoint must be on its origin: a forged document gets no code and no token.
 *
 * @throws Failure
 */
export async function discoverAuthorizationServer(issuer: string): Promise<AuthorizationServer> {
  return await refusedAs('discovery', async () => {
    const url = new URL(issuer);
    const response = await oauth.discoveryRequest(url, insecureOnLoopback(issuer));
    const server = await oauth.processDiscoveryResponse(url, response);
    const optional = OPTIONAL_ENDPOINTS.filter((endpoint) => server[endpoint] !== undefined);
    for (const endpoint of [...ENDPOINTS, ...optional]) {
      const value = server[endpoint];
      if (!value || new URL(value).origin !== url.origin) {
        throw new Failure({ kind: 'sign-in-refused', check: 'discovery' });
      }
    }
    return server as AuthorizationServer;
  });
}

/** Options for a request: plain http only when the issuer is this computer, as in tests and the demo. */
export function insecureOnLoopback(issuer: string): { [oauth.allowInsecureRequests]: boolean } {
  const { protocol, hostname } = new URL(issuer);
  return { [oauth.allowInsecureRequests]: protocol === 'http:' && isLoopbackHost(hostname) };
}
