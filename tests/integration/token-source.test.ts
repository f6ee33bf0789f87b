import { afterEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { startHub, type Hub } from '@/tests/hub/hub';
import { CHROMIUM_REDIRECT_URI } from '@/utils/config/extension-ids';
import { readRefreshToken, writeRefreshToken } from '@/utils/session/refresh-token';
import { ADA, useCompanion, WAIT } from './companion';

const companion = useCompanion();
const OTHER_APP = '7d0c2a8e-5b7d-4c90-9e14-6a2d8f0b7c99';

const noPolicy = fakeBrowser.storage.managed;
const others: Hub[] = [];

afterEach(async () => {
  Object.assign(fakeBrowser.storage, { managed: noPolicy });
  for (const other of others.splice(0)) await other.close();
});

/** Another provider and router, which live as long as the test. */
async function startOther(): Promise<Hub> {
  const other = await startHub({ redirectUris: [CHROMIUM_REDIRECT_URI] });
  others.push(other);
  return other;
}

/** The build, of which something is different. */
function changeBuild(change: object): void {
  const build = Reflect.get(globalThis, '__BUILD_CONFIGURATION__') as object;
  vi.stubGlobal('__BUILD_CONFIGURATION__', { ...build, ...change });
}

/** Runs, which must end the session instead of using or renewing its tokens. */
async function expectEndedSession(): Promise<void> {
  const { extension } = companion;
  await (await companion.start()).waitForHold('sign-in');
  expect(companion.refreshes()).toEqual([]);
  expect(companion.hub.chats).toEqual([]);
  expect(await extension.account()).toMatchObject({ sub: ADA, session: 'ended' });
  expect(await extension.storage('session')).toMatchObject({
    signIn: { status: 'failed', error: { kind: 'client-id-changed' } },
  });
  expect(await extension.refreshToken()).toBeUndefined();
  expect(await extension.accessToken()).toBeUndefined();
}

it('keeps with each token the app and the issuer that it came from', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  const source = { clientId: hub.clientId, issuer: hub.origin };
  expect(await readRefreshToken(ADA)).toMatchObject(source);
  expect(await extension.accessToken()).toMatchObject(source);
  await extension.expireAccessToken();
  await (await companion.start()).waitFor('done');
  expect(await readRefreshToken(ADA)).toMatchObject(source);
  expect(await extension.accessToken()).toMatchObject(source);
});

it.each([
  ['app', { clientId: OTHER_APP }],
  ['issuer', { issuer: 'https://huggingface.example' }],
])('sends no refresh token that came from another %s', async (_what, change) => {
  const { extension } = companion;
  await extension.signIn();
  const stored = await readRefreshToken(ADA);
  if (!stored) throw new Error('no refresh token');
  await writeRefreshToken(ADA, { ...stored, ...change });
  await extension.expireAccessToken();
  await expectEndedSession();
});

it.each(['fresh', 'expired'])(
  'uses no %s token in the name of the app that a policy has set meanwhile',
  async (age) => {
    const { extension } = companion;
    await extension.signIn();
    if (age === 'expired') await extension.expireAccessToken();
    const get = () => Promise.resolve({ OAUTH_CLIENT_ID: OTHER_APP });
    Object.assign(fakeBrowser.storage, { managed: { ...noPolicy, get } });
    await expectEndedSession();
  },
);

it.each(['fresh', 'expired'])(
  'sends no %s token to another provider, not even after an update',
  async (age) => {
    const { extension } = companion;
    await extension.signIn();
    if (age === 'expired') await extension.expireAccessToken();
    const other = await startOther();
    changeBuild({ providerOrigin: other.origin });
    await extension.startBackground();
    await expectEndedSession();
    expect(other.requests).toEqual([]);
  },
);

it('[TK-06] sends nobody’s token to a provider and a router that a policy names later', async () => {
  const { extension, hub } = companion;
  const other = await startOther();
  const { origin, routerOrigin, picturesOrigin } = other;
  changeBuild({
    scopes: 'openid profile inference-api read-repos',
    extraOrigins: [hub.picturesOrigin, origin, routerOrigin, picturesOrigin],
  });
  await extension.startBackground();
  await extension.signIn();
  await extension.waitFor('local', 'modelCatalogue');
  await fakeBrowser.storage.managed.set({
    OPENID_PROVIDER_URL: origin,
    INFERENCE_ROUTER_URL: routerOrigin,
  });
  await extension.request('models.refresh', {});
  await vi.waitFor(() => expect(other.requests).not.toEqual([]), WAIT);
  await expectEndedSession();
  expect(other.requests.filter(({ headers }) => headers.authorization !== undefined)).toEqual([]);
});
