import * as oauth from 'oauth4webapi';
import { CookieBrowser, type Visit } from './cookie-browser.ts';
import type { Hub } from './hub.ts';

/** Loopback servers speak plain http. */
export const INSECURE = { [oauth.allowInsecureRequests]: true };

export interface SignInRequest {
  readonly redirectUri: string;
  readonly scope?: string;
  readonly extra?: Readonly<Record<string, string>>;
}

/** A public client (RFC 6749 section 2.1) of the local Hub, written with oauth4webapi. */
export class TestClient {
  readonly client: oauth.Client;
  readonly server: oauth.AuthorizationServer;
  readonly #verifier = oauth.generateRandomCodeVerifier();
  readonly #state = oauth.generateRandomState();
  readonly #request: SignInRequest;

  private constructor(hub: Hub, server: oauth.AuthorizationServer, request: SignInRequest) {
    this.client = { client_id: hub.clientId };
    this.server = server;
    this.#request = request;
  }

  static async discover(hub: Hub, request: SignInRequest): Promise<TestClient> {
    const issuer = new URL(hub.origin);
    const response = await oauth.discoveryRequest(issuer, INSECURE);
    const server = await oauth.processDiscoveryResponse(issuer, response);
    return new TestClient(hub, server, request);
  }

  async authorizationUrl(): Promise<string> {
    const url = new URL(this.server.authorization_endpoint ?? '');
    url.search = new URLSearchParams({
      client_id: this.client.client_id,
      redirect_uri: this.#request.redirectUri,
      response_type: 'code',
      scope: this.#request.scope ?? 'openid profile inference-api',
      state: this.#state,
      code_challenge: await oauth.calculatePKCECodeChallenge(this.#verifier),
      code_challenge_method: 'S256',
      ...this.#request.extra,
    }).toString();
    return url.href;
  }

  /** Exchanges the code of a redirect for tokens. */
  async redeem({ url }: Visit, expectedNonce?: string): Promise<oauth.TokenEndpointResponse> {
    const params = oauth.validateAuthResponse(this.server, this.client, new URL(url), this.#state);
    const response = await oauth.authorizationCodeGrantRequest(
      this.server,
      this.client,
      oauth.None(),
      params,
      this.#request.redirectUri,
      this.#verifier,
      INSECURE,
    );
    const options = expectedNonce === undefined ? {} : { expectedNonce };
    return oauth.processAuthorizationCodeResponse(this.server, this.client, response, options);
  }

  async refresh(refreshToken: string): Promise<oauth.TokenEndpointResponse> {
    const response = await oauth.refreshTokenGrantRequest(
      this.server,
      this.client,
      oauth.None(),
      refreshToken,
      INSECURE,
    );
    return oauth.processRefreshTokenResponse(this.server, this.client, response);
  }
}

/** Signs in with consent, in a new browser, and returns the tokens. */
export async function signIn(
  hub: Hub,
  request: SignInRequest,
): Promise<oauth.TokenEndpointResponse> {
  const browser = new CookieBrowser();
  const client = await TestClient.discover(hub, request);
  const page = await browser.open(await client.authorizationUrl());
  return client.redeem(await browser.press(page, 'Allow'));
}
