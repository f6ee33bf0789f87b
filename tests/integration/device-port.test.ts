import { expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { PAGE } from '@/tests/fakes/extension';
import { useCodePages } from './code-page';
import { WAIT } from './companion';

const { companion, open, polls, pass, expectPollAfter, decide } = useCodePages();
const NOTHING = { local: {}, session: {}, refreshTokens: {} };

it('stops polling when the page is closed, whatever the person does with the code', async () => {
  const page = open();
  const code = await page.getCode();
  // Pressing twice is no second sign-in that would go on.
  page.model.start();
  await expectPollAfter(5);
  page.close();
  await decide(code, 'Allow');
  await pass(290);
  expect(polls().asked).toBe(1);
  expect(await companion.stored()).toEqual(NOTHING);
});

it('stores nothing when the page is closed while the tokens are on their way', async () => {
  const { extension } = companion;
  const page = open();
  await decide(await page.getCode(), 'Allow');
  const letGo = extension.network.hold('/oauth/token');
  await expectPollAfter(5);
  page.close();
  letGo();
  await pass(60);
  expect(companion.requests('/oauth/userinfo')).toEqual([]);
  expect(await companion.stored()).toEqual(NOTHING);
});

it('asks for no code when the page was closed before', async () => {
  const { extension } = companion;
  const letGo = extension.network.hold('/.well-known');
  const page = open();
  page.model.start();
  await vi.waitFor(() => expect(companion.requests('/.well-known')).toHaveLength(1), WAIT);
  page.close();
  letGo();
  await pass(60);
  expect(companion.requests('/oauth/device')).toEqual([]);
});

it('tells a second page the same code, and goes on for it when the first is closed', async () => {
  const [first, second] = [open(), open()];
  const code = await first.getCode();
  expect(await second.getCode()).toEqual(code);
  expect(companion.requests('/oauth/device', 'POST')).toHaveLength(1);
  first.close();
  await decide(code, 'Allow');
  await expectPollAfter(5);
  await second.waitFor('signed-in');
});

it('gives a page that opens after another was closed a code of its own, even amid a poll', async () => {
  const { extension } = companion;
  const first = open();
  const code = await first.getCode();
  const letGo = extension.network.hold('/oauth/token');
  await expectPollAfter(5);
  first.close();
  await pass(0);
  const second = open();
  const other = await second.getCode();
  expect(other.userCode).not.toBe(code.userCode);
  letGo();
  await decide(other, 'Allow');
  await expectPollAfter(5);
  await second.waitFor('signed-in');
});

it('gives a new code while a page still shows how the last one ended', async () => {
  const { extension } = companion;
  // Unlike our page, it keeps its port.
  const stayed = extension.attach(1, PAGE, 'device-sign-in');
  const page = open();
  const code = await page.getCode();
  await decide(code, 'Deny');
  await expectPollAfter(5);
  await page.waitFor('failed');
  expect((await page.getCode()).userCode).not.toBe(code.userCode);
  expect(stayed.events.map(({ kind }) => kind)).toEqual(['code', 'failed']);
});

it('tells the page when the background is stopped, and works anew after it', async () => {
  const { extension } = companion;
  const page = open();
  await page.getCode();
  extension.stopBackground();
  // Timers end with the background.
  vi.clearAllTimers();
  await extension.startBackground();
  expect((await page.waitFor('failed')).error).toEqual({ kind: 'sign-in-interrupted' });
  await pass(60);
  expect(companion.requests('/oauth/token')).toEqual([]);
  await decide(await page.getCode(), 'Allow');
  await expectPollAfter(5);
  await page.waitFor('signed-in');
});

it('[R47] keeps the background alive as long as it polls', async () => {
  const alive = vi.spyOn(fakeBrowser.runtime, 'getPlatformInfo');
  const page = open();
  await page.getCode();
  await pass(65);
  expect(alive).toHaveBeenCalledTimes(3);
  page.close();
  await pass(65);
  expect(alive).toHaveBeenCalledTimes(3);
});

it.each([
  ['a content script', { id: PAGE.id, origin: 'https://example.org', tab: { id: 1 } }],
  ['another extension', { id: 'other', origin: 'chrome-extension://other' }],
  ['nobody', {}],
])('[IS-03] starts nothing for %s and tells it nothing', async (_who, sender) => {
  const { extension, hub } = companion;
  const stranger = extension.attach(1, sender, 'device-sign-in');
  await extension.network.settle();
  expect(hub.requests).toEqual([]);
  await open().getCode();
  await extension.network.settle();
  expect(stranger.events).toEqual([]);
});
