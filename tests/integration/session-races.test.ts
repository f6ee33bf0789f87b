import { expect, it, vi } from 'vitest';
import { ADA, GRACE, useCompanion, WAIT } from './companion';

/* What comes late, or in between: each time the newer state of a session must stand. */

const companion = useCompanion();
const CHAT = '/v1/chat/completions';

/** Begins a sign-in whose window stays open until the person decides. @returns what lets them allow it */
async function openWindow(begin: () => Promise<unknown>): Promise<() => void> {
  const { extension } = companion;
  const { promise, resolve: decide } = Promise.withResolvers<void>();
  extension.decision = async (_url, press) => {
    await promise;
    return await press('Allow');
  };
  await begin();
  await vi.waitFor(async () => {
    const windowId = extension.identity.openWindowId;
    expect(windowId).toBeDefined();
    expect(await extension.storage('session')).toMatchObject({ signIn: { windowId } });
  }, WAIT);
  return decide;
}

function signIn(): Promise<unknown> {
  return companion.extension.request('session.sign-in', {});
}

function grantEmail(): Promise<unknown> {
  return companion.extension.request('session.set-scope', { scope: 'email', isOn: true });
}

it('[R21] a token that is refused late does not end the session of a newer sign-in', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  const body = { error: 'Invalid credentials in Authorization header' };
  hub.fault({ kind: 'status', status: 401, body, path: CHAT, times: 2 });
  const { promise, resolve: letGo } = Promise.withResolvers<void>();
  let asked = 0;
  extension.network.before(CHAT, async () => {
    asked += 1;
    if (asked === 2) await promise;
  });
  const view = await companion.start();
  await vi.waitFor(() => expect(asked).toBe(2), WAIT);
  await extension.signIn();
  const { refreshTokens } = await companion.stored();
  letGo();
  // The one that was refused gets no further, and can be had again.
  await view.waitForHold('sign-in');
  expect(await extension.account()).toMatchObject({ session: 'open' });
  expect((await companion.stored()).refreshTokens).toEqual(refreshTokens);
});

it('[AU-10] a change of scopes that ends after a switch leaves who is in use', async () => {
  const { extension } = companion;
  await companion.signInBoth();
  const decide = await openWindow(grantEmail);
  await extension.request('session.switch-account', { sub: ADA });
  decide();
  await vi.waitFor(async () => {
    const { list } = (await extension.accounts()) ?? {};
    expect(list?.find(({ sub }) => sub === GRACE)?.scopes).toContain('email');
  }, WAIT);
  expect((await extension.accounts())?.active).toBe(ADA);
});

it('[AU-16] a session that ends while a sign-in is under way leaves that its window and its news', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  await extension.waitFor('local', 'modelCatalogue');
  const decide = await openWindow(grantEmail);
  const windowId = extension.identity.openWindowId;
  await hub.revoke();
  await extension.expireAccessToken();
  await (await companion.start()).waitForHold('sign-in');
  const signInProgress = { status: 'in-progress', startedAt: expect.any(Number), windowId };
  expect(await extension.storage('session')).toMatchObject({ signIn: signInProgress });
  await signIn();
  await extension.network.settle();
  expect(extension.identity.openWindowId).toBe(windowId);
  decide();
  await extension.waitUntilGone('session', 'signIn');
});

it('[TK-06] a sign-in that ends after another client id was set opens no session of the old app', async () => {
  const { extension } = companion;
  const decide = await openWindow(signIn);
  await extension.request('settings.set-client-id', { clientId: 'another-app-of-mine' });
  decide();
  expect(await extension.signInError()).toEqual({ kind: 'client-id-changed' });
  expect(await extension.accounts()).toBeUndefined();
  expect(await extension.accessToken()).toBeUndefined();
  expect(await extension.refreshToken()).toBeUndefined();
});

it('[AU-16] Cancel that wakes the background is not followed by news of an interruption', async () => {
  const { extension } = companion;
  await openWindow(signIn);
  await extension.startBackground();
  expect(await extension.request('session.cancel-sign-in', {})).toEqual({ ok: true, value: null });
  await extension.network.settle();
  expect(await extension.storage('session')).not.toHaveProperty('signIn');
  expect(extension.identity.openWindowId).toBeUndefined();
});

it('[TK-06] signing in again to an ended session takes nobody else into use', async () => {
  const { extension, hub } = companion;
  await companion.signInBoth();
  await hub.revoke();
  await extension.expireAccessToken(GRACE);
  const view = await companion.start();
  await view.waitForHold('sign-in');
  hub.signInAs('ada');
  const before = await companion.stored();
  expect(await extension.failToSignIn()).toEqual({ kind: 'other-account', username: 'ada' });
  expect((await companion.stored()).local).toEqual(before.local);
  expect((await companion.stored()).refreshTokens).toEqual(before.refreshTokens);
  hub.signInAs('grace');
  await extension.signIn();
  expect(await extension.account()).toMatchObject({ sub: GRACE, session: 'open' });
  await view.waitFor('done');
});
