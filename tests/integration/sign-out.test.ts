import { expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { PARAGRAPH, useCompanion, WAIT } from './companion';

const companion = useCompanion();

it('[AU-18] a sign-out stands against a sign-in that was under way', async () => {
  const { extension } = companion;
  await extension.signIn();
  const { promise: opened, resolve: open } = Promise.withResolvers<void>();
  const { promise: decided, resolve: decide } = Promise.withResolvers<void>();
  extension.decision = async (_url, press) => {
    open();
    await decided;
    return await press('Allow');
  };
  await extension.request('session.sign-in', {});
  await opened;
  await extension.request('session.sign-out', {});
  decide();
  await vi.waitFor(async () => {
    expect(await extension.storage('session')).toEqual({
      signIn: { status: 'failed', error: { kind: 'signed-out' } },
    });
  }, WAIT);
  expect(await companion.stored()).toMatchObject({ local: {}, refreshToken: undefined });
  expect(await extension.storage('local')).not.toHaveProperty('account');
});

it('[AU-18] nothing that is started while the session ends goes on after it', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  const signedOut = extension.request('session.sign-out', {});
  extension.clickMenu('summarize', PARAGRAPH);
  await signedOut;
  await extension.network.settle();
  expect(hub.chats.filter(({ state }) => state === 'finished')).toEqual([]);
  expect(Object.keys(await extension.storage('session'))).toEqual([]);
});

it('[AU-18] forgets the account and the tokens even when one of the removals fails, and says so', async () => {
  const { extension } = companion;
  await extension.signIn();
  const refused = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new Error('the disk is gone');
  });
  const answer = await extension.request('session.sign-out', {});
  refused.mockRestore();
  expect(answer).toEqual({ ok: false, error: { kind: 'unexpected' } });
  expect(await extension.storage('local')).not.toHaveProperty('account');
  expect(await extension.storage('session')).not.toHaveProperty('accessToken');
});

it('another client id ends the session, and an empty one goes back to the build’s', async () => {
  const { extension } = companion;
  await extension.signIn();
  await extension.request('settings.set-client-id', { clientId: 'another-app-of-mine' });
  expect(await extension.storage('session')).toEqual({
    signIn: { status: 'failed', error: { kind: 'client-id-changed' } },
  });
  expect(await extension.storage('local')).not.toHaveProperty('account');
  await extension.request('settings.set-client-id', { clientId: ' ' });
  expect(await fakeBrowser.storage.local.get('settings')).toEqual({ settings: {} });
  await extension.signIn();
});
