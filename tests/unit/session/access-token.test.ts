// @vitest-environment node
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { plainBuild } from '@/tests/fakes/setup';
import { getAccessToken } from '@/utils/session/access-token';
import { accessTokenItem } from '@/utils/session/secret-items';
import { accountsItem, settingsItem } from '@/utils/storage/items';
import { errorOf } from '../support/error-of';
import { ADA } from '../support/fake-background';

const HOUR_MS = 60 * 60_000;

const APP = 'an-app-of-mine';

beforeEach(async () => {
  fakeBrowser.reset();
  await settingsItem.set({ clientId: APP });
  await accessTokenItem(ADA.sub).set({
    value: 'a-token',
    expiresAt: Date.now() + HOUR_MS,
    clientId: APP,
    issuer: plainBuild.providerOrigin,
  });
});

describe('getAccessToken', () => {
  it('is the stored one of an open session', async () => {
    await accountsItem.set({ active: '2', list: [ADA] });
    expect(await getAccessToken(ADA.sub)).toBe('a-token');
  });

  it('is none that another app was given', async () => {
    await accountsItem.set({ active: ADA.sub, list: [ADA] });
    await settingsItem.set({ clientId: 'another-app-of-mine' });
    expect(await errorOf(getAccessToken(ADA.sub))).toEqual({ kind: 'client-id-changed' });
  });

  it.each([
    ['who has signed out', []],
    ['whose session has ended', [{ ...ADA, session: 'ended' as const }]],
  ])('[AU-18] is none of an account %s, even if one was left', async (_what, list) => {
    await accountsItem.set({ active: ADA.sub, list });
    expect(await errorOf(getAccessToken(ADA.sub))).toEqual({ kind: 'signed-out' });
  });
});
