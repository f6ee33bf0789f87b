import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStage, SIGN_IN, type Stage } from './stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage('setup', { OAUTH_CLIENT_ID: '' });
});
afterAll(() => stage.close());

describe('a build without a client id', () => {
  it('shows three steps and the exact redirect URI of this installation', async () => {
    const popup = await stage.browser.openPopup();
    expect(await popup.value('textbox', 'Redirect URI')).toBe(stage.redirectUri);
    expect(await popup.evaluate('chrome.identity.getRedirectURL("oauth2")')).toBe(
      stage.redirectUri,
    );
    expect((await popup.names('listitem')).length).toBe(3);
  });

  it('refuses a pasted token and does not keep it', async () => {
    const popup = await stage.browser.openPopup();
    await popup.fill('textbox', 'Client ID', 'hf_notAClientIdAtAll');
    await popup.press('Enter');
    expect(await popup.text('alert', '')).toContain('token or a secret');
    const stored = await popup.evaluate<string>(
      'chrome.storage.local.get(null).then((all) => JSON.stringify(all))',
    );
    expect(stored).not.toContain('hf_not');
  });

  it('takes a client id right there and goes on to sign-in', async () => {
    const popup = await stage.browser.openPopup();
    await popup.fill('textbox', 'Client ID', stage.hub.clientId);
    await popup.press('Enter');
    await popup.waitFor('button', SIGN_IN);
    await stage.signIn();
  });
});
