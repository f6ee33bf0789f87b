import { expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { TokenForger } from '@/tests/fakes/forged-id-token';
import { ADA, GRACE, PARAGRAPH, useCompanion, WAIT, without } from './companion';

const companion = useCompanion();
const CHAT = '/v1/chat/completions';

/** Starts a run in each of so many windows. */
async function startRuns(count: number) {
  const { extension } = companion;
  const windows = Array.from({ length: count }, (_value, index) => index + 1);
  const panels = windows.map((windowId) => extension.attach(windowId));
  const start = (windowId: number) =>
    extension.request('run.start', { windowId, action: 'summarize', text: PARAGRAPH });
  await Promise.all(windows.map(start));
  return panels;
}

it('[AU-17] renews an expired token once for twenty runs', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  const before = await companion.stored();
  await extension.expireAccessToken();
  const panels = await startRuns(20);
  await Promise.all(panels.map((panel) => panel.waitFor('done')));
  expect(companion.refreshes()).toHaveLength(1);
  expect(new URLSearchParams(companion.refreshes()[0]?.body).get('client_id')).toBe(hub.clientId);
  const after = await companion.stored();
  expect(after.refreshTokens[ADA]).toEqual(expect.any(String));
  expect(after.refreshTokens[ADA]).not.toBe(before.refreshTokens[ADA]);
});

it('[AU-17] [R21] renews a refused token once for twenty runs', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  const body = { error: 'Invalid credentials in Authorization header' };
  hub.fault({ kind: 'status', status: 401, body, path: CHAT, times: 3 });
  const panels = await startRuns(20);
  await Promise.all(panels.map((panel) => panel.waitFor('done')));
  expect(companion.refreshes()).toHaveLength(1);
  // Three go at once, and meet the refusal.
  expect(companion.requests(CHAT)).toHaveLength(23);
});

it('[AU-17] stores the rotated refresh token before the new access token is used', async () => {
  const { extension } = companion;
  await extension.signIn();
  const old = await extension.refreshToken();
  await extension.expireAccessToken();
  let atStorage: Promise<unknown> | undefined;
  fakeBrowser.storage.session.onChanged.addListener(() => {
    atStorage = extension.refreshToken();
  });
  const atUse: unknown[] = [];
  extension.network.before(CHAT, async ({ headers }) => {
    const accessToken = await extension.accessToken();
    atUse.push(await extension.refreshToken(), accessToken);
    expect(headers.get('authorization')).toBe(`Bearer ${accessToken?.value}`);
  });
  const [panel] = await startRuns(1);
  await panel?.waitFor('done');
  expect(atUse).toEqual([await extension.refreshToken(), await extension.accessToken()]);
  expect(atUse[0]).not.toBe(old);
  expect(await atStorage).toBe(atUse[0]);
});

it('[AU-17] renews again and again: each time the newest refresh token is good', async () => {
  const { extension } = companion;
  await extension.signIn();
  for (let round = 0; round < 3; round += 1) {
    await extension.expireAccessToken();
    const [panel] = await startRuns(1);
    await panel?.waitFor('done');
  }
  expect(companion.refreshes()).toHaveLength(3);
});

it('keeps the old refresh token where the server does not rotate it', async () => {
  const { extension } = companion;
  await extension.signIn();
  const old = await extension.refreshToken();
  extension.network.alter('/oauth/token', (body) => without(body, 'refresh_token'));
  await extension.expireAccessToken();
  const [panel] = await startRuns(1);
  await panel?.waitFor('done');
  expect(await extension.refreshToken()).toBe(old);
});

it('[AU-17] [R30] ends the session when the refresh token is refused, and keeps all the rest', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  await extension.choose('demo/extractive');
  await extension.waitFor('local', 'modelCatalogue');
  const { local } = await companion.stored();
  const account = await extension.account();
  await hub.revoke();
  await extension.expireAccessToken();
  const [panel] = await startRuns(1);
  const run = await panel?.waitForHold('sign-in');
  expect(run?.quote).toBe(PARAGRAPH);
  expect(await companion.stored()).toEqual({
    local: { ...local, accounts: { active: ADA, list: [{ ...account, session: 'ended' }] } },
    session: { signIn: { status: 'failed', error: { kind: 'session-expired' } } },
    refreshTokens: {},
  });
  await extension.signIn();
  await panel?.waitFor('done');
  expect(companion.sentText()).toBe(PARAGRAPH);
});

it.each([
  [401, 'invalid_client'],
  [400, 'unauthorized_client'],
])(
  '[R30] ends the session when the server answers %i %s: the app is gone',
  async (status, error) => {
    const { extension, hub } = companion;
    await extension.signIn();
    await extension.expireAccessToken();
    hub.fault({ kind: 'status', status, body: { error }, path: '/oauth/token' });
    const [panel] = await startRuns(1);
    await panel?.waitForHold('sign-in');
    expect(await extension.account()).toMatchObject({ session: 'ended' });
    await extension.signIn();
    await panel?.waitFor('done');
  },
);

/** Lets the next renewals bring an ID token with this `sub`. */
async function renewWithIdTokenOf(sub: string): Promise<void> {
  const { extension, hub } = companion;
  const iat = Math.floor(Date.now() / 1000);
  const claims = { iss: hub.origin, aud: hub.clientId, sub, iat, exp: iat + 3600 };
  const idToken = await (await TokenForger.create()).sign(claims);
  extension.network.alter('/oauth/token', (body) => ({ ...body, id_token: idToken }));
  await extension.expireAccessToken();
}

it('[AU-08] refuses a renewal with the ID token of somebody else, and keeps the tokens', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  await renewWithIdTokenOf(GRACE);
  const before = (await companion.stored()).refreshTokens;
  const [panel] = await startRuns(1);
  const error = { kind: 'sign-in-refused', check: 'id-token' };
  expect((await panel?.waitFor('failed'))?.state).toEqual({ kind: 'failed', error });
  expect((await companion.stored()).refreshTokens).toEqual(before);
  expect(await extension.account()).toMatchObject({ sub: ADA, session: 'open' });
  expect(hub.chats).toEqual([]);
});

it('[AU-08] accepts a renewal with an ID token of the same person', async () => {
  await companion.extension.signIn();
  await renewWithIdTokenOf(ADA);
  const [panel] = await startRuns(1);
  await panel?.waitFor('done');
});

it('[AU-10] knows what a renewal has not granted any more', async () => {
  const { extension } = companion;
  await extension.signIn();
  extension.network.alter('/oauth/token', (body) => ({ ...body, scope: 'openid profile' }));
  await extension.expireAccessToken();
  const [panel] = await startRuns(1);
  await panel?.waitFor('done');
  expect(await extension.account()).toMatchObject({ sub: ADA, scopes: ['openid', 'profile'] });
});

it('does not keep an earlier refresh token when a new sign-in brings none', async () => {
  const { extension } = companion;
  await extension.signIn();
  extension.network.alter('/oauth/token', (body) => without(body, 'refresh_token'));
  await extension.signIn();
  expect((await companion.stored()).refreshTokens).toEqual({});
});

it('gives the refresh token of one person to nobody else who signs in without any', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  const { refreshTokens } = await companion.stored();
  hub.signInAs('grace');
  extension.network.alter('/oauth/token', (body) => without(body, 'refresh_token'));
  await extension.signIn();
  expect(await extension.account()).toMatchObject({ sub: GRACE });
  expect((await companion.stored()).refreshTokens).toEqual(refreshTokens);
});

it.each([
  [{ kind: 'html', status: 200 }, 'unexpected-answer'],
  [{ kind: 'status', status: 503, body: 'Later' }, 'hub-busy'],
  [{ kind: 'status', status: 400, body: { error: 'invalid_request' } }, 'sign-in-failed'],
  [{ kind: 'redirect', location: '/elsewhere' }, 'unreachable'],
] as const)(
  'stays signed in when a renewal meets %o, and fails the run with %s',
  async (fault, kind) => {
    const { extension, hub } = companion;
    await extension.signIn();
    const before = await extension.refreshToken();
    await extension.expireAccessToken();
    hub.fault({ ...fault, path: '/oauth/token' });
    const [panel] = await startRuns(1);
    expect((await panel?.waitFor('failed'))?.state).toMatchObject({ error: { kind } });
    expect(await extension.refreshToken()).toBe(before);
    expect(await extension.account()).toMatchObject({ session: 'open' });
    await extension.request('run.retry', { runId: panel?.runId ?? '', windowId: 1 });
    await panel?.waitFor('done');
  },
);

it('[R15] gives up a renewal that the provider does not answer, and stays signed in', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  await extension.waitFor('local', 'modelCatalogue');
  await extension.expireAccessToken();
  // In place of the half minute: when the request has arrived.
  const patience = new AbortController();
  vi.spyOn(AbortSignal, 'timeout').mockReturnValue(patience.signal);
  hub.fault({ kind: 'silent', path: '/oauth/token' });
  const [panel] = await startRuns(1);
  await vi.waitFor(() => expect(companion.refreshes()).toHaveLength(1), WAIT);
  patience.abort(new DOMException('The operation timed out.', 'TimeoutError'));
  const error = { kind: 'unreachable', host: new URL(hub.origin).host };
  expect((await panel?.waitFor('failed'))?.state).toEqual({ kind: 'failed', error });
  vi.restoreAllMocks();
  await extension.request('run.retry', { runId: panel?.runId ?? '', windowId: 1 });
  await panel?.waitFor('done');
});

it('[AU-15] stays signed in when the background is stopped and started', async () => {
  const { extension } = companion;
  await extension.signIn();
  await extension.startBackground();
  const [panel] = await startRuns(1);
  await panel?.waitFor('done');
  expect(companion.refreshes()).toEqual([]);
  expect(extension.authorizations).toHaveLength(1);
});

it('[AU-15] gets a new access token from the database when the browser is started again', async () => {
  const { extension } = companion;
  await extension.signIn();
  await extension.restartBrowser();
  expect(await extension.account()).toMatchObject({ session: 'open' });
  expect(companion.refreshes()).toEqual([]);
  const [panel] = await startRuns(1);
  await panel?.waitFor('done');
  expect(companion.refreshes()).toHaveLength(1);
});

it('[TK-10] takes damaged values for absent ones', async () => {
  const { extension } = companion;
  await extension.signIn();
  await fakeBrowser.storage.session.set({ [`accessToken.${ADA}`]: 'garbage' });
  await fakeBrowser.storage.local.set({ settings: 7, modelCatalogue: [] });
  const [panel] = await startRuns(1);
  await panel?.waitFor('done');
  expect(companion.refreshes()).toHaveLength(1);
});
