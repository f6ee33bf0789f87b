import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { View } from '../../drivers/driver.ts';
import { closedPort } from './closed-port.ts';
import { openStage, popupClosed, SIGN_IN, type Stage } from '../stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage('sign-in-window');
});
afterEach(async () => {
  stage.hub.clearFaults();
  await stage.browser.closeSignInWindow();
});
afterAll(() => stage.close());

const requestsOf = (path: string) =>
  stage.hub.requests.filter((request) => request.path.startsWith(path));
const exchanges = () =>
  requestsOf('/oauth/token').filter(({ body }) => body?.includes('grant_type=authorization_code'));

/** Clicks the button in the popup and waits for the page to decide on. */
async function beginSignIn(): Promise<View> {
  const { browser, article } = stage;
  await (await browser.openPopup()).click('button', SIGN_IN);
  const window = await browser.signInWindow();
  await window.waitFor('button', 'Allow');
  await popupClosed(browser, article);
  return window;
}

/** Signs in, and out again: the window and the flow are free. */
async function signInAndOut(): Promise<void> {
  await stage.signIn();
  await signOut();
}

async function signOut(): Promise<void> {
  const popup = await stage.browser.openPopup();
  await popup.click('button', 'Account');
  await popup.click('menuitem', 'Sign out');
  await popup.waitFor('button', SIGN_IN);
  await stage.browser.closePopup();
  // So that the Hub asks again.
  await stage.hub.revoke();
}

async function closed(window: View): Promise<void> {
  await stage.article.waitUntil('the window to close', async () => !(await window.isOpen()));
}

/** Presses Cancel in the popup, opened again, and expects it to be as if nothing had been. */
async function cancelInPopup(window: View): Promise<void> {
  const popup = await stage.browser.openPopup();
  expect(await popup.text('status', '')).toContain('Waiting for the sign-in window…');
  await popup.click('button', 'Cancel');
  await closed(window);
  await popup.waitFor('button', 'Cancel', { gone: true });
  expect((await popup.state('button', SIGN_IN)).disabled).toBe(false);
  expect(await popup.names('alert')).toEqual([]);
  await stage.browser.closePopup();
}

describe("Firefox's sign-in window", () => {
  it('[AU-16] asks the Hub for its page twice, and gets one code and one account for it', async () => {
    await stage.signIn();
    const asked = requestsOf('/oauth/authorize?').map(({ path }) => path);
    // Once by itself, to see whether a page is needed at all; otherwise there is nothing to prove.
    expect(asked.length).toBe(2);
    expect(new Set(asked).size).toBe(1);
    expect(exchanges()).toHaveLength(1);
    await signOut();
  });

  it('[R12] [AU-16] is closed by Cancel where its page cannot be reached', async () => {
    const { browser, hub, article } = stage;
    const location = await closedPort();
    hub.fault({ kind: 'redirect', path: '/oauth/authorize', location, times: 10 });
    await (await browser.openPopup()).click('button', SIGN_IN);
    const window = await article.waitUntil('the error page of the browser', async () => {
      for (const view of await browser.views()) {
        const address = await view.evaluate<string>('document.documentURI').catch(() => '');
        if (address.startsWith('about:neterror')) return view;
      }
      return undefined;
    });
    await window.bringToFront();
    await popupClosed(browser, article);
    hub.clearFaults();
    await cancelInPopup(window);
    await signInAndOut();
  });

  it('[AU-16] is given up by Cancel before it opens, where the Hub does not answer', async () => {
    const { browser, hub, article } = stage;
    hub.requests.length = 0;
    hub.fault({ kind: 'silent', path: '/oauth/authorize' });
    const popup = await browser.openPopup();
    await popup.click('button', SIGN_IN);
    await article.waitUntil('the request', async () => requestsOf('/oauth/authorize').length > 0);
    await popup.click('button', 'Cancel');
    await popup.waitFor('button', 'Cancel', { gone: true });
    expect(await popup.names('alert')).toEqual([]);
    await browser.closePopup();
    // Firefox still waits for the first one; it must not take the new window for its own.
    await signInAndOut();
  });

  it('[R10] that was left over is told of, and signing in works when it is closed', async () => {
    const { browser } = stage;
    await beginSignIn();
    // A background that knows nothing of it, such as that of another version.
    await browser.evaluateInBackground(`chrome.storage.session.remove('signIn')`);
    await browser.killBackground();
    const popup = await browser.openPopup();
    await popup.click('button', SIGN_IN);
    expect(await popup.text('alert', '')).toContain('A sign-in window is already open');
    await browser.closePopup();
    // It has loaded the page of this sign-in too, which nobody waits for.
    const window = await browser.signInWindow();
    await browser.closeSignInWindow();
    await closed(window);
    await signInAndOut();
  });
});
