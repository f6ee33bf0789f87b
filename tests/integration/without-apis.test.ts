import { Window } from 'happy-dom';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { useCodePages } from './code-page';
import { PARAGRAPH, WAIT } from './companion';

const { companion, open, expectPollAfter, decide } = useCodePages();

/** What Firefox for Android lacks, and what other browsers may. */
const MISSING = ['contextMenus', 'windows', 'sidePanel', 'sidebarAction', 'identity', 'commands'];

const api = fakeBrowser as unknown as Record<string, unknown>;
const storage = fakeBrowser.storage as unknown as Record<string, unknown>;
let removed: [Record<string, unknown>, string, unknown][] = [];
let rejections: unknown[] = [];
const onRejection = (reason: unknown) => void rejections.push(reason);

/** The fakes need all of them to stop and to start. */
function giveBack(): void {
  for (const [owner, name, value] of removed.splice(0)) owner[name] = value;
}

/** Starts the background in a browser without those APIs. */
async function startBackground(): Promise<void> {
  const { extension } = companion;
  giveBack();
  extension.stopBackground();
  removed = [
    ...MISSING.map((name): [Record<string, unknown>, string, unknown] => [api, name, api[name]]),
    [storage, 'managed', storage['managed']],
  ];
  for (const [owner, name] of removed) owner[name] = undefined;
  vi.resetModules();
  globalThis.fetch = extension.network.start();
  const background = await import('@/entrypoints/background/index');
  background.default.main();
}

beforeEach(async () => {
  rejections = [];
  process.on('unhandledRejection', onRejection);
  await startBackground();
});
afterEach(async () => {
  await companion.extension.network.settle();
  process.off('unhandledRejection', onRejection);
  giveBack();
  expect(rejections).toEqual([]);
});

/** Loads a page of the extension as the browser does, with its own script. */
async function openPage(load: () => Promise<unknown>): Promise<Window> {
  const window = new Window({ url: 'chrome-extension://test-extension-id/' });
  window.document.body.innerHTML = '<div id="app"></div>';
  const { document, location } = window;
  const { HTMLInputElement, HTMLTextAreaElement } = window;
  const globals = { window, document, location, HTMLInputElement, HTMLTextAreaElement };
  for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value);
  vi.stubGlobal('addEventListener', window.addEventListener.bind(window));
  vi.stubGlobal('requestAnimationFrame', window.requestAnimationFrame.bind(window));
  Object.assign(fakeBrowser.runtime, {
    sendMessage: (message: unknown) => companion.extension.send(message),
    getManifest: () => ({ version: '1.2.3' }),
  });
  await load();
  return window;
}

const openPopup = () => openPage(() => import('@/entrypoints/popup/main'));
const openPanel = () => openPage(() => import('@/entrypoints/sidepanel/main'));
const openOptions = () => openPage(() => import('@/entrypoints/options/main'));

async function shows({ document }: Window, words: string): Promise<void> {
  await vi.waitFor(() => expect(document.body.textContent).toContain(words), WAIT);
}

function button({ document }: Window, name: string) {
  const found = [...document.querySelectorAll('button')].find((each) => each.textContent === name);
  if (!found) throw new Error(`no button ${name} in ${document.body.textContent}`);
  return found;
}

async function signIn(): Promise<void> {
  const page = open();
  await decide(await page.getCode(), 'Allow');
  await expectPollAfter(5);
  await page.waitFor('signed-in');
}

describe('a browser without menus, windows, panels, sign-in windows, commands and managed storage', () => {
  it.each([
    ['popup', openPopup],
    ['panel', openPanel],
    ['options', openOptions],
  ])('offers to sign in with a code in its %s', async (_page, openIt) => {
    const page = await openIt();
    await shows(page, 'Sign in with a code');
    expect(page.document.querySelector('a[href="/options.html#code"]')).not.toBeNull();
    expect(page.document.body.textContent).not.toContain('Sign in with Hugging Face');
  });

  it('signs in with a code', async () => {
    await signIn();
    expect(await companion.extension.account()).toMatchObject({ username: 'ada', session: 'open' });
    await shows(await openPopup(), 'Ada Lovelace');
  });

  it('answers about a text that was typed into the popup, which the panel shows too', async () => {
    await signIn();
    const popup = await openPopup();
    await shows(popup, 'Summarize');
    const text = popup.document.querySelector('textarea');
    if (!text) throw new Error('no field');
    text.value = PARAGRAPH;
    text.dispatchEvent(new popup.InputEvent('input', { bubbles: true }));
    button(popup, 'Summarize').click();
    await shows(popup, 'Try again');
    expect(companion.sentText()).toBe(PARAGRAPH);
    const answer = popup.document.querySelector('section[aria-label="Answer"]')?.textContent;
    expect(answer).toContain('lens');
    await shows(await openPanel(), 'Try again');
  });

  it('says in words that there is no sign-in window when one is asked for all the same', async () => {
    expect(await companion.extension.failToSignIn()).toEqual({ kind: 'sign-in-unavailable' });
  });

  it('starts the background again, with all that it knew', async () => {
    await signIn();
    await startBackground();
    await shows(await openPopup(), 'Ada Lovelace');
  });
});
