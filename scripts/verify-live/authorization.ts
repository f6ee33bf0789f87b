import * as oauth from 'oauth4webapi';
import { CHROMIUM_REDIRECT_URI } from '../../utils/config/extension-ids.ts';
import { openClient } from './client.ts';
import { askText, type Person } from './person.ts';
import type { Walk } from './walk-state.ts';

/** Thrown when three pasted lines were no address of the redirect. */
export class WrongAddress extends Error {
  override name = 'WrongAddress';
}

/** What the browser came back with; not yet checked. */
export interface Redirect {
  readonly url: URL;
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

const TRIES = 3;

/** Lets the person sign in with PKCE (RFC 7636) under the redirect URI of Chromium builds. */
export async function authorize(walk: Walk, scope: string): Promise<Redirect> {
  const { client, server } = await openClient(walk);
  const secrets = {
    state: oauth.generateRandomState(),
    nonce: oauth.generateRandomNonce(),
    codeVerifier: oauth.generateRandomCodeVerifier(),
  };
  for (const secret of Object.values(secrets)) walk.record.confidential.add(secret);
  const url = new URL(server.authorization_endpoint ?? '');
  url.search = new URLSearchParams({
    client_id: client.client_id,
    redirect_uri: CHROMIUM_REDIRECT_URI,
    response_type: 'code',
    scope,
    state: secrets.state,
    nonce: secrets.nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(secrets.codeVerifier),
    code_challenge_method: 'S256',
  }).toString();
  walk.person.say(`Open this address in a browser where you are signed in:\n\n${url.href}\n`);
  walk.person.say(
    'Allow, if you are asked. The browser ends on a page that cannot load; its address is needed.',
  );
  const redirect = { url: await askAddress(walk.person), ...secrets };
  walk.record.confidential.addAll(Object.fromEntries(redirect.url.searchParams));
  return redirect;
}

/** Buys tokens for the code of a redirect (RFC 6749 §4.1.3), once its `state` and `iss` are right. */
export async function exchange(walk: Walk, redirect: Redirect): Promise<Response> {
  const { client, server, options } = await openClient(walk);
  const { url, state, codeVerifier } = redirect;
  const parameters = oauth.validateAuthResponse(server, client, url, state);
  return await oauth.authorizationCodeGrantRequest(
    server,
    client,
    oauth.None(),
    parameters,
    CHROMIUM_REDIRECT_URI,
    codeVerifier,
    options,
  );
}

async function askAddress(person: Person): Promise<URL> {
  const expected = new URL(CHROMIUM_REDIRECT_URI);
  for (let tries = 0; tries < TRIES; tries += 1) {
    const pasted = await askText(person, 'Paste the address the browser ended on (s to skip):');
    const url = URL.canParse(pasted) ? new URL(pasted) : undefined;
    if (url?.origin === expected.origin && url.pathname === expected.pathname) return url;
    person.say(`It should begin with ${CHROMIUM_REDIRECT_URI}?`);
  }
  throw new WrongAddress();
}
