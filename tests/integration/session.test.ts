import { expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { startHub } from '@/tests/hub/hub';
import { FakeExtension } from '@/tests/fakes/extension';
import { CHROMIUM_REDIRECT_URI } from '@/utils/config/extension-ids';
import { PARAGRAPH, useCompanion, WAIT, without } from './companion';

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
  expect(after.refreshToken).toEqual(expect.any(String));
  expect(after.refreshToken).not.toBe(before.refreshToken);
});

it('[AU-17] [R21] renews a refused token once for twenty runs', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  const body = { error: 'Invalid credentials in Authorization header' };
  hub.fault({ kind: 'status', status: 401, body, path: CHAT, times: 20 });
  const panels = await startRuns(20);
  await Promise.all(panels.map((panel) => panel.waitFor('done')));
  expect(companion.refreshes()).toHaveLength(1);
  expect(companion.requests(CHAT)).toHaveLength(40);
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
    const { accessToken } = await extension.storage('session');
    atUse.push(await extension.refreshToken(), accessToken);
    expect(headers.get('authorization')).toContain((accessToken as { value: string }).value);
  });
  const [panel] = await startRuns(1);
  await panel?.waitFor('done');
  const { accessToken } = await extension.storage('session');
  expect(atUse).toEqual([await extension.refreshToken(), accessToken]);
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

it('[AU-17] [R30] signs out when the refresh token is refused, and keeps all the rest', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  await extension.request('settings.select-model', { model: 'demo/extractive' });
  await extension.waitFor('local', 'modelCatalogue');
  const { settings, modelCatalogue } = await extension.storage('local');
  await hub.revoke();
  await extension.expireAccessToken();
  const [panel] = await startRuns(1);
  const run = await panel?.waitForHold('sign-in');
  expect(run?.quote).toBe(PARAGRAPH);
  expect(await companion.stored()).toEqual({
    local: { settings, modelCatalogue },
    session: { signIn: { status: 'failed', error: { kind: 'session-expired' } } },
    refreshToken: undefined,
  });
  await extension.signIn();
  await panel?.waitFor('done');
  expect(companion.sentText()).toBe(PARAGRAPH);
});

it('does not keep the refresh token of the person before, when the new one has none', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  hub.signInAs('grace');
  extension.network.alter('/oauth/token', (body) => without(body, 'refresh_token'));
  await extension.request('session.sign-in', {});
  await vi.waitFor(async () => {
    expect(await extension.storage('local')).toMatchObject({ account: { username: 'grace' } });
  }, WAIT);
  expect(await extension.refreshToken()).toBeUndefined();
});

it.each([
  [{ kind: 'html', status: 200 }, 'unexpected-answer'],
  [{ kind: 'status', status: 503, body: 'Later' }, 'service-busy'],
  [{ kind: 'status', status: 400, body: { error: 'invalid_client' } }, 'sign-in-failed'],
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
    expect(await extension.storage('local')).toHaveProperty('account');
    await extension.request('run.retry', { runId: panel?.runId ?? '' });
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
  await extension.request('run.retry', { runId: panel?.runId ?? '' });
  await panel?.waitFor('done');
});

it('[AU-18] stops what runs and forgets everything of the session at sign-out', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  await extension.request('settings.select-model', { model: 'demo/extractive' });
  await extension.waitFor('local', 'modelCatalogue');
  const { settings, modelCatalogue } = await extension.storage('local');
  const letGo = hub.hold();
  const [panel] = await startRuns(1);
  await vi.waitFor(() => expect(hub.chats).toHaveLength(1), WAIT);
  const asked = hub.requests.length;
  expect(await extension.request('session.sign-out', {})).toEqual({ ok: true, value: null });
  await vi.waitFor(() => expect(hub.chats[0]?.state).toBe('aborted'), WAIT);
  letGo();
  expect(panel?.run).toBeUndefined();
  expect(panel?.events.at(-1)).toEqual({ kind: 'cleared' });
  const left = await companion.stored();
  expect(left).toEqual({
    local: { settings, modelCatalogue },
    session: {},
    refreshToken: undefined,
  });
  expect(hub.requests).toHaveLength(asked);
});

it('[AU-18] signs out with the Hub gone', async () => {
  const hub = await startHub({ redirectUris: [CHROMIUM_REDIRECT_URI] });
  const extension = new FakeExtension(hub);
  await extension.install();
  await extension.signIn();
  await hub.close();
  expect(await extension.request('session.sign-out', {})).toEqual({ ok: true, value: null });
  expect(await extension.refreshToken()).toBeUndefined();
  expect(await extension.storage('session')).toEqual({});
  expect(await extension.storage('local')).not.toHaveProperty('account');
  extension.stopBackground();
});

it('[AU-18] does not let a renewal that was under way bring the session back', async () => {
  const { extension } = companion;
  await extension.signIn();
  await extension.waitFor('local', 'modelCatalogue');
  await extension.expireAccessToken();
  const letGo = extension.network.hold('/oauth/token');
  await startRuns(1);
  await vi.waitFor(() => expect(companion.refreshes()).toHaveLength(1), WAIT);
  // Both in one tick: the answer comes while the session is being forgotten.
  const signedOut = extension.request('session.sign-out', {});
  letGo();
  await signedOut;
  await extension.network.settle();
  const left = await companion.stored();
  expect(left).toMatchObject({ session: {}, refreshToken: undefined });
  expect(Object.keys(left.session)).toEqual([]);
  expect(left.local).not.toHaveProperty('account');
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
  expect(await extension.storage('local')).toHaveProperty('account');
  expect(companion.refreshes()).toEqual([]);
  const [panel] = await startRuns(1);
  await panel?.waitFor('done');
  expect(companion.refreshes()).toHaveLength(1);
});

/** Stops the background while the sign-in window is open. */
async function stopMidFlow(): Promise<void> {
  const { extension } = companion;
  extension.decision = () => new Promise(() => undefined);
  await extension.request('session.sign-in', {});
  await vi.waitFor(() => expect(extension.authorizations).toHaveLength(1), WAIT);
  extension.stopBackground();
  extension.decision = 'Allow';
}

it('[AU-15] [R4] says that a sign-in was interrupted, leaves no secret, and the next one works', async () => {
  const { extension } = companion;
  await stopMidFlow();
  await extension.startBackground();
  await vi.waitFor(async () => {
    const error = { kind: 'sign-in-interrupted' };
    expect(await extension.storage('session')).toEqual({ signIn: { status: 'failed', error } });
  }, WAIT);
  await extension.signIn();
});

it('[AU-15] [R47] does not call a sign-in interrupted that has just begun', async () => {
  const { extension } = companion;
  await stopMidFlow();
  let during: unknown;
  extension.decision = async (_url, press) => {
    during = structuredClone(await extension.storage('session'));
    return await press('Allow');
  };
  // The click wakes the background: its message is delivered as soon as the script has run.
  await extension.startBackground();
  await extension.request('session.sign-in', {});
  await extension.waitFor('local', 'account');
  expect(during).toMatchObject({ signIn: { status: 'in-progress' } });
});

it('[R3] knows nothing of a sign-in when the browser was closed during it', async () => {
  const { extension } = companion;
  await stopMidFlow();
  await extension.restartBrowser();
  await extension.network.settle();
  expect(await extension.storage('session')).toEqual({});
  await extension.signIn();
});

it('[TK-10] takes damaged values for absent ones', async () => {
  const { extension } = companion;
  await extension.signIn();
  await fakeBrowser.storage.session.set({ accessToken: 'garbage' });
  await fakeBrowser.storage.local.set({ settings: 7, modelCatalogue: [] });
  const [panel] = await startRuns(1);
  await panel?.waitFor('done');
  expect(companion.refreshes()).toHaveLength(1);
});
