import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { View } from '../drivers/driver.ts';
import { startOwnServer, type OwnServer } from '../hub/own-server.ts';
import { openStage, showsAnswer, wordsOf, type Stage } from './stage.ts';

const KEY = 'sk-of-my-own-4711';

let stage: Stage;
let refusing: OwnServer;
let ollama: OwnServer;

beforeAll(async () => {
  stage = await openStage('own-endpoint');
  refusing = await startOwnServer({ kind: 'Ollama' });
  const origins = ['chrome-extension://*', 'moz-extension://*'];
  ollama = await startOwnServer({ kind: 'Ollama', origins });
});
afterAll(async () => {
  await stage.close();
  await Promise.all([refusing.close(), ollama.close()]);
});

/**
 * The build for the local Hub may reach 127.0.0.1 from the start. For `localhost` Firefox asks, in a prompt
 * that the driver can answer; Chromium's can't be answered from outside.
 */
const addressOf = (server: OwnServer) =>
  inject('browser') === 'firefox' ? server.localhost : server.origin;

async function openOptions(): Promise<View> {
  const { browser } = stage;
  return await browser.openTab(browser.extensionUrl('options.html#endpoints'));
}

async function add(options: View, server: OwnServer, name: string): Promise<void> {
  await options.fill('textbox', 'Address', addressOf(server));
  await options.fill('textbox', 'Name (optional)', name);
  await options.click('button', 'Add');
}

/** What the extension, and no page, has asked Hugging Face for. */
const askedHub = () => stage.hub.requests.filter(({ server }) => server !== 'pages');

describe('an own endpoint, without signing in', () => {
  it('[BR-06] is added once the person lets the extension reach it', async () => {
    const { browser, article } = stage;
    const popup = await browser.openPopup();
    await popup.waitFor('link', 'Use a server of your own');
    await browser.closePopup();
    const options = await openOptions();
    await add(options, ollama, 'Home');
    if (inject('browser') === 'firefox') {
      expect(ollama.requests).toEqual([]);
      await browser.allowInPrompt?.();
    }
    await options.waitFor('button', 'Use for all actions: Home');
    await options.waitUntil('the check', async () =>
      (await options.text('group', 'Home')).includes('It answers, and has 2 models.'),
    );
    await options.fill('combobox', 'Model of Home', 'lens-8b');
    await options.close();
    await article.bringToFront();
  });

  it('answers an action in the popup, and Hugging Face hears of nothing', async () => {
    const { browser } = stage;
    await browser.select(stage.article, '#p1');
    const popup = await browser.openPopup();
    await popup.click('button', 'Use Home');
    await popup.waitUntil('the selection', async () =>
      (await popup.value('textbox', 'Text')).startsWith('A lighthouse lens'),
    );
    expect(await popup.text('main', '')).toContain('Sends the text to lens-8b at Home');
    await popup.click('button', 'Summarize');
    await popup.waitFor('button', 'Try again');
    const [chat] = ollama.chats;
    expect(chat?.model).toBe('lens-8b');
    await showsAnswer(popup, wordsOf(chat?.sentText ?? ''));
    await browser.closePopup();
    expect(askedHub()).toEqual([]);
  });

  it('answers an action of the menu in the panel', async () => {
    await stage.choose(stage.article, '#p2', 'rewrite', {
      arrived: async () => ollama.chats.length === 2,
    });
    const panel = await stage.browser.panel();
    await panel.waitFor('button', 'Try again');
    await showsAnswer(panel, wordsOf(ollama.chats[1]?.sentText ?? ''));
    await stage.browser.closePanel();
    expect(askedHub()).toEqual([]);
  });

  it('is told of by our origin in a POST, and of nothing else', () => {
    const posts = ollama.requests.filter(({ method }) => method === 'POST');
    expect(posts.length).toBeGreaterThan(1);
    for (const { headers } of posts) {
      expect(headers.origin).toMatch(/^(chrome|moz)-extension:\/\/[a-z0-9-]+$/);
    }
    for (const { headers } of ollama.requests) {
      expect(headers).not.toHaveProperty('referer');
      expect(headers).not.toHaveProperty('cookie');
      expect(headers).not.toHaveProperty('authorization');
    }
  });

  it('explains with the setting of the server that it refuses extensions', async () => {
    const options = await openOptions();
    // Firefox has been asked for this host; ports have no say in it.
    await add(options, refusing, 'Strict');
    await options.waitFor('alert', '');
    const words = await options.text('alert', '');
    expect(words).toContain('takes no requests of a browser extension');
    expect(words).toContain('OLLAMA_ORIGINS="chrome-extension://*,moz-extension://*"');
    await options.close();
    expect(refusing.chats).toEqual([]);
  });

  it('goes with its key when it is removed', async () => {
    const options = await openOptions();
    await options.fill('textbox', 'Key of Home', KEY);
    await options.press('Enter');
    await options.waitFor('button', 'Remove the key of Home');
    await options.click('button', 'Check Home');
    await options.waitUntil('the request with the key', async () =>
      ollama.requests.some(({ headers }) => headers.authorization === `Bearer ${KEY}`),
    );
    for (const name of ['Home', 'Strict']) {
      await options.click('button', `Remove ${name}`);
      await options.waitFor('button', `Remove ${name}`, { gone: true });
    }
    await options.close();
    await stage.article.bringToFront();
    const popup = await stage.browser.openPopup();
    await popup.waitFor('link', 'Use a server of your own');
    await stage.browser.closePopup();
    expect(askedHub()).toEqual([]);
  });
});
