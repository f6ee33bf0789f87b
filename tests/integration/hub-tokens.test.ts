import * as oauth from 'oauth4webapi';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startHub, type Hub, type HubOptions } from '../hub/hub.ts';
import { signIn, TestClient } from '../hub/sign-in.ts';

const redirectUri = 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/hf';

const HOUR_S = 60 * 60;
const DAY_S = 24 * HOUR_S;

let hubs: Hub[];

beforeEach(() => {
  hubs = [];
  vi.useFakeTimers({ toFake: ['Date'] });
});

afterEach(async () => {
  vi.useRealTimers();
  await Promise.all(hubs.map((hub) => hub.close()));
});

async function start(options: Partial<HubOptions> = {}): Promise<Hub> {
  const hub = await startHub({ redirectUris: [redirectUri], ...options });
  hubs.push(hub);
  return hub;
}

function later(seconds: number): void {
  vi.setSystemTime(Date.now() + seconds * 1000);
}

async function whoami(hub: Hub, token: string): Promise<number> {
  const headers = { authorization: `Bearer ${token}` };
  return (await fetch(`${hub.origin}/api/whoami-v2`, { headers })).status;
}

/** A session as a client keeps it: the access token, and the refresh token of the last rotation. */
class TokenSession {
  accessToken: string;
  refreshToken: string;
  readonly #client: TestClient;

  private constructor(client: TestClient, tokens: oauth.TokenEndpointResponse) {
    this.#client = client;
    this.accessToken = tokens.access_token;
    this.refreshToken = tokens.refresh_token ?? '';
  }

  static async begin(hub: Hub): Promise<TokenSession> {
    const client = await TestClient.discover(hub, { redirectUri });
    return new TokenSession(client, await signIn(hub, { redirectUri }));
  }

  async renew(refreshToken = this.refreshToken): Promise<void> {
    const tokens = await this.#client.refresh(refreshToken);
    this.accessToken = tokens.access_token;
    this.refreshToken = tokens.refresh_token ?? '';
  }
}

const INVALID_GRANT = { status: 400, error: 'invalid_grant' };

test('a refresh token is rotated, for a new access token of eight hours', async () => {
  const hub = await start();
  const session = await TokenSession.begin(hub);
  const { accessToken, refreshToken } = session;
  later(8 * HOUR_S);
  expect(await whoami(hub, accessToken)).toBe(401);
  await session.renew();
  expect(session.accessToken).not.toBe(accessToken);
  expect(session.refreshToken).not.toBe(refreshToken);
  later(8 * HOUR_S - 1);
  expect(await whoami(hub, session.accessToken)).toBe(200);
});

test('an old refresh token is refused and ends the session it belongs to', async () => {
  const hub = await start();
  const [session, other] = [await TokenSession.begin(hub), await TokenSession.begin(hub)];
  const stolen = session.refreshToken;
  await session.renew();
  await session.renew();
  const { accessToken, refreshToken } = session;
  await expect(session.renew(stolen)).rejects.toMatchObject(INVALID_GRANT);
  expect(await whoami(hub, accessToken)).toBe(401);
  await expect(session.renew(refreshToken)).rejects.toMatchObject(INVALID_GRANT);
  await other.renew();
  expect(await whoami(hub, other.accessToken)).toBe(200);
});

test('daily use keeps a session alive for longer than any one token lives', async () => {
  const hub = await start();
  const session = await TokenSession.begin(hub);
  for (let day = 1; day <= 200; day += 1) {
    later(DAY_S);
    await session.renew();
  }
  expect(await whoami(hub, session.accessToken)).toBe(200);
  const userinfo = await fetch(`${hub.origin}/oauth/userinfo`, {
    headers: { authorization: `Bearer ${session.accessToken}` },
  });
  expect(await userinfo.json()).toMatchObject({ preferred_username: 'ada' });
});

test('a refresh token dies when it is not used for 90 days', async () => {
  const session = await TokenSession.begin(await start());
  later(90 * DAY_S - 1);
  await session.renew();
  later(90 * DAY_S);
  await expect(session.renew()).rejects.toMatchObject(INVALID_GRANT);
});

test('the window of a refresh token can be shorter, and slides as well', async () => {
  const session = await TokenSession.begin(await start({ refreshTokenSeconds: 100 }));
  for (let times = 0; times < 3; times += 1) {
    later(99);
    await session.renew();
  }
  later(100);
  await expect(session.renew()).rejects.toMatchObject(INVALID_GRANT);
});

test('a Hub can issue no refresh tokens', async () => {
  const hub = await start({ refreshTokens: false });
  const tokens = await signIn(hub, { redirectUri });
  expect(tokens).not.toHaveProperty('refresh_token');
  expect(tokens.access_token).toMatch(/^hf_oauth_/);
  expect(oauth.getValidatedIdTokenClaims(tokens)?.sub).toBe('6512a0c1d3e4f5a6b7c8d901');
});

test('a client can be known by the https URL of its metadata', async () => {
  const clientId = 'https://companion.example/oauth/client.json';
  const hub = await start({ clientId });
  expect(hub.clientId).toBe(clientId);
  const client = await TestClient.discover(hub, { redirectUri });
  const tokens = await signIn(hub, { redirectUri });
  expect(oauth.getValidatedIdTokenClaims(tokens)?.aud).toBe(clientId);
  expect((await client.refresh(tokens.refresh_token ?? '')).access_token).toMatch(/^hf_oauth_/);
  const exchange = hub.requests.find(({ path }) => path === '/oauth/token');
  expect(new URLSearchParams(exchange?.body).get('client_id')).toBe(clientId);
});
