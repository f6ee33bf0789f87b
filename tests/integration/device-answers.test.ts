import { beforeAll, expect, it } from 'vitest';
import { readClaims, TokenForger } from '@/tests/fakes/forged-id-token';
import { useCodePages } from './code-page';
import { ADA, without } from './companion';

const { companion, open, polls, pass, expectPollAfter, decide } = useCodePages();
const NOTHING = { local: {}, session: {}, refreshTokens: {} };
const TOKEN = '/oauth/token';
let forger: TokenForger;

type Body = Record<string, unknown>;

beforeAll(async () => {
  forger = await TokenForger.create();
});

/** Signs the real claims, changed, with a key that the provider seems to publish. */
function forgeIdToken(change: (claims: Body) => object, header?: object): void {
  const { network } = companion.extension;
  network.alter('/oauth/jwks', () => forger.jwks);
  network.alter(TOKEN, async (body) => ({
    ...body,
    id_token: await forger.sign(change(readClaims(body['id_token'])), header),
  }));
}

/** Gets a code and allows it; the tokens come with the first poll. */
async function allow() {
  const page = open();
  await decide(await page.getCode(), 'Allow');
  await expectPollAfter(5);
  return page;
}

it.each([
  'https://evil.example/oauth/device',
  'https://huggingface.co/oauth/device',
  'http://127.0.0.1:1/oauth/device',
  'javascript:alert(1)',
])('[AU-05] shows no code for %s, which is not the page of this Hub', async (uri) => {
  const { extension } = companion;
  extension.network.alter('/oauth/device', (body) => ({ ...body, verification_uri: uri }));
  const error = await open().failToGetCode();
  expect(error).toEqual({ kind: 'sign-in-refused', check: 'device-code' });
  await pass(60);
  expect(polls().asked).toBe(0);
  expect(JSON.stringify(extension.told)).not.toContain(uri);
});

it('[AU-05] asks for no code where discovery names somebody else for it', async () => {
  const { network } = companion.extension;
  const endpoint = 'https://evil.example/oauth/device';
  network.alter('/.well-known', (body) => ({ ...body, device_authorization_endpoint: endpoint }));
  expect(await open().failToGetCode()).toEqual({ kind: 'sign-in-refused', check: 'discovery' });
  expect(companion.requests('/oauth/device')).toEqual([]);
});

it.each<[string, (claims: Body) => object, object?]>([
  ['another issuer', (claims) => ({ ...claims, iss: 'https://evil.example' })],
  ['another audience', (claims) => ({ ...claims, aud: 'somebody-else' })],
  ['an end in the past', (claims) => ({ ...claims, exp: Number(claims['iat']) - 3600 })],
  ['the algorithm none', (claims) => claims, { alg: 'none' }],
  ['the algorithm HS256', (claims) => claims, { alg: 'HS256' }],
])('[AU-08] refuses an ID token with %s', async (_what, change, header) => {
  forgeIdToken(change, header);
  const page = await allow();
  expect((await page.waitFor('failed')).error).toMatchObject({ kind: 'sign-in-refused' });
  expect(companion.requests('/oauth/userinfo')).toEqual([]);
  expect(await companion.stored()).toEqual(NOTHING);
});

it('[AU-08] refuses an ID token that somebody else has signed', async () => {
  companion.extension.network.alter(TOKEN, async (body) => ({
    ...body,
    id_token: await forger.sign(readClaims(body['id_token'])),
  }));
  const page = await allow();
  const { error } = await page.waitFor('failed');
  expect(error).toEqual({ kind: 'sign-in-refused', check: 'id-token' });
  expect(await companion.stored()).toEqual(NOTHING);
});

it('[AU-08] refuses the userinfo of another person than the ID token names', async () => {
  forgeIdToken((claims) => ({ ...claims, sub: 'somebody-else' }));
  const page = await allow();
  const { error } = await page.waitFor('failed');
  expect(error).toEqual({ kind: 'sign-in-refused', check: 'userinfo' });
  expect(await companion.stored()).toEqual(NOTHING);
});

it('[AU-08] accepts an ID token that is in order', async () => {
  forgeIdToken((claims) => claims);
  await (await allow()).waitFor('signed-in');
});

it('takes who it is from userinfo where there is no ID token', async () => {
  companion.extension.network.alter(TOKEN, (body) => without(body, 'id_token'));
  await (await allow()).waitFor('signed-in');
  expect(await companion.extension.account()).toMatchObject({ sub: ADA, username: 'ada' });
});

it('says what the server said when it does not know the app', async () => {
  const body = { error: 'invalid_client', error_description: 'hush' };
  companion.hub.fault({ kind: 'status', status: 401, body, path: '/oauth/device' });
  expect(await open().failToGetCode()).toEqual({ kind: 'sign-in-failed', code: 'invalid_client' });
});

it('[TK-03] [TK-04] lets neither device code nor tokens out of the background, nor into open storage', async () => {
  const { extension, hub } = companion;
  const { network } = extension;
  let deviceCode = '';
  network.alter('/oauth/device', (body) => {
    deviceCode = String(body['device_code']);
    return body;
  });
  const seen: unknown[] = [];
  network.before(TOKEN, async () => void seen.push(structuredClone(await companion.stored())));
  const page = open();
  const code = await page.getCode();
  await expectPollAfter(5);
  await decide(code, 'Allow');
  await expectPollAfter(5);
  await page.waitFor('signed-in');
  // Until the tokens are there, nothing is kept anywhere; the code is in a variable only.
  expect(seen).toEqual([NOTHING, NOTHING]);
  const secrets = [deviceCode, ...network.secrets];
  expect(secrets.length).toBeGreaterThan(3);
  const kept = await companion.stored();
  const urls = hub.requests.map(({ path }) => path);
  const told = JSON.stringify([extension.told, kept.local, urls, page.state]);
  for (const secret of secrets) expect(told.includes(secret), secret.slice(0, 12)).toBe(false);
  expect(JSON.stringify(kept)).not.toContain(deviceCode);
  expect(JSON.stringify(extension.told)).toContain(code.userCode);
});
