import { expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ADA, GRACE, PARAGRAPH, useCompanion, WAIT } from './companion';

/* Where the provider issues no refresh tokens, an authorization without a window renews the session. */

const companion = useCompanion({ refreshTokens: false });
const AUTHORIZE = '/oauth/authorize';
const EXPIRED = { status: 'failed', error: { kind: 'session-expired' } };

/** How often the provider was asked without a window. */
function asked(): number {
  return companion.extension.identity.silentAuthorizations.length;
}

it('renews an expired token without a window, once for twenty runs', async () => {
  const { extension } = companion;
  await extension.signIn();
  expect(await extension.refreshToken()).toBeUndefined();
  const before = await extension.accessToken();
  await extension.expireAccessToken();
  const windows = Array.from({ length: 20 }, (_value, index) => index + 1);
  const panels = await Promise.all(windows.map((windowId) => companion.start(windowId)));
  await Promise.all(panels.map((panel) => panel.waitFor('done')));
  expect(asked()).toBe(1);
  expect(extension.authorizations).toHaveLength(1);
  expect((await extension.accessToken())?.value).not.toBe(before?.value);
});

it('asks for exactly what was granted, with PKCE and secrets of its own', async () => {
  const { extension } = companion;
  await extension.signIn();
  await extension.expireAccessToken();
  await (await companion.start()).waitFor('done');
  const [silent] = extension.identity.silentAuthorizations.map(({ searchParams }) => searchParams);
  const [shown] = extension.authorizations.map(({ searchParams }) => searchParams);
  expect(silent?.get('scope')).toBe('openid profile inference-api');
  expect(silent?.get('code_challenge_method')).toBe('S256');
  for (const name of ['state', 'nonce', 'code_challenge']) {
    expect(silent?.get(name)).toBeTruthy();
    expect(silent?.get(name)).not.toBe(shown?.get(name));
  }
});

it('[AU-15] keeps the session over a browser restart, and asks at the first need only', async () => {
  const { extension } = companion;
  await extension.signIn();
  await extension.restartBrowser();
  extension.attach(1);
  await extension.request('models.refresh', {});
  await extension.network.settle();
  expect(await extension.account()).toMatchObject({ sub: ADA, session: 'open' });
  expect(asked()).toBe(0);
  await (await companion.start()).waitFor('done');
  expect(asked()).toBe(1);
  expect(extension.authorizations).toHaveLength(1);
});

it('[AU-18] never asks after a sign-out', async () => {
  const { extension } = companion;
  await extension.signIn();
  await extension.request('session.sign-out', { sub: ADA });
  await (await companion.start()).waitForHold('sign-in');
  await extension.restartBrowser();
  await (await companion.start()).waitForHold('sign-in');
  await extension.network.settle();
  expect(asked()).toBe(0);
});

it('[AU-18] does not bring back a session that was signed out while it was asking', async () => {
  const { extension } = companion;
  await extension.signIn();
  await extension.waitFor('local', 'modelCatalogue');
  await extension.expireAccessToken();
  const letGo = extension.network.hold('/oauth/token');
  await companion.start();
  await vi.waitFor(() => expect(companion.requests('/oauth/token')).toHaveLength(2), WAIT);
  await extension.request('session.sign-out', { sub: ADA });
  letGo();
  await extension.network.settle();
  expect(await extension.accounts()).toEqual({ list: [] });
  expect(await extension.accessToken()).toBeUndefined();
});

it('[TK-06] ends the session where somebody else answers, and stores nothing of theirs', async () => {
  const { extension, hub } = companion;
  await companion.signInBoth();
  await extension.request('session.sign-out', { sub: GRACE });
  await extension.request('session.switch-account', { sub: ADA });
  hub.chats.length = 0;
  // In this browser Grace is signed in to the Hub, which knows her consent.
  await extension.expireAccessToken();
  await (await companion.start()).waitForHold('sign-in');
  expect(asked()).toBe(1);
  expect(hub.chats).toEqual([]);
  expect(await extension.account()).toMatchObject({ sub: ADA, session: 'ended' });
  const { session, refreshTokens } = await companion.stored();
  expect(session).toEqual({ signIn: EXPIRED });
  expect(refreshTokens).toEqual({});
  expect(JSON.stringify(await companion.stored())).not.toContain('grace');
});

it('ends the session where the person would have to do something, and goes on after a sign-in', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  await extension.expireAccessToken();
  hub.signInAs('ada');
  const panel = await companion.start();
  expect(await panel.waitForHold('sign-in')).toMatchObject({ quote: PARAGRAPH });
  expect(await extension.storage('session')).toMatchObject({ signIn: EXPIRED });
  expect(extension.authorizations).toHaveLength(1);
  await extension.signIn();
  await panel.waitFor('done');
  expect(companion.sentText()).toBe(PARAGRAPH);
});

it.each([
  [{ kind: 'cut', afterChunks: 0, path: AUTHORIZE }, 'sign-in-page-failed'],
  [{ kind: 'status', status: 503, body: '', path: AUTHORIZE }, 'sign-in-page-failed'],
  [{ kind: 'html', status: 504, path: '/.well-known' }, 'hub-busy'],
  [{ kind: 'html', status: 200, path: '/oauth/token' }, 'unexpected-answer'],
  [{ kind: 'redirect', location: '/elsewhere', path: '/oauth/token' }, 'unreachable'],
] as const)('[R13] keeps the session when it meets %o, and fails the run', async (fault, kind) => {
  const { extension, hub } = companion;
  await extension.signIn();
  await extension.waitFor('local', 'modelCatalogue');
  await extension.expireAccessToken();
  const before = await companion.stored();
  hub.fault(fault);
  const panel = await companion.start();
  expect((await panel.waitFor('failed')).state).toMatchObject({ error: { kind } });
  expect(await companion.stored()).toEqual(before);
  await extension.request('run.retry', { runId: panel.runId, windowId: 1 });
  await panel.waitFor('done');
});

it('[R13] keeps the session without a network', async () => {
  const { extension } = companion;
  await extension.signIn();
  await extension.waitFor('local', 'modelCatalogue');
  await extension.expireAccessToken();
  vi.stubGlobal('navigator', { onLine: false });
  const panel = await companion.start();
  expect((await panel.waitFor('failed')).state).toMatchObject({ error: { kind: 'offline' } });
  vi.unstubAllGlobals();
  expect(await extension.account()).toMatchObject({ session: 'open' });
  await extension.request('run.retry', { runId: panel.runId, windowId: 1 });
  await panel.waitFor('done');
});

it('renews without a window what was stored without a refresh token once', async () => {
  const { extension } = companion;
  await extension.signIn();
  await fakeBrowser.storage.session.clear();
  await (await companion.start()).waitFor('done');
  await extension.expireAccessToken();
  await (await companion.start(2)).waitFor('done');
  expect(asked()).toBe(2);
});
