import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserSession, View } from '../../tests/drivers/driver.ts';
import { startXvfb } from '../../tests/drivers/xvfb.ts';
import type { Hub } from '../../tests/hub/hub.ts';
import { ACTION_IDS } from '../../utils/actions/action.ts';
import type { DemoBrowser } from './browsers.ts';
import { Steps } from './steps.ts';

const PICTURES = fileURLToPath(new URL('../../.output/demo/', import.meta.url));
const SIGN_IN = 'Sign in with Hugging Face';

/** Plays sign-in, a summary from the native menu, the popup and sign-out on a virtual screen. */
export async function playJourney(
  { driver, panel }: DemoBrowser,
  hub: Hub,
  extensionDir: string,
): Promise<void> {
  await rm(PICTURES, { recursive: true, force: true });
  await mkdir(PICTURES, { recursive: true });
  const display = await startXvfb();
  const browser = await driver.launch({ extensionDir, display });
  const steps = new Steps(async (name) => {
    const popup = await browser.popup();
    // The document can be ready before it is painted; one that another window covers never is.
    await popup?.evaluate(
      'new Promise((done) => { requestAnimationFrame(() => setTimeout(done)); setTimeout(done, 500) })',
    );
    await browser.screenshotDesktop(path.join(PICTURES, `${name}.png`));
  });
  try {
    const article = await browser.openTab(hub.articleUrl);
    await signIn(steps, browser, article);
    await selectText(steps, browser, article);
    await summarize(steps, browser, { article, hub, panel });
    await lookAtPopup(steps, browser);
    process.stdout.write(`\nAll ${steps.done} steps worked. Pictures: ${PICTURES}\n`);
  } finally {
    await browser.close();
    await display.stop();
  }
}

async function signIn(steps: Steps, browser: BrowserSession, article: View): Promise<void> {
  await steps.step('popup-signed-out', 'open the popup by its shortcut, signed out', async () => {
    const popup = await browser.openPopup();
    await popup.waitFor('button', SIGN_IN);
    return 'one button';
  });
  await steps.step('consent', 'sign in: the consent page opens', async () => {
    await (await browser.openPopup()).click('button', SIGN_IN);
    const consent = await browser.signInWindow();
    await consent.waitFor('button', 'Allow');
    return 'Allow and Deny';
  });
  await steps.step('signed-in', 'allow, and see the account in the popup', async () => {
    await (await browser.signInWindow()).click('button', 'Allow');
    // The popup closes with the sign-in window; the answer is there when it is opened again.
    await article.waitUntil('the popup to close', async () => !(await browser.popup()));
    const popup = await browser.openPopup();
    await popup.waitFor('button', 'Account');
    return (await popup.evaluate<string>('document.querySelector("header").innerText'))
      .split('\n')
      .join(' ');
  });
  await browser.closePopup();
}

async function selectText(steps: Steps, browser: BrowserSession, article: View): Promise<void> {
  await steps.step('selected', 'select two paragraphs of the article', async () => {
    await browser.select(article, '#p1', '#p2');
    return `${await article.evaluate<number>('getSelection().toString().length')} characters`;
  });
}

async function summarize(
  steps: Steps,
  browser: BrowserSession,
  { article, hub, panel }: { article: View; hub: Hub; panel: string },
): Promise<void> {
  const before = hub.chats.length;
  await steps.step('panel', `right-click, Summarize in the native menu, ${panel}`, async () => {
    await browser.chooseFromContextMenu(article, '#p1', {
      index: ACTION_IDS.indexOf('summarize'),
      of: ACTION_IDS.length,
      arrived: async () => hub.chats.length > before,
    });
    await (await browser.panel()).waitFor('region', 'Answer');
    return `the ${panel} is open and the answer has begun`;
  });
  await steps.step('answer', 'read the streamed answer to its end', async () => {
    const view = await browser.panel();
    await view.waitFor('button', 'Stop', { gone: true });
    return (await view.text('region', 'Answer')).split('\n')[0] ?? '';
  });
}

async function lookAtPopup(steps: Steps, browser: BrowserSession): Promise<void> {
  await steps.step('popup', 'open the popup: profile, selection, actions, answer', async () => {
    const popup = await browser.openPopup();
    await popup.waitFor('region', 'Answer');
    return `Text holds ${(await popup.value('textbox', 'Text')).length} characters`;
  });
  await steps.step('signed-out', 'sign out from the account menu', async () => {
    const popup = await browser.openPopup();
    await popup.click('button', 'Account');
    await popup.click('menuitem', 'Sign out');
    // There is an answer in the history by now.
    await popup.click('button', 'Sign out and delete');
    await popup.waitFor('button', SIGN_IN);
    return 'signed out';
  });
}
