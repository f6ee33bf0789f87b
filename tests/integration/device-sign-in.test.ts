import { expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { FakeEvent } from '@/tests/fakes/fake-event';
import { useCodePages } from './code-page';
import { ADA, GRACE, PARAGRAPH, WAIT } from './companion';

const { companion, open, polls, pass, expectPollAfter, decide } = useCodePages();
const NOTHING = { local: {}, session: {}, refreshTokens: {} };

it('signs in when the person allows it, with no window at all', async () => {
  const { extension, hub } = companion;
  const page = open();
  const code = await page.getCode();
  expect(code).toEqual({
    kind: 'code',
    userCode: expect.stringMatching(/^[A-Z]{4}-[A-Z]{4}$/),
    verificationUri: `${hub.origin}/oauth/device`,
    expiresAt: expect.any(Number),
  });
  expect(code.expiresAt - Date.now()).toBeGreaterThan(295_000);
  expect(code.expiresAt - Date.now()).toBeLessThanOrEqual(300_000);
  await expectPollAfter(5);
  expect(page.state).toEqual(code);
  await decide(code, 'Allow');
  await expectPollAfter(5);
  await page.waitFor('signed-in');
  expect(await extension.account()).toMatchObject({
    username: 'ada',
    session: 'open',
    scopes: ['openid', 'profile', 'inference-api'],
  });
  expect(await extension.accessToken()).toMatchObject({
    value: expect.stringMatching(/^hf_oauth_/),
  });
  expect(await extension.refreshToken()).toEqual(expect.any(String));
  expect(extension.authorizations).toEqual([]);
  await pass(60);
  expect(polls().asked).toBe(2);
});

it('works where the browser has no sign-in window, and the button says so', async () => {
  const { extension } = companion;
  Object.assign(fakeBrowser.identity, { launchWebAuthFlow: undefined });
  expect(await extension.failToSignIn()).toEqual({ kind: 'sign-in-unavailable' });
  const page = open();
  await decide(await page.getCode(), 'Allow');
  await expectPollAfter(5);
  await page.waitFor('signed-in');
  expect(await extension.account()).toMatchObject({ username: 'ada' });
  // How the button failed is no news any more.
  expect(await extension.storage('session')).not.toHaveProperty('signIn');
});

it('says so when the person denies it, and stores nothing', async () => {
  const page = open();
  await decide(await page.getCode(), 'Deny');
  await expectPollAfter(5);
  expect((await page.waitFor('failed')).error).toEqual({ kind: 'sign-in-denied' });
  expect(await companion.stored()).toEqual(NOTHING);
  await pass(60);
  expect(polls().asked).toBe(1);
});

it('ends when the time of the code is over, without another poll, and gives a new one', async () => {
  const { extension } = companion;
  extension.network.alter('/oauth/device', (body) => ({ ...body, expires_in: 12 }));
  const page = open();
  const first = await page.getCode();
  await expectPollAfter(5);
  await expectPollAfter(5);
  await pass(2);
  expect(page.state).toEqual({ kind: 'failed', error: { kind: 'device-code-expired' } });
  await pass(60);
  expect(polls().asked).toBe(2);
  const second = await page.getCode();
  expect(second.userCode).not.toBe(first.userCode);
  await decide(second, 'Allow');
  await expectPollAfter(5);
  await page.waitFor('signed-in');
});

it('believes the Hub when it says that the code has expired', async () => {
  const { extension } = companion;
  extension.network.alter('/oauth/device', (body) => ({ ...body, expires_in: 900, interval: 301 }));
  const page = open();
  await page.getCode();
  await expectPollAfter(301);
  expect((await page.waitFor('failed')).error).toEqual({ kind: 'device-code-expired' });
});

it('slows down for good when it is told to, by five seconds each time', async () => {
  const body = { error: 'slow_down' };
  companion.hub.fault({ kind: 'status', status: 400, body, path: '/oauth/token', times: 2 });
  const page = open();
  const code = await page.getCode();
  await expectPollAfter(5);
  await expectPollAfter(10);
  await expectPollAfter(15);
  await decide(code, 'Allow');
  await expectPollAfter(15);
  await page.waitFor('signed-in');
});

it('survives a network that comes and goes, and asks ever less while it is gone', async () => {
  const { hub } = companion;
  const page = open();
  const code = await page.getCode();
  await expectPollAfter(5);
  polls().isOffline = true;
  await expectPollAfter(5);
  await expectPollAfter(10);
  await expectPollAfter(20);
  await expectPollAfter(30);
  await expectPollAfter(30);
  polls().isOffline = false;
  hub.fault({ kind: 'status', status: 503, body: { error: 'down' }, path: '/oauth/token' });
  hub.fault({ kind: 'status', status: 429, body: { error: 'Too many' }, path: '/oauth/token' });
  await expectPollAfter(30);
  await expectPollAfter(30);
  await expectPollAfter(30);
  expect(page.state).toEqual(code);
  await decide(code, 'Allow');
  await expectPollAfter(5);
  await page.waitFor('signed-in');
});

it('adds an account to the one that is there', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  const before = await companion.stored();
  hub.signInAs('grace');
  const page = open();
  await decide(await page.getCode(), 'Allow');
  await expectPollAfter(5);
  await page.waitFor('signed-in');
  const accounts = await extension.accounts();
  expect(accounts?.active).toBe(GRACE);
  expect(accounts?.list.map(({ sub, session }) => [sub, session])).toEqual([
    [ADA, 'open'],
    [GRACE, 'open'],
  ]);
  const after = await companion.stored();
  expect(after.refreshTokens[ADA]).toBe(before.refreshTokens[ADA]);
  expect(after.refreshTokens[GRACE]).toEqual(expect.any(String));
});

it('closes a sign-in window that is still open, and its failure with it', async () => {
  const { extension } = companion;
  extension.decision = () => new Promise(() => undefined);
  await extension.request('session.sign-in', {});
  await vi.waitFor(() => expect(extension.authorizations).toHaveLength(1), WAIT);
  const page = open();
  await decide(await page.getCode(), 'Allow');
  expect(extension.identity.openWindowId).toEqual(expect.any(Number));
  await expectPollAfter(5);
  await page.waitFor('signed-in');
  await pass(1);
  expect(extension.identity.openWindowId).toBeUndefined();
  expect(await extension.storage('session')).not.toHaveProperty('signIn');
});

it('goes on with a run that waited for the sign-in, even where storage tells of no change', async () => {
  const { extension } = companion;
  await extension.signIn();
  await companion.hub.revoke();
  await extension.expireAccessToken();
  const panel = extension.attach(1);
  await extension.request('run.start', { windowId: 1, action: 'summarize', text: PARAGRAPH });
  await panel.waitForHold('sign-in');
  (fakeBrowser.storage.onChanged as unknown as FakeEvent<[]>).removeAllListeners();
  const page = open();
  await decide(await page.getCode(), 'Allow');
  await expectPollAfter(5);
  expect((await panel.waitFor('done')).answer).toContain('lighthouse');
});

it('asks for the scopes that an ended session had', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  await extension.request('session.set-scope', { scope: 'email', isOn: true });
  await vi.waitFor(
    async () => expect((await extension.account())?.scopes).toContain('email'),
    WAIT,
  );
  await hub.revoke();
  await extension.expireAccessToken();
  const panel = extension.attach(1);
  await extension.request('run.start', { windowId: 1, action: 'summarize', text: PARAGRAPH });
  await panel.waitForHold('sign-in');
  await open().getCode();
  const [asked] = companion.requests('/oauth/device', 'POST');
  expect(new URLSearchParams(asked?.body).get('scope')).toBe('openid profile inference-api email');
});

it('asks for a client id before anything is asked of the Hub', async () => {
  await companion.install({ clientId: undefined });
  expect(await open().failToGetCode()).toEqual({ kind: 'client-id-missing' });
  expect(companion.hub.requests).toEqual([]);
});
