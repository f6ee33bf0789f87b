import * as oauth from 'oauth4webapi';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { CookieBrowser } from '../hub/cookie-browser.ts';
import { DeviceClient } from '../hub/device-client.ts';
import { startHub, type Hub } from '../hub/hub.ts';

const redirectUri = 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/hf';

let hub: Hub;

beforeAll(async () => {
  hub = await startHub({ redirectUris: [redirectUri] });
});

afterEach(() => {
  vi.useRealTimers();
});

afterAll(() => hub.close());

function later(seconds: number): void {
  vi.setSystemTime(Date.now() + seconds * 1000);
}

/** What a poll is answered, when it brings no tokens. */
function refusal(device: DeviceClient): Promise<unknown> {
  return device.poll().then(
    () => 'tokens',
    (error: unknown) => (error instanceof oauth.ResponseBodyError ? error.error : error),
  );
}

test('a device is told four things and nothing else', async () => {
  const response = await fetch(`${hub.origin}/oauth/device`, {
    method: 'POST',
    body: new URLSearchParams({ client_id: hub.clientId, scope: 'openid inference-api' }),
  });
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({
    device_code: expect.any(String),
    user_code: expect.stringMatching(/^[A-Z]{4}-[A-Z]{4}$/),
    verification_uri: `${hub.origin}/oauth/device`,
    expires_in: 300,
  });
});

test('Allow gives the device tokens for an identity, once', async () => {
  const browser = new CookieBrowser();
  const device = await DeviceClient.start(hub);
  expect(await refusal(device)).toBe('authorization_pending');
  const page = await device.enterCode(browser);
  expect(page.html).toContain('Authorize application');
  expect(page.html).toContain('Ada Lovelace');
  expect(page.html).toContain('Make inference requests');
  expect(page.html).toContain(device.userCode);
  const done = await browser.press(page, 'Allow');
  expect(done.html).toContain('<h1>Done</h1>');
  const tokens = await device.poll();
  expect(tokens).toMatchObject({
    access_token: expect.stringMatching(/^hf_oauth_/),
    token_type: 'bearer',
    expires_in: 28_800,
    scope: 'openid profile inference-api',
    refresh_token: expect.any(String),
  });
  expect(oauth.getValidatedIdTokenClaims(tokens)).toMatchObject({
    iss: hub.origin,
    aud: hub.clientId,
    sub: '6512a0c1d3e4f5a6b7c8d901',
  });
  expect(await refusal(device)).toBe('invalid_grant');
});

test('Deny is told to the device', async () => {
  const browser = new CookieBrowser();
  const device = await DeviceClient.start(hub);
  const denied = await browser.press(await device.enterCode(browser), 'Deny');
  expect(denied.html).toContain('<h1>Denied</h1>');
  await expect(device.poll()).rejects.toMatchObject({
    status: 400,
    error: 'access_denied',
    error_description: 'Device code denied',
  });
});

test('a device that polls too fast has to slow down, more each time', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const device = await DeviceClient.start(hub);
  const answers: unknown[] = [];
  for (const seconds of [0, 5, 4, 9, 14, 15]) {
    later(seconds);
    answers.push(await refusal(device));
  }
  expect(answers).toEqual([
    'authorization_pending',
    'authorization_pending',
    'slow_down',
    'slow_down',
    'slow_down',
    'slow_down',
  ]);
  later(25);
  expect(await refusal(device)).toBe('authorization_pending');
});

test('one device does not slow another down', async () => {
  const devices = [await DeviceClient.start(hub), await DeviceClient.start(hub)];
  for (const device of devices) expect(await refusal(device)).toBe('authorization_pending');
});

test('a code expires after five minutes, for the device and for the person', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const device = await DeviceClient.start(hub);
  later(299);
  expect(await refusal(device)).toBe('authorization_pending');
  later(1);
  expect(await refusal(device)).toBe('expired_token');
  expect((await device.enterCode()).html).toContain('This code has expired.');
});

test('the lifetime of a code can be shorter', async () => {
  const short = await startHub({ redirectUris: [redirectUri], deviceCodeSeconds: 20 });
  vi.useFakeTimers({ toFake: ['Date'] });
  const device = await DeviceClient.start(short);
  later(20);
  expect(await refusal(device)).toBe('expired_token');
  await short.close();
});

test('a code that is unknown or used leads to no consent', async () => {
  const browser = new CookieBrowser();
  const device = await DeviceClient.start(hub);
  const form = await browser.open(`${hub.origin}/oauth/device`);
  const unknown = await browser.press(form, 'Continue', { user_code: 'ZZZZ-ZZZZ' });
  expect(unknown.html).toContain('This code is not known.');
  const none = await browser.press(unknown, 'Continue', { user_code: '' });
  expect(none.html).toContain('Enter the code that the device shows.');
  await browser.press(await device.enterCode(browser), 'Allow');
  expect((await device.enterCode(browser)).html).toContain('This code has been used.');
});

test('a person who has agreed before is asked again for a device', async () => {
  const browser = new CookieBrowser();
  for (let times = 0; times < 2; times += 1) {
    const device = await DeviceClient.start(hub);
    const page = await device.enterCode(browser);
    expect(page.html).toContain('Authorize application');
    await browser.press(page, 'Allow');
    expect(await refusal(device)).toBe('tokens');
  }
});

test('the page of a code in an address is not filled in', async () => {
  const device = await DeviceClient.start(hub);
  const address = `${hub.origin}/oauth/device?user_code=${device.userCode}`;
  const { html } = await new CookieBrowser().open(address);
  expect(html).toContain('Enter the code');
  expect(html).not.toContain(device.userCode);
});
