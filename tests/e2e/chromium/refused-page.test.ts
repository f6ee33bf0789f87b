import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStage, SIGN_IN, type Stage } from '../stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage('refused-page');
});
afterAll(() => stage.close());

// Firefox shows the page, whatever its status, and leaves the window to the person.
describe('a sign-in page that the Hub refuses to show', () => {
  it('[AU-14] is told of, with a link to the sign-in with a code, which works', async () => {
    const { browser, hub } = stage;
    const headers = { 'cache-control': 'no-store' };
    hub.fault({ kind: 'status', path: '/oauth/authorize', status: 400, body: 'No', headers });
    const popup = await browser.openPopup();
    await popup.click('button', SIGN_IN);
    expect(await popup.text('alert', '')).toContain('The sign-in page did not load');
    await popup.click('link', 'Sign in with a code');
    const options = await browser.tab(browser.extensionUrl('options.html#code'));
    await options.click('button', 'Get a code');
    await options.waitFor('button', 'Copy the code');
    await options.close();
  });

  it('[AU-14] does not stand in the way of the next sign-in', async () => {
    await stage.signIn();
  });
});
