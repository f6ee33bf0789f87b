import { expect, it, vi } from 'vitest';
import { describeError } from '@/utils/errors/describe-error';
import type { CompanionError } from '@/utils/errors/companion-error';
import { useCompanion, WAIT } from './companion';

const companion = useCompanion();

const ENDINGS: [string, () => void, CompanionError | 'unreachable'][] = [
  [
    '[R7] the person closes the window',
    () => (companion.extension.decision = 'close'),
    { kind: 'sign-in-cancelled' },
  ],
  [
    '[R8] the person denies access',
    () => (companion.extension.decision = 'Deny'),
    { kind: 'sign-in-denied' },
  ],
  [
    '[R11] a page in the window answers 401',
    () => companion.hub.fault({ kind: 'status', status: 401, body: '', path: '/oauth/authorize' }),
    { kind: 'sign-in-page-failed' },
  ],
  [
    '[R11] a page in the window answers 422',
    () => companion.hub.fault({ kind: 'status', status: 422, body: '', path: '/oauth/consent' }),
    { kind: 'sign-in-page-failed' },
  ],
  [
    '[R12] a page in the window does not load',
    () => companion.hub.fault({ kind: 'cut', afterChunks: 0, path: '/oauth/authorize' }),
    { kind: 'sign-in-page-failed' },
  ],
  [
    '[R10] a window was left over, so that the new one ends at once',
    () => {
      companion.extension.identity.decisionMs = 0;
      companion.extension.decision = new Error('User cancelled or denied access.');
    },
    { kind: 'sign-in-window-open' },
  ],
  [
    '[R12] the name of the Hub cannot be looked up',
    () =>
      companion.extension.network.before('/.well-known', () => {
        throw new TypeError('Failed to fetch');
      }),
    'unreachable',
  ],
];

it.each(ENDINGS)(
  '[AU-14] %s: there are words for it, nothing is left, and the next sign-in works',
  async (_what, end, expected) => {
    const { extension, hub } = companion;
    const { host } = new URL(hub.origin);
    const error: CompanionError =
      expected === 'unreachable' ? { kind: 'unreachable', host } : expected;
    end();
    expect(await extension.failToSignIn()).toEqual(error);
    expect(describeError(error).detail).toMatch(/\w/);
    expect(await companion.stored()).toEqual({
      local: {},
      session: { signIn: { status: 'failed', error } },
      refreshTokens: {},
    });
    expect(extension.identity.openWindowId).toBeUndefined();
    extension.identity.decisionMs = 1_000;
    extension.decision = 'Allow';
    extension.network.clear();
    await extension.signIn();
  },
);

it('[AU-13] [R9] two clicks open one window, also of two kinds of sign-in', async () => {
  const { extension } = companion;
  const { decide } = holdWindow();
  await Promise.all([
    extension.request('session.sign-in', {}),
    extension.request('session.add-account', {}),
  ]);
  await untilWindow();
  await extension.request('session.sign-in', {});
  decide();
  await extension.waitFor('local', 'accounts');
  await extension.waitUntilGone('session', 'signIn');
  expect(extension.authorizations).toHaveLength(1);
  await extension.signIn();
});

it('[AU-12] [R5] a popup that is closed takes no sign-in along', async () => {
  const { extension } = companion;
  const popup = extension.attach(1);
  const { decide } = holdWindow();
  expect(await extension.request('session.sign-in', {})).toEqual({ ok: true, value: null });
  await untilWindow();
  popup.close();
  await extension.network.settle();
  expect(await extension.storage('session')).toMatchObject({ signIn: { status: 'in-progress' } });
  decide();
  await extension.waitFor('local', 'accounts');
  await extension.waitUntilGone('session', 'signIn');
});

/** Keeps the sign-in window open until the person decides. */
function holdWindow() {
  const { promise, resolve: decide } = Promise.withResolvers<void>();
  companion.extension.decision = async (_url, press) => {
    await promise;
    return await press('Allow');
  };
  return { decide };
}

/** Waits for the window, and for the background to know it. */
async function untilWindow(): Promise<void> {
  const { extension } = companion;
  await vi.waitFor(async () => {
    const windowId = extension.identity.openWindowId;
    expect(windowId).toBeDefined();
    expect(await extension.storage('session')).toMatchObject({ signIn: { windowId } });
  }, WAIT);
}

it('[AU-16] gives up a window that nobody has used for ten minutes, and closes it', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { extension } = companion;
  const { decide } = holdWindow();
  await extension.request('session.sign-in', {});
  await untilWindow();
  await vi.advanceTimersByTimeAsync(9 * 60_000);
  expect(extension.identity.openWindowId).toBeDefined();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await extension.signInError()).toEqual({ kind: 'sign-in-timed-out' });
  expect(describeError({ kind: 'sign-in-timed-out' }).detail).toMatch(/\w/);
  expect(extension.identity.openWindowId).toBeUndefined();
  decide();
  await extension.network.settle();
  expect(await extension.storage('local')).toEqual({});
  await extension.signIn();
});

it('[AU-16] Cancel closes the window, leaves no error, and the next sign-in works', async () => {
  const { extension } = companion;
  const { decide } = holdWindow();
  await extension.request('session.sign-in', {});
  await untilWindow();
  expect(await extension.request('session.cancel-sign-in', {})).toEqual({ ok: true, value: null });
  await vi.waitFor(() => expect(extension.identity.openWindowId).toBeUndefined(), WAIT);
  decide();
  await extension.network.settle();
  expect(await companion.stored()).toEqual({ local: {}, session: {}, refreshTokens: {} });
  await extension.signIn();
});

it.each(['/oauth/token', '/oauth/jwks', '/oauth/userinfo', '/avatars'])(
  '[AU-16] Cancel stands when the answer of %s comes after it',
  async (path) => {
    const { extension } = companion;
    const letGo = extension.network.hold(path);
    await extension.request('session.sign-in', {});
    await vi.waitFor(() => expect(companion.requests(path)).not.toEqual([]), WAIT);
    await extension.request('session.cancel-sign-in', {});
    letGo();
    await extension.network.settle();
    expect(await companion.stored()).toEqual({ local: {}, session: {}, refreshTokens: {} });
    extension.network.clear();
    await extension.signIn();
  },
);

it('[AU-16] Cancel in the tick of the click opens no window and leaves nothing', async () => {
  const { extension } = companion;
  await Promise.all([
    extension.request('session.sign-in', {}),
    extension.request('session.cancel-sign-in', {}),
  ]);
  await extension.waitUntilGone('session', 'signIn');
  await vi.waitFor(() => expect(companion.requests('/.well-known')).not.toEqual([]), WAIT);
  await extension.network.settle();
  expect(extension.authorizations).toEqual([]);
  expect(await companion.stored()).toEqual({ local: {}, session: {}, refreshTokens: {} });
  await extension.signIn();
});

it('[AU-16] a sign-in right after Cancel is a new one, and the old one does not disturb it', async () => {
  const { extension } = companion;
  const letGo = extension.network.hold('/oauth/token');
  await extension.request('session.sign-in', {});
  await vi.waitFor(() => expect(companion.requests('/oauth/token')).toHaveLength(1), WAIT);
  await extension.request('session.cancel-sign-in', {});
  await extension.request('session.sign-in', {});
  await vi.waitFor(() => expect(companion.requests('/oauth/token')).toHaveLength(2), WAIT);
  expect(await extension.storage('session')).toMatchObject({ signIn: { status: 'in-progress' } });
  letGo();
  await extension.waitFor('local', 'accounts');
  await extension.waitUntilGone('session', 'signIn');
  expect(extension.authorizations).toHaveLength(2);
  expect(await extension.account()).toMatchObject({ username: 'ada' });
});

it('[AU-16] Cancel takes a failed sign-in for read', async () => {
  const { extension } = companion;
  extension.decision = 'Deny';
  await extension.failToSignIn();
  await extension.request('session.cancel-sign-in', {});
  expect(await extension.storage('session')).toEqual({});
});

/** Stops the background while the sign-in window is open. */
async function stopMidFlow(): Promise<void> {
  const { extension } = companion;
  holdWindow();
  await extension.request('session.sign-in', {});
  await untilWindow();
  extension.stopBackground();
  extension.decision = 'Allow';
}

it('[AU-15] [R4] closes the window of a sign-in that was interrupted, says so, and the next one works', async () => {
  const { extension } = companion;
  await stopMidFlow();
  await extension.network.settle();
  // As browsers do, which refuse another one meanwhile.
  expect(extension.identity.openWindowId).toBeDefined();
  await extension.startBackground();
  const error = { kind: 'sign-in-interrupted' };
  expect(await extension.signInError()).toEqual(error);
  expect(await extension.storage('session')).toEqual({ signIn: { status: 'failed', error } });
  expect(extension.identity.openWindowId).toBeUndefined();
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
  await extension.waitFor('local', 'accounts');
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
