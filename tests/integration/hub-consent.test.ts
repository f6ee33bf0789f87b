import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { askAbout, ChatClient } from '../hub/chat-client.ts';
import { CookieBrowser, type Visit } from '../hub/cookie-browser.ts';
import { startHub, type Hub } from '../hub/hub.ts';
import { TestClient, type SignInRequest } from '../hub/sign-in.ts';

const redirectUri = 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/hf';

let hub: Hub;

beforeAll(async () => {
  hub = await startHub({ redirectUris: [redirectUri] });
});

afterEach(() => {
  hub.grantOnly(undefined);
  hub.signInAs('ada');
});

afterAll(() => hub.close());

interface Opened {
  readonly client: TestClient;
  readonly page: Visit;
}

async function authorize(
  browser: CookieBrowser,
  request: Partial<SignInRequest> = {},
): Promise<Opened> {
  const client = await TestClient.discover(hub, { redirectUri, ...request });
  return { client, page: await browser.open(await client.authorizationUrl()) };
}

/** What the page asks for; a redirect asks for nothing. */
function asked({ page }: Opened): string[] {
  return [...page.html.matchAll(/<li>(.*)<\/li>/g)].map(([, words = '']) => words);
}

/** The scopes the token response names, after Allow. */
async function grantedAfterAllow(
  browser: CookieBrowser,
  request: Partial<SignInRequest> = {},
): Promise<string | undefined> {
  const { client, page } = await authorize(browser, request);
  return (await client.redeem(await browser.press(page, 'Allow'))).scope;
}

const silent = expect.stringMatching(`${redirectUri}\\?code=`);

test('scopes that were granted before lead straight back, all of them or some', async () => {
  const browser = new CookieBrowser();
  await grantedAfterAllow(browser);
  for (const scope of ['openid profile inference-api', 'inference-api openid', 'openid']) {
    const { client, page } = await authorize(browser, { scope });
    expect(page).toMatchObject({ url: silent, html: '' });
    expect((await client.redeem(page)).scope?.split(' ').toSorted()).toEqual(
      scope.split(' ').toSorted(),
    );
  }
});

test('a new scope is asked for together with all the others', async () => {
  const browser = new CookieBrowser();
  await grantedAfterAllow(browser, { scope: 'openid profile' });
  const more = await authorize(browser, { scope: 'openid profile email' });
  expect(asked(more)).toEqual([
    'Know who you are',
    'Read your profile: name, user name and picture',
    'Read your email address',
  ]);
  await browser.press(more.page, 'Allow');
  expect((await authorize(browser, { scope: 'openid profile email' })).page.url).toEqual(silent);
});

test('what was agreed to bit by bit is not asked for again as a whole', async () => {
  const browser = new CookieBrowser();
  await grantedAfterAllow(browser, { scope: 'openid profile' });
  await grantedAfterAllow(browser, { scope: 'openid inference-api' });
  expect((await authorize(browser)).page.url).toEqual(silent);
});

test('prompt=consent shows the page each time', async () => {
  const browser = new CookieBrowser();
  for (let times = 0; times < 3; times += 1) {
    const again = await authorize(browser, { extra: { prompt: 'consent' } });
    expect(asked(again)).toHaveLength(3);
    await browser.press(again.page, 'Allow');
  }
});

test('a denial is not remembered, and takes nothing back', async () => {
  const browser = new CookieBrowser();
  const first = await authorize(browser);
  expect((await browser.press(first.page, 'Deny')).url).toContain('error=access_denied');
  const second = await authorize(browser);
  expect(asked(second)).toHaveLength(3);
  await browser.press(second.page, 'Allow');
  const third = await authorize(browser, { extra: { prompt: 'consent' } });
  expect((await browser.press(third.page, 'Deny')).url).toContain('error=access_denied');
  expect((await authorize(browser)).page.url).toEqual(silent);
});

test('neither another browser nor another session knows what was granted', async () => {
  const browser = new CookieBrowser();
  await grantedAfterAllow(browser);
  expect(asked(await authorize(new CookieBrowser()))).toHaveLength(3);
  hub.signInAs('ada');
  expect(asked(await authorize(browser))).toHaveLength(3);
});

test('a person can grant less than was asked for, and the tokens say so', async () => {
  const browser = new CookieBrowser();
  hub.grantOnly(['openid', 'profile', 'email']);
  const { client, page } = await authorize(browser);
  const tokens = await client.redeem(await browser.press(page, 'Allow'));
  expect(tokens.scope).toBe('openid profile');
  const refreshed = await client.refresh(tokens.refresh_token ?? '');
  expect(refreshed.scope).toBe('openid profile');
  const answer = await new ChatClient(hub, refreshed.access_token).send(askAbout('One.'));
  expect(answer.status).toBe(403);
});

test('who granted less is asked again, and can grant the rest', async () => {
  const browser = new CookieBrowser();
  hub.grantOnly(['openid']);
  expect(await grantedAfterAllow(browser)).toBe('openid');
  hub.grantOnly(undefined);
  expect(await grantedAfterAllow(browser)).toBe('openid profile inference-api');
  expect((await authorize(browser)).page.url).toEqual(silent);
});

test('a scope that is declined later is gone from new tokens, not from old ones', async () => {
  const browser = new CookieBrowser();
  const first = await authorize(browser);
  const tokens = await first.client.redeem(await browser.press(first.page, 'Allow'));
  hub.grantOnly(['openid', 'profile']);
  const prompt = { extra: { prompt: 'consent' } };
  expect(await grantedAfterAllow(browser, prompt)).toBe('openid profile');
  const refreshed = await first.client.refresh(tokens.refresh_token ?? '');
  expect(refreshed.scope).toBe('openid profile inference-api');
});

test('a person who grants none of it denies access', async () => {
  const browser = new CookieBrowser();
  hub.grantOnly([]);
  const { page } = await authorize(browser);
  expect((await browser.press(page, 'Allow')).url).toContain('error=access_denied');
});
