import * as oauth from 'oauth4webapi';
import { CookieBrowser, type Visit } from './cookie-browser.ts';
import type { Hub } from './hub.ts';
import { INSECURE, TestClient } from './sign-in.ts';

/** A device without a browser of its own (RFC 8628), written with oauth4webapi. */
export class DeviceClient {
  readonly #server: oauth.AuthorizationServer;
  readonly #client: oauth.Client;
  readonly #code: oauth.DeviceAuthorizationResponse;

  private constructor({ server, client }: TestClient, code: oauth.DeviceAuthorizationResponse) {
    this.#server = server;
    this.#client = client;
    this.#code = code;
  }

  /** Asks for a code. */
  static async start(hub: Hub, scope = 'openid profile inference-api'): Promise<DeviceClient> {
    const found = await TestClient.discover(hub, { redirectUri: '' });
    const { server, client } = found;
    const response = await oauth.deviceAuthorizationRequest(
      server,
      client,
      oauth.None(),
      { scope },
      INSECURE,
    );
    return new DeviceClient(
      found,
      await oauth.processDeviceAuthorizationResponse(server, client, response),
    );
  }

  /** Asks once whether the person has decided; rejects with the error until then. */
  async poll(): Promise<oauth.TokenEndpointResponse> {
    const response = await oauth.deviceCodeGrantRequest(
      this.#server,
      this.#client,
      oauth.None(),
      this.#code.device_code,
      INSECURE,
    );
    return oauth.processDeviceCodeResponse(this.#server, this.#client, response);
  }

  /** Opens the page for the person and enters the code. */
  async enterCode(browser = new CookieBrowser()): Promise<Visit> {
    const page = await browser.open(this.#code.verification_uri);
    return browser.press(page, 'Continue', { user_code: this.userCode });
  }

  get userCode(): string {
    return this.#code.user_code;
  }
}
