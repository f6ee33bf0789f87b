import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStage, SIGN_IN, type Stage } from './stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage('context-menu');
});
afterAll(() => stage.close());

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
  it('streams its answer into the real side panel, as elements and not as markup', async () => {
    const { browser, article } = stage;
    await stage.choose(article, '#p2', 'explain');
    const panel = await browser.panel();
    await panel.waitFor('heading', /^Explain/);
    await panel.waitFor('button', 'Try again');
    expect(await panel.text('heading', /^Explain/)).toContain('demo/extractive');
    expect(await panel.has('region', 'Answer')).toBe(true);
    expect(await panel.text('region', 'Answer')).not.toContain('**');
  });

  it('[R35] keeps the lines and the indentation of code', async () => {
    const { article, hub } = stage;
    const code = await article.evaluate<string>("document.querySelector('#code').innerText");
    await stage.choose(article, '#code', 'explain');
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
    const release = hub.hold();
    await stage.choose(article, '#p1', 'summarize');
    const panel = await browser.panel();
    await panel.click('button', 'Stop');
    await panel.waitUntil(
      'the Hub to see the end',
      async () => hub.chats.at(-1)?.state === 'aborted',
    );
    release();
    expect(await panel.has('button', 'Try again')).toBe(true);
    await panel.click('button', 'Try again');
    await panel.waitFor('button', 'Copy');
    await panel.waitFor('button', 'Stop', { gone: true });
    expect(hub.chats.at(-1)?.state).toBe('finished');
  });

  it('closing the panel stops nothing; reopening shows the whole answer', async () => {
    const { browser, article, hub } = stage;
    const release = hub.hold();
    await stage.choose(article, '#p4', 'summarize');
    await (await browser.panel()).waitFor('button', 'Stop');
    await browser.closePanel();
    release();
    await article.waitUntil(
      'the answer to end',
      async () => hub.chats.at(-1)?.state === 'finished',
    );
    const popup = await browser.openPopup();
    expect(await popup.text('region', 'Answer')).not.toBe('');
    await browser.closePopup();
  });
});
