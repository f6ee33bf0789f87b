import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { chromium } from '../drivers/chromium.ts';
import type { View } from '../drivers/driver.ts';
import { firefox } from '../drivers/firefox.ts';
import { startXvfb } from '../drivers/xvfb.ts';
import type { Secret } from '../hub/secrets.ts';
import { sweepForSecrets } from './leak-sweep.ts';
import { heardMessages, recordMessages } from './leaks/heard-messages.ts';
import { findSecrets } from './leaks/material.ts';
import { sweepProfile } from './leaks/profile.ts';
import { findCookies, isOurs } from './leaks/requests.ts';
import { openStage, SIGN_IN, type Stage } from './stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage('leaks');
});
afterAll(() => stage.close());

/** The Hub's secrets under a name that may be nowhere: what is found then is where they really are. */
function allOfThem(): Secret[] {
  return stage.hub.secrets().map(({ value }) => ({ kind: 'ID token', value }));
}

const KINDS = [
  'access token',
  'refresh token',
  'ID token',
  'authorization code',
  'device code',
  'verifier',
  'state',
  'nonce',
];

describe('messages between the background and its pages', () => {
  it('[TK-03] hold no secret, from sign-in over a run to a renewal', async () => {
    const { browser, hub, article } = stage;
    const popup = await browser.openTab(browser.extensionUrl('popup.html'));
    const panel = await browser.openTab(browser.extensionUrl('sidepanel.html'));
    for (const page of [popup, panel]) await recordMessages(page);
    // The panel opened its port before; it opens the next one in front of the recorder.
    await browser.killBackground();
    const hears = async (page: View, kind: string) =>
      (await heardMessages(page)).some((message) => message.includes(`"kind":"${kind}"`));
    await panel.waitUntil('a port', () => hears(panel, 'snapshot'));

    await popup.click('button', SIGN_IN);
    await (await browser.signInWindow()).click('button', 'Allow');
    await popup.waitFor('button', 'Account');
    hub.fault({ kind: 'status', status: 401, body: { error: 'expired' }, path: '/v1/chat' });
    await stage.choose(article, '#p1', 'summarize');
    await panel.waitFor('button', 'Try again');
    const renewals = hub.requests.filter(({ body }) => body?.includes('grant_type=refresh_token'));
    expect(renewals).toHaveLength(1);

    expect(await hears(popup, 'session.sign-in')).toBe(true);
    expect(await hears(panel, 'delta')).toBe(true);
    const heard = [...(await heardMessages(popup)), ...(await heardMessages(panel))];
    const materials = heard.map((text) => ({ place: 'a message', text }));
    expect(findSecrets(materials, hub.secrets())).toEqual([]);
    await popup.close();
    await panel.close();
  });
});

describe('the sweep', () => {
  it('[TK-04] finds no secret where it should not be', async () => {
    const { origin, clientId } = stage.hub;
    const device = new URLSearchParams({ client_id: clientId, scope: 'openid' });
    await fetch(`${origin}/oauth/device`, { method: 'POST', body: device });
    const kinds = new Set(stage.hub.secrets().map(({ kind }) => kind));
    expect([...kinds]).toEqual(expect.arrayContaining(KINDS));
    await stage.browser.openPopup();
    expect(await sweepForSecrets(stage)).toEqual([]);
  });

  it('sees the secrets where they belong', async () => {
    const places = await sweepForSecrets(stage, allOfThem());
    const options = stage.browser.extensionUrl('options.html');
    expect(places.map((place) => place.replace('ID token in ', ''))).toEqual(
      expect.arrayContaining([
        'storage.session, item accessToken.…',
        `databases of ${options}, companion-secrets/refreshTokens/…`,
        'address of GET /oauth/authorize to the provider',
        'body of POST /oauth/token to the provider',
        'header authorization of GET /oauth/userinfo to the provider',
        'header authorization of POST /v1/chat/completions to the router',
      ]),
    );
  });
});

const CANARY: Secret = { kind: 'access token', value: 'hf_oauth_canary-Vq3xT0pLm9' };

/** Leaves the canary wherever a script of a web page can. */
const plantInArticle = (provider: string) => `(async () => {
  const canary = ${JSON.stringify(CANARY.value)};
  const request = (type, ask) => new Promise((resolve, reject) => {
    ask.onsuccess = () => resolve(ask.result);
    ask.onerror = () => reject(ask.error);
    if (type === 'open') ask.onupgradeneeded = () => ask.result.createObjectStore('store');
  });
  const database = await request('open', indexedDB.open('planted'));
  const store = database.transaction('store', 'readwrite').objectStore('store');
  await request('put', store.put({ deep: [canary] }, 'key'));
  database.close();
  localStorage.setItem('planted', canary);
  sessionStorage.setItem('planted', canary);
  document.cookie = 'planted=' + canary;
  document.title = canary;
  document.body.append(canary);
  document.querySelector('p').dataset.planted = canary;
  document.body.append(Object.assign(document.createElement('input'), { value: canary }));
  console.log('planted', { deep: [canary] });
  history.replaceState({ canary }, '', '?' + canary);
  await fetch('/planted-here', {
    method: 'POST', headers: { 'x-planted': canary }, referrerPolicy: 'unsafe-url',
  });
  await fetch('${provider}/oauth/token', {
    method: 'POST', mode: 'no-cors', body: new URLSearchParams({ planted: canary }),
  });
})()`;

const PLANT_IN_BACKGROUND = `(async () => {
  const canary = ${JSON.stringify(CANARY.value)};
  console.error(new Error('outer', { cause: new Error(canary) }));
  for (const area of ['local', 'session', 'sync']) await chrome.storage[area].set({ planted: canary });
  await new Promise((resolve) => {
    const opening = indexedDB.open('planted');
    opening.onupgradeneeded = () => opening.result.createObjectStore('store').put(canary, 'key');
    opening.onsuccess = () => { opening.result.close(); resolve(); };
  });
})()`;

const PLANT_IN_PAGE = `document.body.append(${JSON.stringify(CANARY.value)})`;

describe('a canary', () => {
  /** Where the sweep finds it now. */
  const sweep = async () =>
    (await sweepForSecrets(stage, [CANARY])).map((found) => found.replace('access token in ', ''));

  it('is nowhere before it is planted', async () => {
    expect(await sweep()).toEqual([]);
  });

  it('is found in a web page, its storage and its requests', async () => {
    const { article, hub } = stage;
    await article.evaluate(plantInArticle(hub.origin));
    const page = hub.articleUrl;
    expect(await sweep()).toEqual(
      expect.arrayContaining([
        'the console',
        ...[
          'address',
          'title',
          'markup',
          'rendered text',
          'fields',
          'history entry and window name',
          'localStorage',
          'sessionStorage',
          'cookies',
          'databases',
        ].map((part) => `${part} of ${page}`),
        'header x-planted of POST /planted-here to the pages',
        'header referer of POST /planted-here to the pages',
        'body of POST /oauth/token to the provider',
      ]),
    );
    await article.evaluate('console.clear()');
    await article.navigate(page);
  });

  it('is found in the popup and in the panel', async () => {
    const { browser, article } = stage;
    await stage.choose(article, '#p1', 'rewrite');
    await (await browser.panel()).evaluate(PLANT_IN_PAGE);
    await (await browser.openPopup()).evaluate(PLANT_IN_PAGE);
    expect(await sweep()).toEqual(
      expect.arrayContaining([
        `rendered text of ${browser.extensionUrl('sidepanel.html')}`,
        `rendered text of ${browser.extensionUrl('popup.html')}`,
      ]),
    );
  });

  it('is found in the storage, the databases and the console of the background', async () => {
    const { browser } = stage;
    const before = await sweep();
    expect(before).not.toContain('the console');
    await browser.evaluateInBackground(PLANT_IN_BACKGROUND);
    expect(await sweep()).toEqual(
      expect.arrayContaining([
        'the console',
        'storage.local, item planted',
        'storage.session, item planted',
        'storage.sync, item planted',
        `databases of ${browser.extensionUrl('options.html')}, planted/store/…`,
      ]),
    );
  });
});

describe('the requests of the extension', () => {
  it("[TK-05] bring no cookies along, though the sign-in window had the Hub's", async () => {
    const { hub } = stage;
    const ours = hub.requests.filter(isOurs);
    for (const asked of [
      '/oauth/token',
      '/oauth/userinfo',
      '/avatars/',
      '/v1/models',
      '/v1/chat',
    ]) {
      expect(ours.filter((request) => request.path.startsWith(asked))).not.toEqual([]);
    }
    expect(findCookies(hub.requests)).toEqual([]);
    const window = hub.requests.findLast(({ path: asked }) =>
      asked.startsWith('/oauth/authorize/'),
    );
    expect(window?.headers.cookie).toMatch(/_session|_interaction/);
    const [first] = ours;
    if (!first) throw new Error('No request of ours');
    const spoiled = { ...first, headers: { ...first.headers, cookie: 'planted=1' } };
    expect(findCookies([spoiled])).toEqual([expect.stringMatching(/^cookies in /)]);
  });
});

describe('the profile that a browser leaves on disk', () => {
  let profile: string;
  beforeAll(async () => {
    profile = await mkdtemp(path.join(tmpdir(), 'companion-profile-'));
  });
  afterAll(() => rm(profile, { recursive: true, force: true, maxRetries: 10 }));

  it("[TK-04] has the refresh token in the extension's database, and no other secret", async () => {
    const { extensionDir, hub } = stage;
    const display = await startXvfb();
    const driver = { chromium, firefox }[inject('browser')];
    const browser = await driver.launch({ extensionDir, display, userDataDir: profile });
    await browser.openTab(`${hub.articleUrl}?${CANARY.value}`);
    const page = await browser.openTab(browser.extensionUrl('popup.html'));
    await page.click('button', SIGN_IN);
    await (await browser.signInWindow()).click('button', 'Allow');
    await page.waitFor('button', 'Account');
    await browser.close();
    await display.stop();

    expect(await sweepProfile(profile, hub.secrets())).toEqual([]);
    // What is there is found, and the browser has written down where it has been.
    expect(await sweepProfile(profile, allOfThem())).toContainEqual(
      expect.stringMatching(/-extension.*(idb|indexeddb)/),
    );
    expect(await sweepProfile(profile, [CANARY])).toContainEqual(
      expect.stringMatching(/History|places\.sqlite/),
    );
  });
});
