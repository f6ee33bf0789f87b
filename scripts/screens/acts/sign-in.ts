import { ask, forgetRuns, readStored } from '../page-world.ts';
import type { Scene } from '../scene.ts';

/** Ada signs in, with the real window and the Hub's own page, and has asked nothing yet. */
export async function signIn(scene: Scene): Promise<void> {
  const page = await scene.open('options.html');
  await ask(page, 'session.cancel-sign-in');
  await ask(page, 'session.sign-in');
  await (await scene.browser.signInWindow()).click('button', 'Allow');
  await page.waitUntil('the account', async () => {
    const accounts = await readStored<{ active?: string }>(page, 'local', 'accounts');
    return accounts?.active !== undefined;
  });
  await page.bringToFront();
  await ask(page, 'models.refresh');
  await forgetRuns(page);
}
