import { createHash } from 'node:crypto';
import { expect, it, vi } from 'vitest';
import { CHROMIUM_REDIRECT_URI } from '@/utils/config/extension-ids';
import { describeError } from '@/utils/errors/describe-error';
import { ADA, GRACE, PARAGRAPH, useCompanion } from './companion';

const companion = useCompanion();

it('shows who has signed in after Allow, with their organizations and picture', async () => {
  const { extension } = companion;
  await extension.signIn();
  expect(await extension.account()).toEqual({
    sub: '6512a0c1d3e4f5a6b7c8d901',
    username: 'ada',
    fullName: 'Ada Lovelace',
    isPro: true,
    organizations: [
      expect.objectContaining({ username: 'analytical-engine', name: 'Analytical Engine' }),
      expect.objectContaining({ username: 'london-readers', name: 'London Readers' }),
    ],
    picture: expect.stringMatching(/^data:image\/svg\+xml;base64,/),
    scopes: ['openid', 'profile', 'inference-api'],
    session: 'open',
  });
});

it('[AU-10] asks for exactly openid, profile and inference-api, with PKCE and a long random state', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  const [url] = extension.authorizations;
  expect(`${url?.origin}${url?.pathname}`).toBe(`${hub.origin}/oauth/authorize`);
  const parameters = Object.fromEntries(url?.searchParams ?? []);
  expect(parameters).toMatchObject({
    scope: 'openid profile inference-api',
    response_type: 'code',
    client_id: hub.clientId,
    redirect_uri: CHROMIUM_REDIRECT_URI,
    code_challenge_method: 'S256',
  });
  // 32 random bytes in base64url are 43 characters.
  expect(parameters['state']).toMatch(/[\w-]{43}/);
  expect(parameters['nonce']).toMatch(/^[\w-]{43}$/);
  const [{ body } = { body: '' }] = companion.requests('/oauth/token');
  const verifier = new URLSearchParams(body).get('code_verifier') ?? '';
  expect(verifier).toMatch(/^[\w.~-]{43,128}$/);
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  expect(parameters['code_challenge']).toBe(challenge);
});

it('makes new secrets for each flow', async () => {
  const { extension } = companion;
  await extension.signIn();
  await extension.signIn();
  const [first, second] = extension.authorizations.map(({ searchParams }) => searchParams);
  for (const name of ['state', 'nonce', 'code_challenge']) {
    expect(second?.get(name)).toBeTruthy();
    expect(second?.get(name)).not.toBe(first?.get(name));
  }
});

it('[AU-09] sends the client id in the token body and no secret and no other credentials', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  const [request, ...others] = companion.requests('/oauth/token', 'POST');
  expect(others).toEqual([]);
  expect(request?.headers.authorization).toBeUndefined();
  const form = new URLSearchParams(request?.body);
  expect([...form.keys()].toSorted()).toEqual([
    'client_id',
    'code',
    'code_verifier',
    'grant_type',
    'redirect_uri',
  ]);
  expect(form.get('client_id')).toBe(hub.clientId);
});

it('[AU-03] stores no secret of the flow anywhere, at any time', async () => {
  const { extension } = companion;
  const stored: unknown[] = [];
  extension.decision = async (_url, press) => {
    stored.push(await companion.stored());
    return await press('Allow');
  };
  extension.network.before('/oauth/token', async () => {
    stored.push(await companion.stored());
  });
  await extension.signIn();
  expect(stored).toHaveLength(2);
  for (const { session, ...others } of stored as Array<Record<string, object>>) {
    expect(Object.keys(session ?? {})).toEqual(['signIn']);
    expect(others).toEqual({ local: {}, refreshTokens: {} });
  }
  expect(Object.keys(await extension.storage('session'))).toEqual([`accessToken.${ADA}`]);
});

it('[AU-13] takes two sign-ins in one tick for one flow', async () => {
  const { extension } = companion;
  await Promise.all([
    extension.request('session.sign-in', {}),
    extension.request('session.sign-in', {}),
  ]);
  await extension.waitFor('local', 'accounts');
  await extension.waitUntilGone('session', 'signIn');
  expect(extension.authorizations).toHaveLength(1);
  expect(companion.requests('/oauth/token')).toHaveLength(1);
});

it('shows the other person after signing in as somebody else', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  hub.signInAs('grace');
  await extension.signIn();
  const grace = { sub: GRACE, username: 'grace', isPro: false, organizations: [] };
  expect(await extension.account()).toMatchObject(grace);
});

const ENDINGS = [
  { what: 'Deny', decision: 'Deny', error: { kind: 'sign-in-denied' } },
  { what: 'closing the window', decision: 'close', error: { kind: 'sign-in-cancelled' } },
  {
    what: 'closing the window in Firefox',
    decision: new Error('User cancelled or denied access.'),
    error: { kind: 'sign-in-cancelled' },
  },
  {
    what: 'a page that did not load',
    decision: new Error('Authorization page could not be loaded.'),
    error: { kind: 'sign-in-page-failed' },
  },
  {
    what: 'a window that is already open',
    decision: new Error('Only one web auth flow is allowed at a time.'),
    error: { kind: 'sign-in-window-open' },
  },
  {
    what: 'an error of the browser that nobody knows',
    decision: new Error('Something new, code=hf_code_000000000000'),
    error: { kind: 'sign-in-page-failed' },
  },
  {
    what: 'an address that is none',
    decision: () => Promise.resolve('not an address'),
    error: { kind: 'sign-in-cancelled' },
  },
] as const;

it.each(ENDINGS)(
  '[AU-03] [AU-14] says what $what means, leaves no secret, and the next sign-in works',
  async ({ decision, error }) => {
    const { extension } = companion;
    extension.decision = decision;
    expect(await extension.failToSignIn()).toEqual(error);
    expect(describeError(error).title).not.toBe('');
    expect(await companion.stored()).toEqual({
      local: {},
      session: { signIn: { status: 'failed', error } },
      refreshTokens: {},
    });
    extension.decision = 'Allow';
    await extension.signIn();
    expect(await extension.account()).toMatchObject({ username: 'ada' });
  },
);

it.each(ENDINGS)(
  '[AU-02] keeps the account and the tokens there were after $what',
  async ({ decision }) => {
    const { extension, hub } = companion;
    await extension.signIn();
    await extension.waitFor('local', 'modelCatalogue');
    const before = await companion.stored();
    // Or the Hub would not ask again.
    hub.signInAs('ada');
    extension.decision = decision;
    await extension.failToSignIn();
    const after = await companion.stored();
    expect(after.local).toEqual(before.local);
    expect(after.refreshTokens).toEqual(before.refreshTokens);
    expect(after.session).toMatchObject(before.session);
  },
);

it('[R12] says that there is no network when there is none', async () => {
  vi.stubGlobal('navigator', { onLine: false });
  const { extension } = companion;
  extension.decision = new Error('Authorization page could not be loaded.');
  expect(await extension.failToSignIn()).toEqual({ kind: 'offline' });
});

it('[R12] says that there is no network when discovery finds none', async () => {
  const { extension } = companion;
  vi.stubGlobal('navigator', { onLine: false });
  extension.network.before('/.well-known', () => {
    throw new TypeError('Failed to fetch');
  });
  expect(await extension.failToSignIn()).toEqual({ kind: 'offline' });
  expect(extension.authorizations).toEqual([]);
});

it('asks for a client id before anything is asked of the Hub', async () => {
  await companion.install({ clientId: undefined });
  expect(await companion.extension.failToSignIn()).toEqual({ kind: 'client-id-missing' });
  expect(companion.hub.requests).toEqual([]);
});

it.each([
  ['', 'empty'],
  ['   ', 'empty'],
  ['hf_abcdefghijklmnopqrstuvwxyz', 'token'],
  ['oauth_app_secret_1234', 'token'],
  ['two words', 'format'],
  ['http://example.org/client.json', 'format'],
])('refuses %o as a client id and stores nothing of it', async (clientId, reason) => {
  await companion.install({ clientId: undefined });
  const answer = await companion.extension.request('settings.set-client-id', { clientId });
  expect(answer).toEqual({ ok: false, error: { kind: 'client-id-invalid', reason } });
  expect(await companion.extension.storage('local')).toEqual({});
});

it('goes on with a run that waited for the client id, through the sign-in to the answer', async () => {
  await companion.install({ clientId: undefined });
  const { extension, hub } = companion;
  const panel = extension.attach(1);
  extension.clickMenu('summarize', PARAGRAPH);
  await panel.waitForHold('client-id');
  const clientId = ` ${hub.clientId}\n`;
  expect(await extension.request('settings.set-client-id', { clientId })).toMatchObject({
    ok: true,
  });
  await panel.waitForHold('sign-in');
  await extension.signIn();
  expect((await panel.waitFor('done')).answer).toContain('lighthouse');
  expect(companion.sentText()).toBe(PARAGRAPH);
});
