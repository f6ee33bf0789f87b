import { chromium } from '../drivers/chromium.ts';
import type { BrowserSession, MenuItem, View } from '../drivers/driver.ts';
import { startXvfb } from '../drivers/xvfb.ts';
import { buildAgainst } from '../hub/build-against.ts';
import { startHub, type Hub } from '../hub/hub.ts';
import { ACTION_IDS, type ActionId } from '../../utils/actions/action.ts';
import { CHROMIUM_REDIRECT_URI } from '../../utils/config/extension-ids.ts';

export const SIGN_IN = 'Sign in with Hugging Face';

/** The choice has arrived when the Hub's next chat has, if nothing else is given. */
type How = Partial<Pick<MenuItem, 'at' | 'arrived' | 'menuTimeoutMs'>>;

/** A local Hub, the production build against it, and a browser with it on a screen of its own. */
export interface Stage {
  hub: Hub;
  browser: BrowserSession;
  /** The built extension that the browser has loaded. */
  extensionDir: string;
  /** A tab with the Hub's article. */
  article: View;
  /** Signs in through the real popup and consent page. */
  signIn(): Promise<void>;
  /** Selects an element's text and chooses an action in the native menu on it. */
  choose(tab: View, selector: string, action: ActionId, how?: How): Promise<void>;
  /** Chooses an action in the native menu on what is selected already. */
  chooseOnSelection(tab: View, selector: string, action: ActionId, how?: How): Promise<void>;
  close(): Promise<void>;
}

/**
 * Sets the stage for one file of specs.
 *
 * @param name of the file, and of its build: origins are fixed at build time, so each has its own
 */
export async function openStage(
  name: string,
  environment: Record<string, string> = {},
): Promise<Stage> {
  const hub = await startHub({ redirectUris: [CHROMIUM_REDIRECT_URI] });
  const extensionDir = await buildAgainst(hub, `e2e-${name}`, environment);
  const display = await startXvfb();
  const browser = await chromium.launch({ extensionDir, display });
  const article = await browser.openTab(hub.articleUrl);
  const stage: Stage = {
    hub,
    browser,
    extensionDir,
    article,
    async signIn() {
      await (await browser.openPopup()).click('button', SIGN_IN);
      await (await browser.signInWindow()).click('button', 'Allow');
      await popupClosed(browser, article);
      await (await browser.openPopup()).waitFor('button', 'Account');
      await browser.closePopup();
    },
    async choose(tab, selector, action, how) {
      await browser.select(tab, selector);
      await stage.chooseOnSelection(tab, selector, action, how);
    },
    async chooseOnSelection(tab, selector, action, how) {
      const before = hub.chats.length;
      await browser.chooseFromContextMenu(tab, selector, {
        index: ACTION_IDS.indexOf(action),
        of: ACTION_IDS.length,
        arrived: async () => hub.chats.length > before,
        ...how,
      });
    },
    async close() {
      await browser.close();
      await display.stop();
      await hub.close();
    },
  };
  return stage;
}

/** The words of a text alone: the same in Markdown and in what is shown of it. */
export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Waits until a view shows these words as the answer, no more and no fewer. */
export async function showsAnswer(view: View, words: readonly string[]): Promise<void> {
  const wanted = words.join(' ');
  let shown = '';
  await view.waitUntil(`the answer "${wanted}"`, async () => {
    shown = wordsOf(await view.text('region', 'Answer')).join(' ');
    if (shown !== wanted) throw new Error(`it shows "${shown}"`);
    return true;
  });
}

/** The popup closes by itself when the sign-in window does. */
export async function popupClosed(browser: BrowserSession, view: View): Promise<void> {
  await view.waitUntil('the popup to close', async () => !(await browser.popup()));
}
