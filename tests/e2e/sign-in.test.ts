import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openStage, popupClosed, SIGN_IN, type Stage } from './stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage('sign-in');
});
afterEach(() => stage.browser.setOffline(false));
afterAll(() => stage.close());

describe('the popup of somebody who is signed out', () => {
  it('shows one button and what it may do', async () => {
    const popup = await stage.browser.openPopup();
    await popup.waitFor('button', SIGN_IN);
    expect(await popup.names('button')).toEqual([SIGN_IN]);
    const words = await popup.text('main', '');
    expect(words).toContain('You pay, from your account');
    expect(words).toContain('Not affiliated with Hugging Face');
  });
});

describe('sign-in in the real window', () => {
  it('[R8] says that access was declined after Deny', async () => {
    const { browser, article } = stage;
    await (await browser.openPopup()).click('button', SIGN_IN);
    await (await browser.signInWindow()).click('button', 'Deny');
    await popupClosed(browser, article);
    const popup = await browser.openPopup();
    expect(await popup.text('alert', '')).toContain('You declined access');
  });

  it('[R7] says that the window was closed, and stays usable', async () => {
    const { browser, article } = stage;
    await (await browser.openPopup()).click('button', SIGN_IN);
    await (await browser.signInWindow()).waitFor('button', 'Allow');
    await browser.closeSignInWindow();
    await popupClosed(browser, article);
    const popup = await browser.openPopup();
    expect(await popup.text('alert', '')).toContain('window was closed');
    expect((await popup.state('button', SIGN_IN)).disabled).toBe(false);
  });

  it('[R12] says that there is no connection when offline', async () => {
    const { browser, article } = stage;
    await browser.closePopup();
    await popupClosed(browser, article);
    await browser.setOffline(true);
    const popup = await browser.openPopup();
    await popup.click('button', SIGN_IN);
    // Which of the two depends on `navigator.onLine`, which the emulation does not hold steady.
    await popup.waitUntil('the words', async () =>
      /You seem to be offline|can't be reached/.test(await popup.text('alert', '')),
    );
    await browser.closePopup();
  });

  it('[AU-12] shows the account after Allow, though the popup was closed meanwhile', async () => {
    const { browser, article } = stage;
    await (await browser.openPopup()).click('button', SIGN_IN);
    await (await browser.signInWindow()).click('button', 'Allow');
    await popupClosed(browser, article);
    const popup = await browser.openPopup();
    await popup.waitFor('button', 'Account');
    const header = await popup.text('banner', '');
    for (const part of ['Ada Lovelace', '@ada', 'PRO', 'Analytical Engine']) {
      expect(header).toContain(part);
    }
  });

  it('[TK-05] has sent no cookie from the background', () => {
    const calls = stage.hub.requests.filter(
      ({ path }) => path.startsWith('/oauth/token') || path.startsWith('/oauth/userinfo'),
    );
    expect(calls.length).toBeGreaterThanOrEqual(2);
    for (const { headers } of calls) expect(headers['cookie']).toBeUndefined();
  });

  it('[AU-18] sign-out forgets account and tokens, offline too', async () => {
    const { browser } = stage;
    const popup = await browser.openPopup();
    await browser.setOffline(true);
    await popup.click('button', 'Account');
    await popup.click('menuitem', 'Sign out');
    await popup.waitFor('button', SIGN_IN);
    const stored = await browser.evaluateInBackground<string>(
      `Promise.all([chrome.storage.local.get(null), chrome.storage.session.get(null)])
        .then((areas) => JSON.stringify(areas))`,
    );
    expect(stored).not.toContain('hf_oauth_');
    expect(stored).not.toContain('Ada');
    await browser.closePopup();
  });
});
