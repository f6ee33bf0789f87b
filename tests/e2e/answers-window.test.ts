import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { View } from '../drivers/driver.ts';
import { openStage, showsAnswer, wordsOf, type Stage } from './stage.ts';

let stage: Stage;
let options: View;

beforeAll(async () => {
  stage = await openStage('answers-window');
  await stage.signIn();
  options = await stage.browser.openTab(stage.browser.extensionUrl('options.html#answers'));
});
afterAll(() => stage.close());

const sentWords = () => wordsOf(stage.hub.chats.at(-1)?.sentText ?? '');

/** The addresses of all documents that show answers. */
async function panels(): Promise<string[]> {
  const urls = (await stage.browser.views()).map((view) => view.url().catch(() => ''));
  return (await Promise.all(urls)).filter((url) => url.includes('/sidepanel.html'));
}

async function showAnswersIn(where: string): Promise<void> {
  await options.click('radio', where);
  await options.waitUntil(
    'the choice to be stored',
    async () => (await options.state('radio', where)).checked === true,
  );
}

/** Chooses Summarize in the menu, and expects the answer to be shown. */
async function summarize(selector: string): Promise<View> {
  await stage.choose(stage.article, selector, 'summarize');
  const panel = await stage.browser.panel();
  await panel.waitUntil('the answer', async () => stage.hub.chats.at(-1)?.state === 'finished');
  await panel.waitFor('button', 'Try again');
  await showsAnswer(panel, sentWords());
  return panel;
}

describe('answers in a small window of their own', () => {
  it('[BR-04] open there and not in the panel when the options say so', async () => {
    await showAnswersIn('In a small window of their own');
    const window = await summarize('#p1');
    expect(await panels()).toEqual([expect.stringMatching(/\/sidepanel\.html\?window=\d+$/)]);
    expect(await window.evaluate('chrome.windows.getCurrent().then(({ type }) => type)')).toBe(
      'popup',
    );
  });

  it('[BR-04] come into the window that is open already', async () => {
    const before = await panels();
    await summarize('#p2');
    expect(await panels()).toEqual(before);
  });

  it('[BR-04] open in the panel again when the options say that', async () => {
    await (await stage.browser.panel()).close();
    await showAnswersIn("In the browser's side panel");
    await summarize('#p3');
    expect(await panels()).toEqual([expect.stringMatching(/\/sidepanel\.html$/)]);
  });
});
