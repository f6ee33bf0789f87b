import type { BrowserSession, LaunchOptions, View } from '../../drivers/driver.ts';
import { firefox } from '../../drivers/firefox.ts';
import { startXvfb } from '../../drivers/xvfb.ts';
import { buildAgainst } from '../../hub/build-against.ts';
import { startHub, type Hub } from '../../hub/hub.ts';
import { ACTION_IDS, type ActionId } from '../../../utils/actions/action.ts';
import { FIREFOX_REDIRECT_URI } from '../../../utils/config/extension-ids.ts';
import { popupClosed, SIGN_IN } from '../stage.ts';

/** A local Hub, the production build against it, and a Firefox that is launched as a spec wants it. */
export interface FirefoxStage {
  hub: Hub;
  browser: BrowserSession;
  /** A tab with the Hub's article. */
  article: View;
  /** Signs in through the real popup and consent page. */
  signIn(): Promise<void>;
  /** Selects an element's text and chooses an action in the native menu on it. */
  choose(selector: string, action: ActionId, arrived?: () => Promise<boolean>): Promise<void>;
  close(): Promise<void>;
}

/**
 * Sets the stage for one file of specs.
 *
 * @param name of the file, and of its build: origins are fixed at build time, so each has its own
 */
export async function openFirefoxStage(
  name: string,
  launch: Pick<LaunchOptions, 'preferences' | 'privateBrowsing'>,
): Promise<FirefoxStage> {
  const hub = await startHub({ redirectUris: [FIREFOX_REDIRECT_URI] });
  const extensionDir = await buildAgainst(hub, `e2e-${name}`, {}, 'firefox');
  const display = await startXvfb();
  const browser = await firefox.launch({ extensionDir, display, ...launch });
  const article = await browser.openTab(hub.articleUrl);
  return {
    hub,
    browser,
    article,
    async signIn() {
      await (await browser.openPopup()).click('button', SIGN_IN);
      await (await browser.signInWindow()).click('button', 'Allow');
      await popupClosed(browser, article);
      await (await browser.openPopup()).waitFor('button', 'Account');
      await browser.closePopup();
    },
    async choose(selector, action, arrived) {
      const before = hub.chats.length;
      await browser.select(article, selector);
      await browser.chooseFromContextMenu(article, selector, {
        index: ACTION_IDS.indexOf(action),
        of: ACTION_IDS.length,
        arrived: arrived ?? (async () => hub.chats.length > before),
      });
    },
    async close() {
      await browser.close();
      await display.stop();
      await hub.close();
    },
  };
}
