import * as oauth from 'oauth4webapi';
import type { UserCode } from '@/utils/account/user-code';
import { Failure } from '@/utils/errors/failure';
import { insecureOnLoopback, type AuthorizationServer } from './authorization-server';
import { refusedAs } from './refusal';
import { withServerClock } from './server-clock';
import { toTokenSet, type TokenSet } from './token-set';

/** A code to show, and the secret to poll with meanwhile. */
export interface DeviceAuthorization extends UserCode {
  /** A secret: whoever has it gets the tokens. */
  deviceCode: string;
  /** Least time between two polls, in milliseconds. */
  intervalMs: number;
}

/** Why there are no tokens yet. `no-answer` is the network's or the server's trouble, not a decision. */
export type Waiting = 'pending' | 'slow-down' | 'no-answer';

/** Where the server names no interval (RFC 8628 §3.2). */
const DEFAULT_INTERVAL_SECONDS = 5;

/** Hugging Face's other name, where its codes are entered. */
const SHORT_ORIGIN = 'https://hf.co';

/**
 * Asks for a code to show (RFC 8628 §3.1) as a public client. Its page must be the issuer's own:
 * a person follows the link and types the code there.
 *
 * @throws Failure
 */
export async function requestDeviceCode(
  server: AuthorizationServer,
  { clientId, scope }: { clientId: string; scope: string },
): Promise<DeviceAuthorization> {
  return await refusedAs('device-code', async () => {
    const client = { client_id: clientId };
    const options = insecureOnLoopback(server.issuer);
    const none = oauth.None();
    const response = await oauth.deviceAuthorizationRequest(
      server,
      client,
      none,
      { scope },
      options,
    );
    const answer = await oauth.processDeviceAuthorizationResponse(server, client, response);
    return {
      deviceCode: answer.device_code,
      userCode: answer.user_code,
      verificationUri: ownPage(answer.verification_uri, server.issuer),
      expiresAt: Date.now() + answer.expires_in * 1000,
      intervalMs: (answer.interval ?? DEFAULT_INTERVAL_SECONDS) * 1000,
    };
  });
}

/**
 * Asks once whether the person has decided (RFC 8628 §3.4). An ID token is checked like that of a code
 * exchange, but for the nonce, which this flow has no place for; one that is absent is accepted.
 *
 * @returns the tokens and the `sub` of the ID token, if there was one
 * @throws Failure `sign-in-denied`, `device-code-expired`, or why the answer was refused
 */
export async function pollForTokens(
  server: AuthorizationServer,
  client: { clientId: string; scope: string },
  deviceCode: string,
): Promise<Waiting | { tokens: TokenSet; sub: string | undefined }> {
  const answer = await askForTokens(server, client.clientId, deviceCode).catch(toWaiting);
  if (typeof answer === 'string') return answer;
  const { response, tokens } = answer;
  const claims = oauth.getValidatedIdTokenClaims(tokens);
  if (claims) {
    await refusedAs('id-token', () =>
      oauth.validateApplicationLevelSignature(server, response, insecureOnLoopback(server.issuer)),
    );
  }
  return { tokens: toTokenSet(tokens, client.scope), sub: claims?.sub };
}

async function askForTokens(server: AuthorizationServer, clientId: string, deviceCode: string) {
  return await refusedAs('token-response', async () => {
    const client = { client_id: clientId };
    const options = insecureOnLoopback(server.issuer);
    const none = oauth.None();
    const response = await oauth.deviceCodeGrantRequest(server, client, none, deviceCode, options);
    const timed = withServerClock(client, response);
    return { response, tokens: await oauth.processDeviceCodeResponse(server, timed, response) };
  });
}

/** RFC 8628 §3.5; what is no reason to wait is thrown. */
function toWaiting(failure: unknown): Waiting {
  if (!(failure instanceof Failure)) throw failure;
  const { error, cause } = failure;
  switch (error.kind === 'sign-in-failed' ? error.code : '') {
    case 'authorization_pending':
      return 'pending';
    case 'slow_down':
      return 'slow-down';
    case 'access_denied':
      throw new Failure({ kind: 'sign-in-denied' }, { cause });
    case 'expired_token':
      throw new Failure({ kind: 'device-code-expired' }, { cause });
  }
  const kinds = ['offline', 'unreachable', 'hub-busy'];
  if (kinds.includes(error.kind)) return 'no-answer';
  throw failure;
}

function ownPage(uri: string, issuer: string): string {
  const url = URL.canParse(uri) ? new URL(uri) : undefined;
  const isOwn = url?.origin === new URL(issuer).origin || url?.origin === SHORT_ORIGIN;
  if (!url || !isOwn || url.username !== '' || url.password !== '') {
    throw new Failure({ kind: 'sign-in-refused', check: 'device-code' });
  }
  return url.href;
}
