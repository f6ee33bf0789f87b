import { afterEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { startHub } from '@/tests/hub/hub';
import { CHROMIUM_REDIRECT_URI } from '@/utils/config/extension-ids';
import { readRefreshToken, writeRefreshToken } from '@/utils/session/refresh-token';
import { ADA, useCompanion } from './companion';

const companion = useCompanion();
const OTHER_APP = '7d0c2a8e-5b7d-4c90-9e14-6a2d8f0b7c99';

afterEach(() => {
  Object.assign(fakeBrowser.storage, { managed: noPolicy });
});
const noPolicy = fakeBrowser.storage.managed;

/** Runs with an expired token, which must end the session instead of renewing it. */
async function expectEndedSession(): Promise<void> {
  const { extension } = companion;
  await extension.expireAccessToken();
  await (await companion.start()).waitForHold('sign-in');
  expect(companion.refreshes()).toEqual([]);
  expect(companion.hub.chats).toEqual([]);
  expect(await extension.account()).toMatchObject({ sub: ADA, session: 'ended' });
  expect(await extension.storage('session')).toMatchObject({
    signIn: { status: 'failed', error: { kind: 'client-id-changed' } },
  });
  expect(await extension.refreshToken()).toBeUndefined();
}

it('keeps with each refresh token the app and the issuer that it came from', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  const source = { clientId: hub.clientId, issuer: hub.origin };
  expect(await readRefreshToken(ADA)).toMatchObject(source);
  await extension.expireAccessToken();
  await (await companion.start()).waitFor('done');
  expect(await readRefreshToken(ADA)).toMatchObject(source);
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
  await expectEndedSession();
});

it('sends no refresh token in the name of the app that a policy has set meanwhile', async () => {
  const { extension } = companion;
  await extension.signIn();
  const get = () => Promise.resolve({ OAUTH_CLIENT_ID: OTHER_APP });
  Object.assign(fakeBrowser.storage, { managed: { ...noPolicy, get } });
  await expectEndedSession();
});

it('sends no refresh token to another provider, not even after an update', async () => {
  const { extension } = companion;
  await extension.signIn();
  const other = await startHub({ redirectUris: [CHROMIUM_REDIRECT_URI] });
  const build = Reflect.get(globalThis, '__BUILD_CONFIGURATION__') as object;
  vi.stubGlobal('__BUILD_CONFIGURATION__', { ...build, providerOrigin: other.origin });
  await extension.startBackground();
  await expectEndedSession();
  expect(other.requests).toEqual([]);
  await other.close();
});
