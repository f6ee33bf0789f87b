import { writeFile } from 'node:fs/promises';

import { desktopPicture } from './desktop-picture.ts';
import type { BrowserSession, Display, MenuItem, View } from './driver.ts';
import { FirefoxBackground } from './firefox-background.ts';
import type { FirefoxConnection } from './firefox-connection.ts';
import { consoleMessages } from './firefox-console.ts';
import { openDocuments, openTab } from './firefox-documents.ts';
import type { OpenDocument } from './firefox-documents.ts';
import { FirefoxMenu } from './firefox-menu.ts';
import { allowInPrompt } from './firefox-prompt.ts';
import { FirefoxView } from './firefox-view.ts';
import { rightClickPoint, selectExpression } from './page-selection.ts';
import { poll } from './poll.ts';
import { xdotoolOn } from './xdotool.ts';
import type { Xdotool } from './xdotool.ts';

// Named as Firefox does it (browser/components/extensions/parent/ext-browserAction.js).
const PIN = `(extensionId) => {
  const widget = extensionId.toLowerCase().replace(/[^a-z0-9_-]/g, '_') + '-browser-action';
  CustomizableUI.addWidgetToArea(widget, CustomizableUI.AREA_NAVBAR);
}`;

const SET_OFFLINE = `(offline) => { Services.io.offline = offline; }`;

/** What a session stands on. */
export interface FirefoxSessionParts {
  readonly connection: FirefoxConnection;
  readonly close: () => Promise<void>;
  readonly kill: () => Promise<void>;
  readonly display: Display;
  /** The id in the manifest. */
  readonly extensionId: string;
  /** `moz-extension://<another id for each profile>/`. */
  readonly origin: string;
  /** The shortcut of the popup in xdotool's spelling, asked for only when it is needed. */
  readonly popupShortcut: () => string;
  /** The X window of the browser. */
  readonly mainWindow: string;
}

/** A Firefox with our extension in it. */
export class FirefoxSession implements BrowserSession {
  readonly #parts: FirefoxSessionParts;
  readonly #xdotool: Xdotool;
  readonly #background: FirefoxBackground;
  readonly #menu: FirefoxMenu;
  /** Tabs that a spec opened itself, so that an extension page in a tab is not taken for the panel. */
  readonly #tabs = new Set<number>();

  constructor(parts: FirefoxSessionParts) {
    this.#parts = parts;
    this.#xdotool = xdotoolOn(parts.display.name);
    this.#background = new FirefoxBackground(parts.connection, parts.extensionId);
    this.#menu = new FirefoxMenu(parts.connection, parts.extensionId, this.#xdotool);
  }

  extensionUrl(page: string): string {
    return this.#parts.origin + page;
  }

  async openTab(url: string): Promise<View> {
    const browserId = await openTab(this.#parts.connection, url);
    this.#tabs.add(browserId);
    const view = new FirefoxView(this.#parts.connection, browserId);
    if (url !== 'about:blank') await view.loaded();
    return view;
  }

  tab(url: string | RegExp): Promise<View> {
    return this.#loaded(`a tab at ${url}`, (each) =>
      each.kind !== 'tab' ? false : typeof url === 'string' ? each.url === url : url.test(each.url),
    );
  }

  async views(): Promise<View[]> {
    const { connection, extensionId } = this.#parts;
    const open = await openDocuments(connection, extensionId);
    return open.map(({ browserId }) => new FirefoxView(connection, browserId));
  }

  consoleMessages(): Promise<string[]> {
    return consoleMessages(this.#parts.connection, this.#parts.extensionId);
  }

  async signInWindow(): Promise<View> {
    const view = await this.#loaded('the sign-in window', ({ kind }) => kind === 'sign-in');
    // A new window has the focus, and popups close; a screen of ours has no window manager for it.
    await view.bringToFront();
    return view;
  }

  async closeSignInWindow(): Promise<void> {
    await (await this.#find(({ kind }) => kind === 'sign-in'))?.close();
  }

  async openPopup(): Promise<View> {
    await poll(
      'the popup to open',
      async () => {
        if (await this.popup()) return true;
        await this.pressShortcut(this.#parts.popupShortcut());
        return poll('the popup', () => this.popup(), { timeoutMs: 1_500 });
      },
      { timeoutMs: 15_000 },
    );
    return this.#loaded('popup.html', ({ kind }) => kind === 'popup');
  }

  popup(): Promise<View | undefined> {
    return this.#find(({ kind }) => kind === 'popup');
  }

  async closePopup(): Promise<void> {
    await poll('the popup to close', async () => {
      if (!(await this.popup())) return true;
      await this.#xdotool('windowfocus', this.#parts.mainWindow, 'key', 'Escape');
      return poll('', async () => !(await this.popup()), { timeoutMs: 500 });
    });
  }

  panel(): Promise<View> {
    return this.#loaded('the panel', (each) => this.#isPanel(each));
  }

  async closePanel(): Promise<void> {
    await (await this.#find((each) => this.#isPanel(each)))?.close();
  }

  async select(tab: View, startSelector: string, endSelector?: string): Promise<void> {
    await tab.evaluate(selectExpression(startSelector, endSelector));
  }

  async chooseFromContextMenu(tab: View, selector: string, item: MenuItem): Promise<void> {
    await tab.bringToFront();
    const point = await tab.evaluate<{ x: number; y: number }>(rightClickPoint(selector, item.at));
    // Clicking gives the focus, but for a window manager to do so; unfocused, a window drops its menus.
    await this.#xdotool('windowfocus', '--sync', this.#parts.mainWindow);
    await this.#menu.chooseAt(point, item);
  }

  async pressShortcut(keys: string): Promise<void> {
    await this.#xdotool('windowfocus', this.#parts.mainWindow, 'key', '--clearmodifiers', keys);
  }

  async pinToToolbar(): Promise<void> {
    await this.#parts.connection.inBrowser(PIN, this.#parts.extensionId);
  }

  killBackground(): Promise<void> {
    return this.#background.kill();
  }

  backgroundRuns(): Promise<boolean> {
    return this.#background.runs();
  }

  evaluateInBackground<T>(expression: string): Promise<T> {
    return this.#background.evaluate<T>(expression);
  }

  async setOffline(offline: boolean): Promise<void> {
    await this.#parts.connection.inBrowser(SET_OFFLINE, offline);
  }

  allowInPrompt(): Promise<void> {
    return allowInPrompt(this.#parts.connection, this.#xdotool);
  }

  async screenshotDesktop(file: string): Promise<void> {
    await writeFile(file, await desktopPicture(this.#parts.display));
  }

  close(): Promise<void> {
    return this.#parts.close();
  }

  kill(): Promise<void> {
    return this.#parts.kill();
  }

  #isPanel({ kind, url, browserId }: OpenDocument): boolean {
    if (kind === 'sidebar') return true;
    const isPage = url.startsWith(this.extensionUrl('sidepanel.html'));
    return kind === 'tab' && isPage && !this.#tabs.has(browserId);
  }

  async #find(fits: (each: OpenDocument) => boolean): Promise<FirefoxView | undefined> {
    const { connection, extensionId } = this.#parts;
    const found = (await openDocuments(connection, extensionId)).find(fits);
    return found && new FirefoxView(connection, found.browserId);
  }

  async #loaded(what: string, fits: (each: OpenDocument) => boolean): Promise<FirefoxView> {
    const view = await poll(what, () => this.#find(fits));
    await view.loaded();
    return view;
  }
}
