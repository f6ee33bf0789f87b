import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStage, showsAnswer, SIGN_IN, type Stage, wordsOf } from '../stage.ts';

const NOTE = /^This browser keeps nothing on disk/;

let stage: Stage;

beforeAll(async () => {
  stage = await openStage('nothing-on-disk', {}, { privateBrowsing: 'always' });
});
afterAll(() => stage.close());

const sentWords = () => wordsOf(stage.hub.chats.at(-1)?.sentText ?? '');
const stored = (area: 'local' | 'session') =>
  stage.browser.evaluateInBackground<string>(
    `chrome.storage.${area}.get(null).then((all) => JSON.stringify(all))`,
  );
/** The texts of what the popup says by itself. */
async function notes(): Promise<string[]> {
  const popup = await stage.browser.openPopup();
  await popup.waitFor('button', 'Account');
  return popup.evaluate(
    `[...document.querySelectorAll('[role=status]')].map(({ innerText }) => innerText)`,
  );
}

describe('a Firefox that never remembers history', () => {
  it('is one: it has no database', async () => {
    const words = await stage.browser.evaluateInBackground<string>(
      `new Promise((resolve) => {
        const opening = indexedDB.open('probe');
        opening.onsuccess = () => resolve('opened');
        opening.onerror = () => resolve(opening.error.name);
      })`,
    );
    expect(words).toBe('InvalidStateError');
  });

  it('[R43] signs in, and the popup says that it will not last', async () => {
    await stage.signIn();
    expect(await notes()).toContainEqual(expect.stringMatching(NOTE));
    await stage.browser.closePopup();
  });

  it('[R43] [TK-01] keeps no token where a script in a page could read it', async () => {
    expect(await stored('local')).toContain('Ada Lovelace');
    // Lists of models count tokens of another kind.
    expect(await stored('local')).not.toMatch(/hf_|(?:access|refresh|id)_?token/i);
    expect(await stored('session')).toContain('refreshToken.');
  });

  it('[R43] answers in the sidebar what was chosen in the menu', async () => {
    await stage.choose(stage.article, '#p1', 'summarize');
    const panel = await stage.browser.panel();
    await panel.waitFor('button', 'Try again');
    expect(sentWords()).toContain('lens');
    await showsAnswer(panel, sentWords());
  });

  it('[R43] renews an access token that has expired', async () => {
    const { article, browser, hub } = stage;
    await browser.evaluateInBackground(`chrome.storage.session.get(null).then((all) => {
      const [key] = Object.keys(all).filter((name) => name.startsWith('accessToken.'));
      return chrome.storage.session.set({ [key]: { ...all[key], expiresAt: Date.now() - 1 } });
    })`);
    const renewals = () =>
      hub.requests.filter(({ body }) => body?.includes('grant_type=refresh_token')).length;
    expect(renewals()).toBe(0);
    await stage.choose(stage.article, '#p2', 'summarize');
    await article.waitUntil('the answer', async () => hub.chats.at(-1)?.state === 'finished');
    expect(renewals()).toBe(1);
  });

  it('[R43] does not say so again once that was dismissed, nor after the next sign-in', async () => {
    const { browser, hub } = stage;
    const popup = await browser.openPopup();
    expect(await notes()).toContainEqual(expect.stringMatching(NOTE));
    await popup.click('button', 'Dismiss');
    await popup.waitFor('button', 'Dismiss', { gone: true });
    expect(await notes()).not.toContainEqual(expect.stringMatching(NOTE));

    await popup.click('button', 'Account');
    await popup.click('menuitem', 'Sign out');
    await popup.waitFor('button', SIGN_IN);
    expect(await stored('session')).not.toContain('Token.');
    await browser.closePopup();
    await hub.revoke();
    await stage.signIn();
    expect(await notes()).not.toContainEqual(expect.stringMatching(NOTE));
    await browser.closePopup();
  });
});
