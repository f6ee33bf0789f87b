import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inject } from 'vitest';
import { chromium } from '../drivers/chromium.ts';
import type { BrowserSession, Driver, LaunchOptions, MenuItem, View } from '../drivers/driver.ts';
import { firefox } from '../drivers/firefox.ts';
import { startXvfb } from '../drivers/xvfb.ts';
import { messagesOf } from '../../scripts/locales/one-locale.ts';
import { buildAgainst } from '../hub/build-against.ts';
import { startHub, type Hub, type HubOptions } from '../hub/hub.ts';
import { ACTION_IDS, type ActionId } from '../../utils/actions/action.ts';
import { closeSwept } from './leak-sweep.ts';
import { CHROMIUM_REDIRECT_URI, FIREFOX_REDIRECT_URI } from '../../utils/config/extension-ids.ts';

export const SIGN_IN = 'Sign in with Hugging Face';

/** The choice has arrived when the Hub's next chat has, if nothing else is given. */
type How = Partial<Pick<MenuItem, 'at' | 'arrived' | 'menuTimeoutMs'>>;

declare module 'vitest' {
  /** What the projects of vitest.config.ts tell their specs. */
  interface ProvidedContext {
    browser: 'chromium' | 'firefox';
  }
}

/** In what a browser differs from the others for the person in front of it. */
interface Traits {
  readonly redirectUri: string;
  /** A page of the browser's own, and an element with text on it. */
  readonly ownPage: { readonly url: string; readonly selector: string };
  /** Where the browser's viewer, without the panel beside it, draws the sentence of the Hub's PDF. */
  readonly pdfSentence: { readonly x: number; readonly y: number };
}

interface Browser extends Traits {
  readonly driver: Driver;
  /** WXT's name of it. */
  readonly target: 'chrome' | 'firefox';
}

const BROWSERS: Readonly<Record<'chromium' | 'firefox', Browser>> = {
  chromium: {
    driver: chromium,
    target: 'chrome',
    redirectUri: CHROMIUM_REDIRECT_URI,
    ownPage: { url: 'chrome://version', selector: '#copyright' },
    pdfSentence: { x: 700, y: 148 },
  },
  firefox: {
    driver: firefox,
    target: 'firefox',
    redirectUri: FIREFOX_REDIRECT_URI,
    ownPage: { url: 'about:license', selector: '#lic-info p' },
    pdfSentence: { x: 640, y: 148 },
  },
};

/** A local Hub, the production build against it, and a browser with it on a screen of its own. */
export interface Stage extends Traits {
  hub: Hub;
  browser: BrowserSession;
  /** The built extension that the browser has loaded. */
  extensionDir: string;
  /** A tab with the Hub's article. */
  article: View;
  /** A word of the build, by its key with dots: those of `SIGN_IN` are `account.signIn`. */
  word: (key: string) => string;
  /** Signs in through the real popup and consent page. */
  signIn(): Promise<void>;
  /** Selects an element's text and chooses an action in the native menu on it. */
  choose(tab: View, selector: string, action: ActionId, how?: How): Promise<void>;
  /** Chooses an action in the native menu on what is selected already. */
  chooseOnSelection(tab: View, selector: string, action: ActionId, how?: How): Promise<void>;
  /** Ends the whole browser by SIGKILL, starts it again with the same profile, and opens the article. */
  killAndReopen(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Sets the stage for one file of specs, in the browser of the project that runs it.
 *
 * @param name of the file, and of its build: origins are fixed at build time, so each has its own
 * @param launch what only some browsers can do, what the Hub answers if not by itself, and the build's one
 *   language if not all of them
 */
export async function openStage(
  name: string,
  environment: Record<string, string> = {},
  launch: Pick<LaunchOptions, 'preferences' | 'privateBrowsing' | 'keepsFirstRun' | 'colorScheme'> &
    Pick<HubOptions, 'script'> & { locale?: string } = {},
): Promise<Stage> {
  const { driver, target, ...traits } = BROWSERS[inject('browser')];
  const redirectUris = [CHROMIUM_REDIRECT_URI, FIREFOX_REDIRECT_URI];
  const { script, locale, ...preferred } = launch;
  const messages = await messagesOf(locale ?? 'en');
  const hub = await startHub({ redirectUris, ...(script && { script }) });
  const wanted = { browser: target, locale };
  const extensionDir = await buildAgainst(hub, `e2e-${name}`, environment, wanted);
  const display = await startXvfb();
  const userDataDir = await mkdtemp(path.join(tmpdir(), 'companion-profile-'));
  const open = () => driver.launch({ extensionDir, display, userDataDir, ...preferred });
  const opened = await open();
  const firstArticle = await opened.openTab(hub.articleUrl);
  const stage: Stage = {
    ...traits,
    hub,
    browser: opened,
    extensionDir,
    article: firstArticle,
    word(key) {
      const words = messages[key.replaceAll('.', '_')]?.message;
      if (words === undefined) throw new Error(`no message ${key}`);
      return words;
    },
    async signIn() {
      const { browser, article } = stage;
      await (await browser.openPopup()).click('button', stage.word('account.signIn'));
      await (await browser.signInWindow()).click('button', 'Allow');
      await popupClosed(browser, article);
      await (await browser.openPopup()).waitFor('button', stage.word('account.menu'));
      await browser.closePopup();
    },
    async choose(tab, selector, action, how) {
      await stage.browser.select(tab, selector);
      await stage.chooseOnSelection(tab, selector, action, how);
    },
    async chooseOnSelection(tab, selector, action, how) {
      const before = hub.chats.length;
      await stage.browser.chooseFromContextMenu(tab, selector, {
        index: ACTION_IDS.indexOf(action),
        of: ACTION_IDS.length,
        arrived: async () => hub.chats.length > before,
        ...how,
      });
    },
    async killAndReopen() {
      await stage.browser.kill();
      stage.browser = await open();
      stage.article = await stage.browser.openTab(hub.articleUrl);
    },
    async close() {
      try {
        // At the end of every file, so that the whole run has been searched.
        await closeSwept({ hub, browser: stage.browser }, userDataDir);
      } finally {
        await display.stop();
        await hub.close();
      }
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
