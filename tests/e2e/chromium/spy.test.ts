import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromium } from '../../drivers/chromium.ts';
import type { BrowserSession, Display, View } from '../../drivers/driver.ts';
import { extensionId, readManifest } from '../../drivers/extension-id.ts';
import { startXvfb } from '../../drivers/xvfb.ts';
import { buildAgainst } from '../../hub/build-against.ts';
import { startHub, type Hub } from '../../hub/hub.ts';
import { ACTION_IDS } from '../../../utils/actions/action.ts';
import { CHROMIUM_REDIRECT_URI } from '../../../utils/config/extension-ids.ts';
import { closeSwept } from '../leak-sweep.ts';
import { popupClosed, SIGN_IN } from '../stage.ts';

const SPY_DIR = path.resolve('tests/fixtures/spy-extension');

let profile: string;
let hub: Hub;
let display: Display & { stop(): Promise<void> };
let browser: BrowserSession;
let article: View;
/** A page of the other extension, with all its permissions. */
let spy: View;
/** What the spy has tried as a verifier. */
const guesses = new Set<string>();

beforeAll(async () => {
  hub = await startHub({ redirectUris: [CHROMIUM_REDIRECT_URI] });
  const extensionDir = await buildAgainst(hub, 'e2e-spy');
  display = await startXvfb();
  profile = await mkdtemp(path.join(tmpdir(), 'companion-profile-'));
  browser = await chromium.launch({
    extensionDir,
    otherExtensionDirs: [SPY_DIR],
    display,
    userDataDir: profile,
  });
  const id = extensionId(SPY_DIR, readManifest(SPY_DIR));
  spy = await browser.openTab(`chrome-extension://${id}/spy.html`);
  article = await browser.openTab(hub.articleUrl);
});
afterAll(async () => {
  // What the spy took for a verifier is none, and had to be in an address.
  const secrets = () => hub.secrets().filter(({ value }) => !guesses.has(value));
  try {
    await closeSwept({ hub, browser }, profile, secrets);
  } finally {
    await display.stop();
    await hub.close();
  }
});

/** One thing that the browser told the spy. */
interface Note {
  readonly source: string;
  readonly url?: string;
  readonly method?: string;
  readonly requestHeaders?: readonly { readonly name: string; readonly value?: string }[];
}

/** All that the spy has noted, oldest first. */
async function notes(): Promise<Note[]> {
  return spy.evaluate(`chrome.storage.session.get(null).then((all) =>
    Object.entries(all)
      .sort(([one], [other]) => one.localeCompare(other, undefined, { numeric: true }))
      .map(([key, note]) => ({ ...note, source: key.split('-').slice(2).join('-') })))`);
}

/** The redirects that the spy has seen so far: what a sign-in ends on. */
async function redirects(): Promise<URLSearchParams[]> {
  const urls = (await notes()).flatMap(({ url }) => url ?? []);
  const seen = [...new Set(urls)].filter((url) => url.startsWith(`${CHROMIUM_REDIRECT_URI}?`));
  return seen.map((url) => new URL(url).searchParams);
}

async function signIn(): Promise<void> {
  await (await browser.openPopup()).click('button', SIGN_IN);
  await (await browser.signInWindow()).click('button', 'Allow');
}

/** Asks the token endpoint from the spy's page; its host permission lets it read the answer. */
function exchange(form: Record<string, string>): Promise<{ status: number; body: string }> {
  const body = { grant_type: 'authorization_code', client_id: hub.clientId, ...form };
  return spy.evaluate(`fetch('${hub.origin}/oauth/token', {
    method: 'POST',
    credentials: 'omit',
    body: new URLSearchParams(${JSON.stringify({ redirect_uri: CHROMIUM_REDIRECT_URI, ...body })}),
  }).then(async (response) => ({ status: response.status, body: await response.text() }))`);
}

/** What somebody could try who has the code and all that was in addresses. */
async function replay(code: string): Promise<void> {
  const asked = new URLSearchParams(
    (await notes()).findLast(({ url }) => url?.includes('/oauth/authorize?'))?.url?.split('?')[1],
  );
  const challenge = asked.get('code_challenge') ?? '';
  expect(challenge).toHaveLength(43);
  const attempts: Record<string, string>[] = [
    {},
    { code_verifier: 'w'.repeat(43) },
    { code_verifier: challenge },
    { code_verifier: challenge, code_challenge_method: 'plain' },
  ];
  for (const attempt of attempts) {
    guesses.add(attempt['code_verifier'] ?? '');
    const { status, body } = await exchange({ code, ...attempt });
    expect({ status, error: JSON.parse(body).error }).toEqual({
      status: 400,
      error: 'invalid_grant',
    });
    expect(body).not.toMatch(/_token"/);
  }
}

describe('another extension that watches the sign-in', () => {
  it('[AU-01] gets the code before it is used, and no token for it', async () => {
    hub.fault({ kind: 'silent', path: '/oauth/token' });
    await signIn();
    await popupClosed(browser, article);
    const ours = await spy.waitUntil('the exchange', async () =>
      hub.requests.find(({ path: asked, body }) => asked === '/oauth/token' && body !== undefined),
    );
    const [redirect] = await redirects();
    const code = redirect?.get('code') ?? '';
    // Without both there is nothing to show.
    expect(hub.secrets()).toContainEqual({ kind: 'authorization code', value: code });
    expect(redirect?.get('state')).toMatch(/[\w-]{43}/);

    await replay(code);
    // The verifier was all that was missing: the extension's own request would have done.
    const { code_verifier: verifier = '' } = Object.fromEntries(new URLSearchParams(ours.body));
    const { status, body } = await exchange({ code, code_verifier: verifier });
    expect({ status, hasToken: body.includes('"access_token"') }).toEqual({
      status: 200,
      hasToken: true,
    });
  });

  it('[AU-01] gets no token for a code that has been used', async () => {
    await browser
      .openPopup()
      .then((popup) =>
        popup.evaluate(`chrome.runtime.sendMessage({ kind: 'session.cancel-sign-in' })`),
      );
    // Otherwise the Hub would grant at once what it has granted before.
    hub.signInAs('ada');
    await signIn();
    await popupClosed(browser, article);
    await (await browser.openPopup()).waitFor('button', 'Account');
    await browser.closePopup();
    const codes = (await redirects()).map((redirect) => redirect.get('code') ?? '');
    expect(new Set(codes).size).toBe(2);
    await replay(codes.at(-1) ?? '');
  });
});

describe('another extension that watches a run', () => {
  it('[TK-05] sees no Authorization header, no prompt and no request of the background', async () => {
    const { chats } = hub;
    await browser.select(article, '#p1');
    await browser.chooseFromContextMenu(article, '#p1', {
      index: ACTION_IDS.indexOf('summarize'),
      of: ACTION_IDS.length,
      arrived: async () => chats.length > 0,
    });
    await (await browser.panel()).waitFor('button', 'Try again');
    // It does see such things: those of its own page.
    const mine = { method: 'POST', headers: { authorization: 'mine' }, body: 'my own words' };
    await spy.evaluate(`fetch('${hub.articleUrl}', ${JSON.stringify(mine)}).then(() => true)`);
    const seen = await spy.waitUntil('its own request', async () => {
      const all = await notes();
      return JSON.stringify(all).includes('"mine"') && all;
    });
    const all = JSON.stringify(seen);
    expect(all).toContain('my own words');

    const headers = seen.flatMap(({ requestHeaders = [] }) => requestHeaders);
    const authorizations = headers.filter(({ name }) => /^authorization$/i.test(name));
    expect(authorizations.map(({ value }) => value)).toEqual(['mine']);
    const text = await article.evaluate<string>('document.querySelector("#p1").innerText');
    expect(chats[0]?.messages.map(({ content }) => content).join()).toContain(text);
    expect(all).not.toContain(text);
    expect(seen.filter(({ url = '' }) => url.startsWith(hub.routerOrigin))).toEqual([]);
    const tokens = hub.secrets().filter(({ kind }) => /^(access|refresh|ID) token$/.test(kind));
    expect(tokens.length).toBeGreaterThanOrEqual(3);
    expect(tokens.filter(({ value }) => all.includes(value))).toEqual([]);
  });
});

describe('another extension that speaks to ours', () => {
  const ours = () => new URL(browser.extensionUrl('')).host;

  it('[IS-02] gets no answer to a message', async () => {
    const words = await spy.evaluate<string>(`chrome.runtime
      .sendMessage('${ours()}', { kind: 'session.sign-out', sub: '' })
      .then((answer) => 'got ' + JSON.stringify(answer), String)`);
    expect(words).toMatch(/Receiving end does not exist/);
  });

  it('[IS-02] gets no port', async () => {
    const words = await spy.evaluate<string>(`new Promise((resolve) => {
      const port = chrome.runtime.connect('${ours()}', { name: 'runs' });
      port.onMessage.addListener((message) => resolve('got ' + JSON.stringify(message)));
      port.onDisconnect.addListener(() => resolve(String(chrome.runtime.lastError?.message)));
      port.postMessage({ kind: 'attach', windowId: 1 });
    })`);
    expect(words).toMatch(/Receiving end does not exist/);
  });
});
