import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStage, showsAnswer, SIGN_IN, wordsOf, type Stage } from './stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage('context-menu');
});
afterAll(() => stage.close());

const sentWords = () => wordsOf(stage.hub.chats.at(-1)?.sentText ?? '');

describe('an action chosen while signed out', () => {
  it('offers sign-in in the panel and goes on with the same text', async () => {
    const { browser, article, hub } = stage;
    const page = await article.evaluate<string>('document.documentElement.outerHTML');
    await stage.choose(article, '#p1', 'summarize', {
      arrived: async () => (await browser.panel()).has('button', SIGN_IN),
    });
    const panel = await browser.panel();
    expect(await panel.text('main', '')).toContain('A lighthouse lens');
    await panel.click('button', SIGN_IN);
    await (await browser.signInWindow()).click('button', 'Allow');
    await panel.waitFor('button', 'Try again');
    expect(await panel.text('region', 'Answer')).toContain('A lighthouse lens');
    expect(hub.chats).toHaveLength(1);
    expect(await article.evaluate('document.documentElement.outerHTML')).toBe(page);
  });
});

describe('[BR-01] an action chosen in the native menu', () => {
  it('streams its answer: the real panel shows the first words before there are more', async () => {
    const { browser, article, hub } = stage;
    const release = hub.hold({ afterWords: 5 });
    await stage.choose(article, '#p2', 'summarize');
    const panel = await browser.panel();
    await panel.waitFor('heading', /^Summarize/);
    await panel.waitUntil('five words', async () => sentWords().length === 5);
    await showsAnswer(panel, sentWords());
    expect(hub.chats.at(-1)?.state).toBe('streaming');
    expect(await panel.has('button', 'Stop')).toBe(true);
    expect(await panel.has('button', 'Try again')).toBe(false);

    release();
    await panel.waitFor('button', 'Try again');
    expect(await panel.has('button', 'Stop')).toBe(false);
    expect(sentWords().length).toBeGreaterThan(20);
    await showsAnswer(panel, sentWords());
    expect(await panel.text('heading', /^Summarize/)).toContain('demo/extractive');
  });

  it('shows its answer as elements and not as markup', async () => {
    const { browser, article, hub } = stage;
    await stage.choose(article, '#p2', 'summarize');
    const panel = await browser.panel();
    await panel.waitFor('heading', /^Summarize/);
    await panel.waitFor('button', 'Try again');
    expect(hub.chats.at(-1)?.sentText).toMatch(/^\*\*.+\*\*$/m);
    await showsAnswer(panel, sentWords());
    expect(await panel.text('region', 'Answer')).not.toContain('**');
    const items = { within: { role: 'region', name: 'Answer' } } as const;
    expect((await panel.names('listitem', items)).length).toBeGreaterThan(1);
  });

  it('[R35] keeps the lines and the indentation of code', async () => {
    const { article, hub } = stage;
    const code = await article.evaluate<string>("document.querySelector('#code').innerText");
    await stage.choose(article, '#code', 'rewrite');
    const { messages } = hub.chats.at(-1) ?? { messages: [] };
    expect(JSON.stringify(messages)).toContain(JSON.stringify(code.trimEnd()).slice(1, -1));
  });

  it('asks for the question first, with the text quoted', async () => {
    const { browser, article, hub } = stage;
    await stage.choose(article, '#p3', 'ask', {
      arrived: async () => (await browser.panel()).has('textbox', 'Question'),
    });
    const panel = await browser.panel();
    await panel.fill('textbox', 'Question', 'What is heavy?');
    await panel.press('Enter');
    await panel.waitFor('button', 'Try again');
    expect(JSON.stringify(hub.chats.at(-1)?.messages)).toContain('Question: What is heavy?');
  });

  it('[ST-06] Stop ends the request at the Hub and keeps what had come', async () => {
    const { browser, article, hub } = stage;
    const release = hub.hold({ afterWords: 5 });
    await stage.choose(article, '#p1', 'summarize');
    const panel = await browser.panel();
    await panel.waitFor('heading', /^Summarize/);
    const begun = await panel.waitUntil(
      'five words',
      async () => sentWords().length === 5 && sentWords(),
    );
    await showsAnswer(panel, begun);
    await panel.click('button', 'Stop');
    await panel.waitUntil(
      'the Hub to see the end',
      async () => hub.chats.at(-1)?.state === 'aborted',
    );
    release();
    await panel.waitFor('button', 'Try again');
    await showsAnswer(panel, begun);
    expect(sentWords()).toEqual(begun);

    await panel.click('button', 'Try again');
    await panel.waitUntil('the answer', async () => hub.chats.at(-1)?.state === 'finished');
    expect(sentWords().slice(0, 5)).toEqual(begun);
    await showsAnswer(panel, sentWords());
  });

  it('goes on when the panel is closed amid the answer: the popup shows the whole of it', async () => {
    const { browser, article, hub } = stage;
    const release = hub.hold({ afterWords: 5 });
    await stage.choose(article, '#p4', 'summarize');
    const panel = await browser.panel();
    await panel.waitFor('heading', /^Summarize/);
    await panel.waitUntil('five words', async () => sentWords().length === 5);
    await showsAnswer(panel, sentWords());
    await browser.closePanel();
    release();
    await article.waitUntil(
      'the answer to end',
      async () => hub.chats.at(-1)?.state === 'finished',
    );
    const popup = await browser.openPopup();
    expect(sentWords().length).toBeGreaterThan(20);
    await showsAnswer(popup, sentWords());
    await browser.closePopup();
  });
});

describe('[BR-04] [R40] a browser that refuses to open the panel', () => {
  it('shows the answer in a small window with the same page', async () => {
    const { browser, article } = stage;
    await browser.closePanel();
    const refusal = await browser.evaluateInBackground<string>(`(async () => {
      const refuse = () => Promise.reject(new Error('refused'));
      for (const api of [globalThis.browser, globalThis.chrome]) {
        if (api?.sidePanel) api.sidePanel.open = refuse;
        if (api?.sidebarAction) api.sidebarAction.open = refuse;
      }
      const panel = chrome.sidePanel ?? chrome.sidebarAction;
      return panel.open({ windowId: -2 }).catch((error) => error.message);
    })()`);
    expect(refusal).toBe('refused');

    await stage.choose(article, '#p2', 'summarize');
    const panel = await browser.panel();
    expect(await panel.url()).toMatch(/\/sidepanel\.html\?window=\d+$/);
    expect(await panel.evaluate('chrome.windows.getCurrent().then(({ type }) => type)')).toBe(
      'popup',
    );
    await panel.waitFor('button', 'Try again');
    await showsAnswer(panel, sentWords());
    await panel.close();
    // A background started anew has the browser's own panel again.
    await browser.killBackground();
  });
});
