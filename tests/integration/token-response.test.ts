import { beforeAll, expect, it } from 'vitest';
import { readClaims, TokenForger } from '@/tests/fakes/forged-id-token';
import { PARAGRAPH, useCompanion, without } from './companion';

const companion = useCompanion();
const TOKEN = '/oauth/token';
let forger: TokenForger;

beforeAll(async () => {
  forger = await TokenForger.create();
});

type Body = Record<string, unknown>;

const REFUSED: [string, (body: Body) => unknown][] = [
  ['no access token', (body) => without(body, 'access_token')],
  ['an empty access token', (body) => ({ ...body, access_token: '' })],
  ['a number for an access token', (body) => ({ ...body, access_token: 7 })],
  ['a list for an access token', (body) => ({ ...body, access_token: ['x'] })],
  ['no token type', (body) => without(body, 'token_type')],
  ['the token type mac', (body) => ({ ...body, token_type: 'mac' })],
  ['a lifetime that is no number', (body) => ({ ...body, expires_in: 'soon' })],
  ['a negative lifetime', (body) => ({ ...body, expires_in: -1 })],
  ['a number for a scope', (body) => ({ ...body, scope: 7 })],
  ['a number for a refresh token', (body) => ({ ...body, refresh_token: 7 })],
  ['no ID token', (body) => without(body, 'id_token')],
  ['an empty ID token', (body) => ({ ...body, id_token: '' })],
  ['a list', (body) => [body]],
  ['JSON that is cut', (body) => JSON.stringify(body).slice(0, -5)],
  ['nothing at all', () => ''],
];

it.each(REFUSED)('[AU-07] refuses a token response with %s', async (_what, change) => {
  const { extension } = companion;
  extension.network.alter(TOKEN, change);
  const error = await extension.failToSignIn();
  expect(error).toEqual({ kind: 'sign-in-refused', check: 'token-response' });
  expect(companion.requests('/oauth/userinfo')).toEqual([]);
  expect(await companion.stored()).toEqual({
    local: {},
    session: { signIn: { status: 'failed', error } },
    refreshTokens: {},
  });
});

it('[AU-07] leaves an earlier account and its tokens alone when a response is refused', async () => {
  const { extension } = companion;
  await extension.signIn();
  await extension.waitFor('local', 'modelCatalogue');
  const before = await companion.stored();
  extension.network.alter(TOKEN, (body) => ({ ...body, token_type: 'mac' }));
  const error = await extension.failToSignIn();
  expect(await companion.stored()).toEqual({
    ...before,
    session: { ...before.session, signIn: { status: 'failed', error } },
  });
});

it.each([
  [{ kind: 'html', status: 200 }, { kind: 'unexpected-answer' }],
  [
    { kind: 'html', status: 502 },
    { kind: 'hub-busy', status: 502 },
  ],
  [
    { kind: 'status', status: 429, body: 'Slow down' },
    { kind: 'hub-busy', status: 429 },
  ],
  [
    { kind: 'status', status: 500, body: { oops: true } },
    { kind: 'hub-busy', status: 500 },
  ],
  [
    { kind: 'status', status: 400, body: { error: 'invalid_grant', error_description: 'x' } },
    { kind: 'sign-in-failed', code: 'invalid_grant' },
  ],
  [
    { kind: 'status', status: 401, body: { error: 'invalid_client' } },
    { kind: 'sign-in-failed', code: 'invalid_client' },
  ],
  [
    { kind: 'raw', contentType: 'application/json', body: '' },
    { kind: 'sign-in-refused', check: 'token-response' },
  ],
] as const)(
  '[AU-07] answers a token endpoint of %o with %o, and works the next time',
  async (fault, error) => {
    const { extension, hub } = companion;
    hub.fault({ ...fault, path: TOKEN });
    expect(await extension.failToSignIn()).toMatchObject(error);
    expect(await extension.storage('local')).toEqual({});
    await extension.signIn();
  },
);

it.each([302, 307, 308])('[TK-05] does not follow a %i of the token endpoint', async (status) => {
  const { extension, hub } = companion;
  const headers = { location: `${hub.routerOrigin}/caught` };
  hub.fault({ kind: 'status', status, body: '', headers, path: TOKEN });
  const { host } = new URL(hub.origin);
  expect(await extension.failToSignIn()).toEqual({ kind: 'unreachable', host });
  expect(companion.requests('/caught')).toEqual([]);
});

const ACCEPTED: [string, (body: Body) => unknown][] = [
  ['no lifetime', (body) => without(body, 'expires_in')],
  ['a lifetime in quotes', (body) => ({ ...body, expires_in: '28800' })],
  ['no refresh token', (body) => without(body, 'refresh_token')],
  ['no scope', (body) => without(body, 'scope')],
  ['more than is known', (body) => ({ ...body, region: 'eu', is_new: true })],
  ['its token type in capitals', (body) => ({ ...body, token_type: 'BEARER' })],
];

it.each(ACCEPTED)('[AU-07] signs in with a token response with %s', async (_what, change) => {
  const { extension } = companion;
  extension.network.alter(TOKEN, change);
  await extension.signIn();
  expect(await extension.accessToken()).toMatchObject({
    value: expect.stringMatching(/^hf_oauth_/),
  });
  expect(await extension.account()).toMatchObject({
    scopes: ['openid', 'profile', 'inference-api'],
  });
  const panel = extension.attach(1);
  extension.clickMenu('summarize', PARAGRAPH);
  await panel.waitFor('done');
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

const now = () => Math.floor(Date.now() / 1000);

const BAD_CLAIMS: [string, (claims: Body) => object, object?][] = [
  ['another issuer', (claims) => ({ ...claims, iss: 'https://evil.example' })],
  ['no issuer', (claims) => without(claims, 'iss')],
  ['another audience', (claims) => ({ ...claims, aud: 'somebody-else' })],
  ['no audience', (claims) => without(claims, 'aud')],
  [
    'more audiences than ours',
    (claims) => ({ ...claims, aud: [claims['aud'], 'other'], azp: 'other' }),
  ],
  ['an end in the past', (claims) => ({ ...claims, exp: now() - 3600 })],
  ['no end', (claims) => without(claims, 'exp')],
  ['a beginning in the future', (claims) => ({ ...claims, nbf: now() + 3600 })],
  ['no subject', (claims) => without(claims, 'sub')],
  ['another nonce', (claims) => ({ ...claims, nonce: 'another' })],
  ['an empty nonce', (claims) => ({ ...claims, nonce: '' })],
  ['the algorithm none', (claims) => claims, { alg: 'none' }],
  ['the algorithm HS256', (claims) => claims, { alg: 'HS256' }],
];

it.each(BAD_CLAIMS)('[AU-08] refuses an ID token with %s', async (_what, change, header) => {
  const { extension } = companion;
  forgeIdToken(change, header);
  expect(await extension.failToSignIn()).toMatchObject({ kind: 'sign-in-refused' });
  expect(await extension.storage('local')).toEqual({});
  expect(await extension.refreshToken()).toBeUndefined();
  expect(companion.requests('/oauth/userinfo')).toEqual([]);
});

it('[AU-08] refuses an ID token that somebody else has signed', async () => {
  const { extension } = companion;
  extension.network.alter(TOKEN, async (body) => ({
    ...body,
    id_token: await forger.sign(readClaims(body['id_token'])),
  }));
  expect(await extension.failToSignIn()).toEqual({ kind: 'sign-in-refused', check: 'id-token' });
});

it.each(['not a token', 'a.b', 'a.b.c', '..'])(
  '[AU-08] refuses %o for an ID token',
  async (idToken) => {
    const { extension } = companion;
    extension.network.alter(TOKEN, (body) => ({ ...body, id_token: idToken }));
    expect(await extension.failToSignIn()).toMatchObject({ kind: 'sign-in-refused' });
  },
);

it.each<[string, (claims: Body) => object]>([
  ['the claims as they are', (claims) => claims],
  ['no nonce, as Hugging Face may send it', (claims) => without(claims, 'nonce')],
])('[AU-08] accepts an ID token with %s', async (_what, change) => {
  forgeIdToken(change);
  await companion.extension.signIn();
});

it('[AU-08] refuses the userinfo of another person than the ID token names', async () => {
  forgeIdToken((claims) => ({ ...claims, sub: 'somebody-else' }));
  const error = await companion.extension.failToSignIn();
  expect(error).toEqual({ kind: 'sign-in-refused', check: 'userinfo' });
  expect(await companion.extension.storage('local')).toEqual({});
});
