import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStage, showsAnswer, type Stage, wordsOf } from '../stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage('private-window', {}, { privateBrowsing: 'window' });
});
afterAll(() => stage.close());

const sentWords = () => wordsOf(stage.hub.chats.at(-1)?.sentText ?? '');

describe('a private window of a Firefox that remembers its history', () => {
  it('is one', async () => {
    const popup = await stage.browser.openPopup();
    expect(await popup.evaluate('chrome.extension.inIncognitoContext')).toBe(true);
    await stage.browser.closePopup();
    expect(await stage.browser.evaluateInBackground('chrome.extension.inIncognitoContext')).toBe(
      false,
    );
  });

  it('[R43] signs in, with the token in the database and not a word about it', async () => {
    await stage.signIn();
    const names = await stage.browser.evaluateInBackground<string[]>(
      `indexedDB.databases().then((all) => all.map(({ name }) => name))`,
    );
    expect(names).toContain('companion-secrets');
    const popup = await stage.browser.openPopup();
    expect(await popup.has('button', 'Dismiss')).toBe(false);
    await stage.browser.closePopup();
  });

  it('[R43] answers in its sidebar what was chosen in its menu', async () => {
    await stage.choose(stage.article, '#p1', 'summarize');
    const panel = await stage.browser.panel();
    await panel.waitFor('button', 'Try again');
    expect(await panel.evaluate('chrome.extension.inIncognitoContext')).toBe(true);
    expect(sentWords()).toContain('lens');
    await showsAnswer(panel, sentWords());
  });

  it('[R43] shows the same answer in its popup, and can try again there', async () => {
    const { browser, hub } = stage;
    const popup = await browser.openPopup();
    await showsAnswer(popup, sentWords());
    const before = hub.chats.length;
    await popup.click('button', 'Try again');
    await popup.waitUntil('another answer', async () => hub.chats[before]?.state === 'finished');
    await showsAnswer(popup, sentWords());
    await browser.closePopup();
  });
});
