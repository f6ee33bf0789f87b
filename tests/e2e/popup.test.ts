import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStage, showsAnswer, wordsOf, type Stage } from './stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage('popup');
  await stage.signIn();
});
afterAll(() => stage.close());

const sentWords = () => wordsOf(stage.hub.chats.at(-1)?.sentText ?? '');

describe('the popup of somebody who is signed in', () => {
  it('is prefilled with the selection of the active tab and focuses the text', async () => {
    const { browser, article } = stage;
    await browser.select(article, '#p1');
    const popup = await browser.openPopup();
    await popup.waitUntil('the selection', async () =>
      (await popup.value('textbox', 'Text')).startsWith('A lighthouse lens'),
    );
    await popup.waitUntil('the focus on the text', async () => {
      const { role, name } = await popup.focused();
      return role === 'textbox' && name === 'Text';
    });
  });

  it('offers the six actions', async () => {
    const popup = await stage.browser.openPopup();
    const names = await popup.names('button');
    for (const name of ['Summarize', 'Explain', 'Translate', 'Rewrite', 'Fix grammar', 'Ask']) {
      expect(names).toContain(name);
    }
  });

  it('[R6] streams an answer: first words first; closing the popup does not stop the rest', async () => {
    const { browser, hub, article } = stage;
    const release = hub.hold({ afterWords: 5 });
    const popup = await browser.openPopup();
    await popup.click('button', 'Explain');
    await showsAnswer(popup, ['I', 'can', 'only', 'quote', 'the']);
    expect(await popup.has('button', 'Stop')).toBe(true);
    expect(await popup.has('button', 'Try again')).toBe(false);
    await browser.closePopup();
    release();
    await article.waitUntil(
      'the answer to end',
      async () => hub.chats.at(-1)?.state === 'finished',
    );
    const again = await browser.openPopup();
    expect(sentWords()).toContain('lens');
    await showsAnswer(again, sentWords());
    expect(await again.has('button', 'Try again')).toBe(true);
  });

  it('[ST-06] Stop ends the request at the Hub and keeps what had come', async () => {
    const { browser, hub } = stage;
    const release = hub.hold({ afterWords: 5 });
    const popup = await browser.openPopup();
    await popup.click('button', 'Try again');
    await showsAnswer(popup, ['I', 'can', 'only', 'quote', 'the']);
    await popup.click('button', 'Stop');
    await popup.waitUntil(
      'the Hub to see the end',
      async () => hub.chats.at(-1)?.state === 'aborted',
    );
    release();
    await popup.waitFor('button', 'Try again');
    await showsAnswer(popup, ['I', 'can', 'only', 'quote', 'the']);
  });

  it('runs by Ctrl+Enter and by Alt and a digit', async () => {
    const popup = await stage.browser.openPopup();
    await popup.fill('textbox', 'Text', 'Lamps burn oil. Lenses bend light.');
    await popup.press('Alt+2');
    await popup.waitFor('heading', /^Explain/);
    // Nothing starts while a start is under way.
    await popup.waitFor('button', 'Try again');
    await popup.press('Control+Enter');
    await popup.waitFor('heading', /^Summarize/);
  });

  it('asks for text when there is none, and for a question when that is missing', async () => {
    const popup = await stage.browser.openPopup();
    await popup.fill('textbox', 'Text', '   ');
    await popup.click('button', 'Rewrite');
    expect(await popup.text('alert', '')).toContain('There is no text');
    await popup.fill('textbox', 'Text', 'Lamps burn oil.');
    await popup.click('button', 'Ask');
    await popup.waitUntil('the other words', async () =>
      (await popup.text('alert', '')).includes('There is no question'),
    );
  });

  it('finds a model by a part of its name and remembers it', async () => {
    const { browser, hub } = stage;
    const popup = await browser.openPopup();
    expect(await popup.value('combobox', 'Model')).toBe('demo/extractive');
    await popup.fill('combobox', 'Model', 'two-shops');
    await popup.waitFor('option', /two-shops/);
    await popup.press('Enter');
    await popup.waitUntil('the choice', async () =>
      /two-shops/.test(await popup.value('combobox', 'Model')),
    );
    await browser.closePopup();
    const again = await browser.openPopup();
    expect(await again.value('combobox', 'Model')).toMatch(/two-shops/);
    await again.fill('textbox', 'Text', 'Lamps burn oil. Lenses bend light.');
    await again.click('button', 'Summarize');
    await again.waitUntil('the chat', async () => /two-shops/.test(hub.chats.at(-1)?.model ?? ''));
  });

  it('keeps the text and gives words when the credits are used up', async () => {
    const { browser, hub } = stage;
    hub.fault({
      kind: 'status',
      path: '/v1/chat/completions',
      status: 402,
      body: { error: 'You have depleted your monthly included credits.' },
    });
    const popup = await browser.openPopup();
    await popup.fill('textbox', 'Text', 'Lamps burn oil.');
    await popup.click('button', 'Summarize');
    expect(await popup.text('alert', '')).toContain('credits are used up');
    expect(await popup.value('textbox', 'Text')).toBe('Lamps burn oil.');
    expect(await popup.has('link', 'Open billing')).toBe(true);
    await browser.closePopup();
  });

  it('lists recent runs, the running ones first with Stop, and shows the one that is chosen', async () => {
    const { browser, hub } = stage;
    const release = hub.hold({ afterWords: 3 });
    const before = hub.chats.length;
    const popup = await browser.openPopup();
    await popup.fill('textbox', 'Text', 'Glass is sand. Sand is stone.');
    await popup.click('button', 'Summarize');
    await popup.waitUntil('the first', async () => hub.chats.length > before);
    await popup.fill('textbox', 'Text', 'Wicks are of cotton. They soak up oil.');
    await popup.click('button', 'Explain');
    await popup.waitFor('heading', /^Explain/);
    const inList = { within: { role: 'list', name: 'Recent' } } as const;
    await popup.waitUntil('the one that is under way, first', async () =>
      /^Summarize Glass is sand.*Under way$/.test((await popup.names('button', inList))[0] ?? ''),
    );
    await popup.click('button', 'Stop: Summarize, Glass is sand. Sand is stone.');
    await popup.waitUntil('its end', async () => hub.chats.at(before)?.state === 'aborted');
    await popup.click('button', /^Summarize Glass/, inList);
    await popup.waitFor('heading', /^Summarize/);
    await popup.waitUntil(
      'the focus on the run',
      async () => (await popup.focused()).role === 'article',
    );
    release();
    await browser.closePopup();
  });
});
