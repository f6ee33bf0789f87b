import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PDF_SENTENCE } from '../hub/pages.ts';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
  await stage.signIn();
});
afterAll(() => stage.close());

const sentText = () => JSON.stringify(stage.hub.chats.at(-1)?.messages);
const page = (path: string) => new URL(path, stage.hub.articleUrl).href;

describe('[BR-03] pages where a selection is hard to get', () => {
  it('answers about a plain text file', async () => {
    const tab = await stage.browser.openTab(page('/plain'));
    await stage.choose(tab, 'pre', 'summarize');
    await (await stage.browser.panel()).waitFor('button', 'Try again');
  });

  it('[R38] answers about a selection inside a text area', async () => {
    const tab = await stage.browser.openTab(page('/fields'));
    await tab.evaluate("document.querySelector('textarea').select()");
    const value = await tab.evaluate<string>("document.querySelector('textarea').value");
    await stage.chooseOnSelection(tab, 'textarea', 'summarize');
    expect(sentText()).toContain(JSON.stringify(value.trim()).slice(1, -1));
  });

  it('[R37] answers about a selection in a PDF', async () => {
    const tab = await stage.browser.openTab(page('/pdf'));
    await stage.chooseInViewer(tab, 'summarize');
    expect(sentText()).toContain(PDF_SENTENCE);
    await (await stage.browser.panel()).waitFor('button', 'Try again');
  });

  it('[R39] answers about a page of the browser itself', async () => {
    const tab = await stage.browser.openTab('chrome://version');
    await stage.choose(tab, '#copyright', 'summarize');
    await (await stage.browser.panel()).waitFor('button', 'Try again');
  });
});
