import * as oauth from 'oauth4webapi';
import { isLoopbackHost } from '../../utils/config/loopback.ts';
import { PATIENCE_MS, textOf } from './request.ts';
import { requireClientId, type Tokens, type Walk } from './walk-state.ts';

/** Options of every request: patience, and plain http to this computer alone. */
export function requestOptions(walk: Walk) {
  const { protocol, hostname } = new URL(walk.providerOrigin);
  return {
    signal: () => AbortSignal.timeout(PATIENCE_MS),
    [oauth.allowInsecureRequests]: protocol === 'http:' && isLoopbackHost(hostname),
  };
}

/** This walk as a public client, with the server it talks to. */
export async function openClient(walk: Walk) {
  const client: oauth.Client = { client_id: requireClientId(walk) };
  const server = await discover(walk);
  return { client, server, options: requestOptions(walk) };
}

async function discover(walk: Walk): Promise<oauth.AuthorizationServer> {
  if (walk.server) return walk.server;
  const issuer = new URL(walk.providerOrigin);
  const response = await oauth.discoveryRequest(issuer, requestOptions(walk));
  const server = await oauth.processDiscoveryResponse(issuer, response);
  walk.server = server;
  return server;
}

/** The tokens in the body of a token response; absent when it holds none. */
export function tokensOf(body: unknown): Tokens | undefined {
  const accessToken = textOf(body, 'access_token');
  if (accessToken === undefined) return undefined;
  return { accessToken, refreshToken: textOf(body, 'refresh_token') };
}
