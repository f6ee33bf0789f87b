import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { View } from '../drivers/driver.ts';
import { openStage, popupClosed, SIGN_IN, type Stage } from './stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage('sign-in-ends');
});
afterAll(() => stage.close());

/** The page to decide on, with the popup closed. */
async function signInPage(): Promise<View> {
  const { browser, article } = stage;
  const window = await browser.signInWindow();
  await window.waitFor('button', 'Allow');
  // Nobody manages windows on this screen, so the new one has not taken the focus from the popup.
  await article.bringToFront();
  await popupClosed(browser, article);
  return window;
}

async function beginInPopup(): Promise<View> {
  await (await stage.browser.openPopup()).click('button', SIGN_IN);
  return await signInPage();
}

async function closed(window: View): Promise<void> {
  await stage.article.waitUntil('the window to close', async () => !(await window.isOpen()));
}

/** Signs in, and out again, so that the Hub asks anew. */
async function signInAndOut(): Promise<void> {
  const { browser, hub } = stage;
  await stage.signIn();
  const popup = await browser.openPopup();
  await popup.click('button', 'Account');
  await popup.click('menuitem', 'Sign out');
  await popup.waitFor('button', SIGN_IN);
  await browser.closePopup();
  await hub.revoke();
}

/** Expects a view to offer a sign-in as if there had never been one. */
async function isFresh(view: View): Promise<void> {
  await view.waitFor('button', 'Cancel', { gone: true });
  expect((await view.state('button', SIGN_IN)).disabled).toBe(false);
  expect(await view.names('alert')).toEqual([]);
}

describe('a sign-in that comes to nothing', () => {
  it('[AU-16] ends by Cancel, its window too, without a word of trouble', async () => {
    const window = await beginInPopup();
    const popup = await stage.browser.openPopup();
    expect(await popup.text('status', '')).toContain('Waiting for the sign-in window…');
    await popup.click('button', 'Cancel');
    await closed(window);
    await isFresh(popup);
    await stage.browser.closePopup();
    await signInAndOut();
  });

  it('[AU-15] [R4] is called interrupted when the background was stopped, and its window closed', async () => {
    const { browser } = stage;
    const window = await beginInPopup();
    await browser.killBackground();
    expect(await window.isOpen()).toBe(true);
    const popup = await browser.openPopup();
    expect(await popup.text('alert', '')).toContain('The sign-in was interrupted');
    await closed(window);
    await browser.closePopup();
    await signInAndOut();
  });

  it('[AU-16] ends by Cancel also when the background was stopped', async () => {
    const { browser } = stage;
    const options = await browser.openTab(browser.extensionUrl('options.html'));
    await options.click('button', SIGN_IN);
    const window = await browser.signInWindow();
    await window.waitFor('button', 'Allow');
    await browser.killBackground();
    await options.click('button', 'Cancel');
    await closed(window);
    await options.close();
    await isFresh(await browser.openPopup());
    await browser.closePopup();
    await signInAndOut();
  });
});

describe('two clicks in the popup and two on the options page', () => {
  it('[AU-13] [R9] open one window and bring one account', async () => {
    const { browser, hub } = stage;
    const options = await browser.openTab(browser.extensionUrl('options.html'));
    const popup = await browser.openPopup();
    await options.waitFor('button', SIGN_IN);
    await popup.waitFor('button', SIGN_IN);
    const before = hub.requests.length;
    // Before a page has heard of the first of them.
    const clickTwice = `(() => {
      const buttons = [...document.querySelectorAll('button')];
      const button = buttons.find(({ textContent }) => textContent === '${SIGN_IN}');
      button.click();
      button.click();
    })()`;
    await Promise.all([popup.evaluate(clickTwice), options.evaluate(clickTwice)]);
    await (await browser.signInWindow()).click('button', 'Allow');
    await options.waitFor('heading', 'Permissions');
    expect(await options.names('alert')).toEqual([]);
    const asked = hub.requests.slice(before).map(({ path }) => path);
    expect(new Set(asked.filter((path) => path.startsWith('/oauth/authorize?'))).size).toBe(1);
    expect(asked.filter((path) => path === '/oauth/token')).toHaveLength(1);
    const accounts = { within: { role: 'group', name: 'Accounts' } } as const;
    expect(await options.names('button', accounts)).toEqual(['Sign out', 'Add account']);
    await options.close();
  });
});
