import { expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { FakeExtension } from '@/tests/fakes/extension';
import { startHub } from '@/tests/hub/hub';
import { CHROMIUM_REDIRECT_URI } from '@/utils/config/extension-ids';
import { ADA, PARAGRAPH, useCompanion, WAIT } from './companion';

const companion = useCompanion();

/** Starts a run in window 1. */
async function startRun() {
  const { extension } = companion;
  const panel = extension.attach(1);
  await extension.request('run.start', { windowId: 1, action: 'summarize', text: PARAGRAPH });
  return panel;
}

it('[AU-18] stops what runs and forgets everything of the session at sign-out', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  await extension.choose('demo/extractive');
  await extension.waitFor('local', 'modelCatalogue');
  const { settingsByAccount, modelCatalogue } = await extension.storage('local');
  const letGo = hub.hold();
  const panel = await startRun();
  await vi.waitFor(() => expect(hub.chats).toHaveLength(1), WAIT);
  const asked = hub.requests.length;
  expect(await extension.request('session.sign-out', { sub: ADA })).toEqual({
    ok: true,
    value: null,
  });
  await vi.waitFor(() => expect(hub.chats[0]?.state).toBe('aborted'), WAIT);
  letGo();
  expect(panel.run).toBeUndefined();
  expect(panel.events.at(-1)).toEqual({ kind: 'cleared' });
  const left = await companion.stored();
  expect(left).toEqual({
    local: { settingsByAccount, modelCatalogue, accounts: { list: [] } },
    session: {},
    refreshTokens: {},
  });
  expect(hub.requests).toHaveLength(asked);
});

it('[AU-18] signs out with the Hub gone', async () => {
  const hub = await startHub({ redirectUris: [CHROMIUM_REDIRECT_URI] });
  const extension = new FakeExtension(hub);
  await extension.install();
  await extension.signIn();
  await hub.close();
  expect(await extension.request('session.sign-out', { sub: ADA })).toEqual({
    ok: true,
    value: null,
  });
  expect(await extension.refreshToken()).toBeUndefined();
  expect(await extension.storage('session')).toEqual({});
  expect(await extension.accounts()).toEqual({ list: [] });
  extension.stopBackground();
});

it('[AU-18] does not let a renewal that was under way bring the session back', async () => {
  const { extension } = companion;
  await extension.signIn();
  await extension.waitFor('local', 'modelCatalogue');
  await extension.expireAccessToken();
  const letGo = extension.network.hold('/oauth/token');
  await startRun();
  await vi.waitFor(() => expect(companion.refreshes()).toHaveLength(1), WAIT);
  // Both in one tick: the answer comes while the session is being forgotten.
  const signedOut = extension.request('session.sign-out', { sub: ADA });
  letGo();
  await signedOut;
  await extension.network.settle();
  expect(await companion.stored()).toMatchObject({
    local: { accounts: { list: [] } },
    session: {},
    refreshTokens: {},
  });
  expect(await extension.storage('session')).toEqual({});
});

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
  await extension.request('session.sign-out', { sub: ADA });
  decide();
  await extension.network.settle();
  expect(await companion.stored()).toMatchObject({
    local: { accounts: { list: [] } },
    refreshTokens: {},
  });
  expect(await extension.storage('session')).toEqual({});
});

it('[AU-18] nothing that is started while the session ends goes on after it', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  const signedOut = extension.request('session.sign-out', { sub: ADA });
  extension.clickMenu('summarize', PARAGRAPH);
  await signedOut;
  await extension.network.settle();
  expect(hub.chats.filter(({ state }) => state === 'finished')).toEqual([]);
  expect(await extension.storage('session')).toEqual({});
});

it('[AU-18] says when a token could not be forgotten, and keeps the account to be signed out again', async () => {
  const { extension } = companion;
  await extension.signIn();
  const refused = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new Error('the disk is gone');
  });
  const answer = await extension.request('session.sign-out', { sub: ADA });
  refused.mockRestore();
  expect(answer).toEqual({ ok: false, error: { kind: 'storage-failed' } });
  expect(await extension.accessToken()).toBeUndefined();
  expect(await extension.account()).toMatchObject({ sub: ADA });
  const again = await extension.request('session.sign-out', { sub: ADA });
  expect(again).toEqual({ ok: true, value: null });
  expect(await extension.accounts()).toEqual({ list: [] });
  expect(await extension.refreshToken()).toBeUndefined();
});

it('another client id ends the session, and an empty one goes back to the build’s', async () => {
  const { extension } = companion;
  await extension.signIn();
  await extension.request('settings.set-client-id', { clientId: 'another-app-of-mine' });
  expect(await extension.storage('session')).toEqual({
    signIn: { status: 'failed', error: { kind: 'client-id-changed' } },
  });
  expect(await extension.account()).toMatchObject({ username: 'ada', session: 'ended' });
  expect(await extension.refreshToken()).toBeUndefined();
  await extension.request('settings.set-client-id', { clientId: ' ' });
  expect(await fakeBrowser.storage.local.get('settings')).toEqual({ settings: {} });
  await extension.signIn();
});
