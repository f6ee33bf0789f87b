import type { Configuration } from '@/utils/config/configuration';
import { redirectUri } from '@/utils/config/redirect-uri';
import { Failure } from '@/utils/errors/failure';
import { createAuthorizationRequest } from '@/utils/oauth/authorization-request';
import { validateAuthorizationResponse } from '@/utils/oauth/authorization-response';
import {
  discoverAuthorizationServer,
  type AuthorizationServer,
} from '@/utils/oauth/authorization-server';
import { exchangeCode } from '@/utils/oauth/code-exchange';
import type { TokenSet } from '@/utils/oauth/token-set';
import { launchWebAuthFlow, type WebAuthFlowOptions } from '@/utils/oauth/web-auth-flow';

/** What an authorization brought: tokens, the app and the server they come from, and whose they are. */
export interface Authorization {
  server: AuthorizationServer;
  clientId: string;
  tokens: TokenSet;
  /** Of the ID token; `undefined` where a flow brings none. */
  sub: string | undefined;
}

/**
 * The authorization code flow (RFC 6749 §4.1 with PKCE) in the browser's sign-in window, or without
 * any window. Nothing is stored.
 *
 * @throws Failure
 */
export async function authorize(
  { clientId, providerOrigin }: Pick<Configuration, 'clientId' | 'providerOrigin'>,
  request: { scope: string; prompt?: 'consent' },
  flow: WebAuthFlowOptions,
): Promise<Authorization> {
  if (!clientId) throw new Failure({ kind: 'client-id-missing' });
  const server = await discoverAuthorizationServer(providerOrigin);
  const parameters = { ...request, clientId, redirectUri: redirectUri() };
  const { url, pending } = await createAuthorizationRequest(server, parameters);
  const responseUrl = await launchWebAuthFlow(url, flow);
  const response = await validateAuthorizationResponse(server, responseUrl, pending);
  return { server, clientId, ...(await exchangeCode(server, response, pending)) };
}
