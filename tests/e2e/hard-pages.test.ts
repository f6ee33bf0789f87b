import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { View } from '../drivers/driver.ts';
import { PDF_SENTENCE } from '../hub/pages.ts';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage('hard-pages');
  await stage.signIn();
});
afterAll(() => stage.close());

const sentText = () => JSON.stringify(stage.hub.chats.at(-1)?.messages);
const page = (path: string) => new URL(path, stage.hub.articleUrl).href;

/** Selects by keyboard, which alone reaches into viewers and foreign frames, and chooses Summarize. */
async function selectAllAndSummarize(
  tab: View,
  selector: string,
  how?: { at: { x: number; y: number } },
): Promise<void> {
  // Neither tells anybody when it is ready, so the whole gesture is tried again.
  await tab.waitUntil(
    'an action on the selection',
    async () => {
      await tab.evaluate(`document.querySelector(${JSON.stringify(selector)}).focus()`);
      await stage.browser.pressShortcut('ctrl+a');
      return await stage.chooseOnSelection(tab, selector, 'summarize', how).then(
        () => true,
        () => false,
      );
    },
    45_000,
  );
}

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
    await stage.browser.closePanel();
    const tab = await stage.browser.openTab(page('/pdf'));
    // Without the panel beside it the viewer draws the sentence of this page there, and a click elsewhere would deselect it.
    await selectAllAndSummarize(tab, 'body', { at: stage.pdfSentence });
    expect(sentText()).toContain(PDF_SENTENCE);
    await (await stage.browser.panel()).waitFor('button', 'Try again');
  });

  it('[R36] answers about a selection in a frame of another origin', async () => {
    const tab = await stage.browser.openTab(page('/frame'));
    await selectAllAndSummarize(tab, '#other');
    expect(sentText()).toContain('A fog signal takes over where a light fails.');
  });

  it('[R39] answers about a page of the browser itself', async () => {
    const { url, selector } = stage.ownPage;
    const tab = await stage.browser.openTab(url);
    await stage.choose(tab, selector, 'summarize');
    await (await stage.browser.panel()).waitFor('button', 'Try again');
  });
});
