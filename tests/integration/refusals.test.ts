import { beforeAll, expect, it } from 'vitest';
import { readClaims, TokenForger } from '@/tests/fakes/forged-id-token';
import type { RefusedCheck } from '@/utils/errors/companion-error';
import { GRACE, useCompanion } from './companion';

const companion = useCompanion();
const DISCOVERY = '/.well-known/openid-configuration';
const TOKEN = '/oauth/token';
let forger: TokenForger;

beforeAll(async () => {
  forger = await TokenForger.create();
});

/** Changes the address that the window ends on. */
function redirectTo(change: (url: URL) => void): void {
  companion.extension.decision = async (_url, press) => {
    const url = new URL(await press('Allow'));
    change(url);
    return url.href;
  };
}

/** Signs changed claims with a key that the provider seems to publish. */
function claim(change: object): void {
  const { network } = companion.extension;
  network.alter('/oauth/jwks', () => forger.jwks);
  network.alter(TOKEN, async (body) => ({
    ...body,
    id_token: await forger.sign({ ...readClaims(body['id_token']), ...change }),
  }));
}

function alter(path: string, change: object): void {
  companion.extension.network.alter(path, (body) => ({ ...body, ...change }));
}

const EVIL = 'https://evil.example';
const long = 1_000 * 365 * 24 * 60 * 60;

const REFUSALS: [string, RefusedCheck, () => void][] = [
  ['[AU-02] a wrong state', 'state', () => redirectTo((url) => url.searchParams.set('state', 'x'))],
  ['[AU-04] a foreign path', 'redirect-uri', () => redirectTo((url) => void (url.pathname = '/x'))],
  ['[AU-05] a foreign iss', 'issuer', () => redirectTo((url) => url.searchParams.set('iss', EVIL))],
  [
    '[AU-06] two codes',
    'authorization-response',
    () => redirectTo((url) => url.searchParams.append('code', 'x')),
  ],
  ['[AU-05] another issuer in discovery', 'discovery', () => alter(DISCOVERY, { issuer: EVIL })],
  ['[AU-05] keys elsewhere', 'discovery', () => alter(DISCOVERY, { jwks_uri: `${EVIL}/jwks` })],
  ['[AU-07] the token type mac', 'token-response', () => alter(TOKEN, { token_type: 'mac' })],
  ['[AU-07] a negative lifetime', 'token-response', () => alter(TOKEN, { expires_in: -1 })],
  ['[AU-07] a lifetime in words', 'token-response', () => alter(TOKEN, { expires_in: 'soon' })],
  ['[AU-08] an ID token of another issuer', 'token-response', () => claim({ iss: EVIL })],
  ['[AU-08] an ID token for another app', 'token-response', () => claim({ aud: 'another' })],
  ['[AU-08] an ID token with another nonce', 'token-response', () => claim({ nonce: 'another' })],
  ['[AU-08] an ID token that has expired', 'token-response', () => claim({ exp: 1_700_000_000 })],
  ['[AU-08] an ID token of another person', 'userinfo', () => claim({ sub: 'somebody-else' })],
  ['[AU-08] keys that nobody has signed with', 'id-token', () => alter('/oauth/jwks', forger.jwks)],
  ['userinfo of another person', 'userinfo', () => alter('/oauth/userinfo', { sub: 'another' })],
];

it.each(REFUSALS)(
  '%s is refused, the account in use stays as it was, and the next try works',
  async (_what, check, forge) => {
    const { extension, hub } = companion;
    await extension.signIn();
    await extension.waitFor('local', 'modelCatalogue');
    const before = await companion.stored();
    hub.signInAs('grace');
    forge();
    for (const kind of ['session.sign-in', 'session.add-account'] as const) {
      const error = { kind: 'sign-in-refused', check };
      expect(await extension.failToSignIn(kind)).toEqual(error);
      expect(await companion.stored()).toEqual({
        ...before,
        session: { ...before.session, signIn: { status: 'failed', error } },
      });
    }
    extension.decision = 'Allow';
    extension.network.clear();
    await extension.signIn('session.add-account');
    expect(await extension.account()).toMatchObject({ sub: GRACE });
  },
);

it('[AU-07] [R21] believes no lifetime of a thousand years: a 401 still renews the token', async () => {
  const { extension, hub } = companion;
  alter(TOKEN, { expires_in: long });
  await extension.signIn();
  const body = { error: 'Invalid credentials in Authorization header' };
  hub.fault({ kind: 'status', status: 401, body, path: '/v1/chat/completions' });
  await (await companion.start()).waitFor('done');
  expect(companion.refreshes()).toHaveLength(1);
});

it('[AU-07] renews a token that lives for no time at all before it is used', async () => {
  const { extension } = companion;
  alter(TOKEN, { expires_in: 0 });
  await extension.signIn();
  await (await companion.start()).waitFor('done');
  expect(companion.refreshes()).toHaveLength(1);
});
