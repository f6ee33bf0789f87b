import { createHash, createPublicKey, verify } from 'node:crypto';
import * as oauth from 'oauth4webapi';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CookieBrowser } from '../hub/cookie-browser.ts';
import { startHub, type Hub } from '../hub/hub.ts';
import { INSECURE, signIn, TestClient, type SignInRequest } from '../hub/sign-in.ts';

const redirectUri = 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/hf';

let hub: Hub;

beforeAll(async () => {
  hub = await startHub({ redirectUris: [redirectUri] });
});

afterAll(() => hub.close());

async function openConsent(request: Partial<SignInRequest> = {}, browser = new CookieBrowser()) {
  const client = await TestClient.discover(hub, { redirectUri, ...request });
  return { browser, client, page: await browser.open(await client.authorizationUrl()) };
}

function bearer(token: string): RequestInit {
  return { headers: { authorization: `Bearer ${token}` } };
}

test('both discovery addresses give the document of Hugging Face, key for key', async () => {
  const texts = await Promise.all(
    ['openid-configuration', 'oauth-authorization-server'].map(async (name) =>
      (await fetch(`${hub.origin}/.well-known/${name}`)).text(),
    ),
  );
  expect(texts[0]).toBe(texts[1]);
  // The published document has this length and this hash.
  const published = texts[0]?.replaceAll(hub.origin, 'https://huggingface.co') ?? '';
  expect(published).toHaveLength(890);
  expect(createHash('sha256').update(published).digest('hex')).toMatch(/^fc57107d.*bae435$/);
});

test('Allow leads to a code, which buys tokens for an RS256 identity', async () => {
  const { browser, client, page } = await openConsent();
  expect(page.status).toBe(200);
  expect(page.html).toContain('<title>Authorize application</title>');
  expect(page.html).toContain('Ada Lovelace');
  const back = await browser.press(page, 'Allow');
  expect(back.status).toBe(303);
  expect([...new URL(back.url).searchParams.keys()].toSorted()).toEqual(['code', 'state']);
  const tokens = await client.redeem(back);
  expect(tokens).toMatchObject({
    token_type: 'bearer',
    expires_in: 28_800,
    scope: 'openid profile inference-api',
  });
  expect(tokens.access_token).toMatch(/^hf_oauth_[\w-]{43}$/);
  expect(tokens.refresh_token).toEqual(expect.any(String));
  expect(oauth.getValidatedIdTokenClaims(tokens)).toMatchObject({
    iss: hub.origin,
    aud: hub.clientId,
    sub: '6512a0c1d3e4f5a6b7c8d901',
  });
});

test('an id token repeats the nonce and is signed with the published key', async () => {
  const nonce = 'n-0S6_WzA2Mj';
  const { browser, client, page } = await openConsent({ extra: { nonce } });
  const tokens = await client.redeem(await browser.press(page, 'Allow'), nonce);
  expect(oauth.getValidatedIdTokenClaims(tokens)?.nonce).toBe(nonce);
  const { keys } = await (await fetch(`${hub.origin}/oauth/jwks`)).json();
  expect(keys).toMatchObject([{ kty: 'RSA', alg: 'RS256', use: 'sig' }]);
  const [header = '', payload = '', signature = ''] = tokens.id_token?.split('.') ?? [];
  const key = createPublicKey({ key: keys[0], format: 'jwk' });
  const signed = Buffer.from(`${header}.${payload}`);
  expect(verify('RSA-SHA256', signed, key, Buffer.from(signature, 'base64url'))).toBe(true);
});

test('Deny redirects with the error and the state', async () => {
  const { browser, page } = await openConsent({ extra: { state: 'round-trip' } });
  const { url } = await browser.press(page, 'Deny');
  expect(url).toBe(
    `${redirectUri}?error=access_denied&error_description=The+user+denied+the+request&state=round-trip`,
  );
});

test('userinfo gives what the scopes allow', async () => {
  const client = await TestClient.discover(hub, { redirectUri });
  const info = async (scope: string) => {
    const { access_token: token } = await signIn(hub, { redirectUri, scope });
    const response = await oauth.userInfoRequest(client.server, client.client, token, INSECURE);
    return oauth.processUserInfoResponse(
      client.server,
      client.client,
      '6512a0c1d3e4f5a6b7c8d901',
      response,
    );
  };
  const least = await info('openid');
  expect(Object.keys(least)).toEqual(['sub', 'isPro', 'orgs']);
  const profile = await info('openid profile');
  expect(profile).toMatchObject({
    isPro: true,
    name: 'Ada Lovelace',
    preferred_username: 'ada',
    picture: `${hub.picturesOrigin}/avatars/ada.svg`,
  });
  expect(profile['orgs']).toHaveLength(2);
  expect(profile).not.toHaveProperty('email');
  expect(await info('openid email read-billing read-memberships')).toMatchObject({
    email: 'ada@example.org',
    email_verified: true,
    canPay: true,
    orgs: [{ name: 'Analytical Engine', plan: 'team', roleInOrg: 'admin', canPay: true }, {}],
  });
});

test('whoami tells who a token belongs to and refuses anything else', async () => {
  const { access_token: token } = await signIn(hub, { redirectUri });
  const good = await fetch(`${hub.origin}/api/whoami-v2`, bearer(token));
  expect(await good.json()).toMatchObject({
    type: 'user',
    name: 'ada',
    fullname: 'Ada Lovelace',
    isPro: true,
    orgs: [{ name: 'analytical-engine' }, { name: 'london-readers' }],
    auth: { type: 'access_token' },
  });
  const bad = await fetch(`${hub.origin}/api/whoami-v2`, bearer('hf_oauth_wrong'));
  expect(bad.status).toBe(401);
  expect(await bad.json()).toEqual({ error: 'Invalid username or password.' });
});

test('a wrong redirect URI shows an error page and redirects nowhere', async () => {
  const { page } = await openConsent({ redirectUri: `${redirectUri}/` });
  expect(page).toMatchObject({ status: 400, url: expect.stringContaining(hub.origin) });
  expect(page.html).toContain('invalid_redirect_uri');
});

test('an unknown scope is refused with the list of the valid ones', async () => {
  const client = await TestClient.discover(hub, { redirectUri, scope: 'openid offline_access' });
  const response = await fetch(await client.authorizationUrl(), { redirect: 'manual' });
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({
    error: 'invalid_request',
    error_description: expect.stringMatching(/"offline_access".* openid, .*inference-api/),
  });
});

test('a request without PKCE is refused', async () => {
  const { page } = await openConsent({ extra: { code_challenge: '' } });
  expect(page.url).toMatch(`${redirectUri}?error=invalid_request`);
});

test('no answer carries CORS headers, and an Origin does no harm', async () => {
  const { access_token: token } = await signIn(hub, { redirectUri });
  const headers = {
    origin: 'chrome-extension://abcdefghijklmnop',
    authorization: `Bearer ${token}`,
  };
  const urls = [
    `${hub.origin}/.well-known/openid-configuration`,
    `${hub.origin}/oauth/jwks`,
    `${hub.origin}/oauth/userinfo`,
    `${hub.origin}/api/whoami-v2`,
    `${hub.routerOrigin}/v1/models`,
  ];
  for (const url of urls) {
    const response = await fetch(url, { headers });
    expect(response.status).toBe(200);
    expect([...response.headers.keys()].filter((name) => name.startsWith('access-'))).toEqual([]);
  }
});

test('another person can be signed in', async () => {
  const { browser, page } = await openConsent();
  await browser.press(page, 'Allow');
  hub.signInAs('grace');
  const { page: asGrace, client } = await openConsent({}, browser);
  expect(asGrace.html).toContain('Grace Hopper');
  const tokens = await client.redeem(await browser.press(asGrace, 'Allow'));
  expect(oauth.getValidatedIdTokenClaims(tokens)?.sub).toBe('6512a0c1d3e4f5a6b7c8d902');
  hub.signInAs('ada');
});

test('a revoked authorization is refused everywhere and needs consent again', async () => {
  const { browser, page, client } = await openConsent();
  const tokens = await client.redeem(await browser.press(page, 'Allow'));
  await hub.revoke();
  const userinfo = await fetch(`${hub.origin}/oauth/userinfo`, bearer(tokens.access_token));
  expect(userinfo.status).toBe(401);
  const chat = await fetch(`${hub.routerOrigin}/v1/chat/completions`, {
    ...bearer(tokens.access_token),
    method: 'POST',
    body: '{}',
  });
  expect(chat.status).toBe(401);
  expect(await chat.json()).toEqual({
    error: 'OAuth authorization for app Companion for Hugging Face revoked',
  });
  await expect(client.refresh(tokens.refresh_token ?? '')).rejects.toMatchObject({
    error: 'invalid_grant',
  });
  expect((await openConsent({}, browser)).page.html).toContain('Authorize application');
});

test('a short lifetime is the lifetime of the access token', async () => {
  const short = await startHub({ redirectUris: [redirectUri], accessTokenSeconds: 1 });
  const tokens = await signIn(short, { redirectUri });
  expect(tokens.expires_in).toBe(1);
  await expect
    .poll(
      async () =>
        (await fetch(`${short.origin}/api/whoami-v2`, bearer(tokens.access_token))).status,
      { timeout: 5000 },
    )
    .toBe(401);
  await short.close();
});

test('every request is on record', async () => {
  const before = hub.requests.length;
  await signIn(hub, { redirectUri });
  const made = hub.requests.slice(before);
  expect(made.every(({ server, aborted }) => server === 'provider' && !aborted)).toBe(true);
  expect(made.find(({ path }) => path === '/oauth/token')).toMatchObject({
    method: 'POST',
    body: expect.stringMatching(/grant_type=authorization_code.*client_id=/),
  });
  expect(made.some(({ body }) => body === 'decision=allow')).toBe(true);
});
