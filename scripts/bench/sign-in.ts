import type { BrowserSession, View } from '../../tests/drivers/driver.ts';

/** Signs in to Companion through the real popup and consent page, which also loads the models. */
export async function signIn(browser: BrowserSession, anyView: View): Promise<void> {
  await (await browser.openPopup()).click('button', 'Sign in with Hugging Face');
  await (await browser.signInWindow()).click('button', 'Allow');
  await anyView.waitUntil('the popup to close', async () => !(await browser.popup()));
  await (await browser.openPopup()).waitFor('button', 'Account');
  await browser.closePopup();
}
