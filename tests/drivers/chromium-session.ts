import { writeFile } from 'node:fs/promises';

import { evaluate } from './cdp-call.ts';
import type { Send } from './cdp-connection.ts';
import { consoleOf } from './cdp-console.ts';
import { OfflineSwitch } from './cdp-offline.ts';
import { backgroundOf, isPage, pages, windowOf } from './cdp-targets.ts';
import type { Target } from './cdp-targets.ts';
import { CdpView } from './cdp-view.ts';
import type { ChromiumProcess } from './chromium-process.ts';
import { desktopPicture } from './desktop-picture.ts';
import type { BrowserSession, Display, MenuItem, View } from './driver.ts';
import { chooseAt } from './native-menu.ts';
import { rightClickPoint, selectExpression } from './page-selection.ts';
import { poll } from './poll.ts';
import { xdotoolOn } from './xdotool.ts';
import type { Xdotool } from './xdotool.ts';

/** What a session stands on. */
export interface SessionParts {
  readonly browser: ChromiumProcess;
  readonly display: Display;
  readonly extensionId: string;
  /** The shortcut of the popup in xdotool's spelling, asked for only when it is needed. */
  readonly popupShortcut: () => string;
  /** The X window of the browser. */
  readonly mainWindow: string;
}

/** A Chromium with our extension in it. */
export class ChromiumSession implements BrowserSession {
  readonly #parts: SessionParts;
  readonly #origin: string;
  readonly #xdotool: Xdotool;
  readonly #network: OfflineSwitch;
  /** Tabs that a spec opened itself, so that an extension page in a tab is not taken for the panel. */
  readonly #tabs = new Set<string>();

  constructor(parts: SessionParts) {
    this.#parts = parts;
    this.#origin = `chrome-extension://${parts.extensionId}/`;
    this.#xdotool = xdotoolOn(parts.display.name);
    this.#network = new OfflineSwitch(parts.browser.connection);
  }

  get #connection(): ChromiumProcess['connection'] {
    return this.#parts.browser.connection;
  }

  extensionUrl(page: string): string {
    return this.#origin + page;
  }

  async openTab(url: string): Promise<CdpView> {
    const { targetId } = await this.#connection.send<{ targetId: string }>('Target.createTarget', {
      url,
    });
    this.#tabs.add(targetId);
    const view = new CdpView(this.#connection, targetId);
    if (url !== 'about:blank') await view.loaded();
    return view;
  }

  async tab(url: string | RegExp): Promise<View> {
    return this.#page(`a tab at ${url}`, (target) =>
      typeof url === 'string' ? target.url === url : url.test(target.url),
    );
  }

  async views(): Promise<View[]> {
    const open = await pages(this.#connection);
    return open.map(({ targetId }) => new CdpView(this.#connection, targetId));
  }

  async consoleMessages(): Promise<string[]> {
    const background = await backgroundOf(this.#connection, this.#origin);
    const targets = [...(await pages(this.#connection)), ...(background ? [background] : [])];
    const messages: string[] = [];
    for (const { targetId } of targets) {
      // What closes meanwhile has taken its messages with it.
      messages.push(...(await consoleOf(this.#connection, targetId).catch(() => [])));
    }
    return messages;
  }

  async signInWindow(): Promise<View> {
    const view = await poll('the sign-in window', () => this.#openSignInWindow());
    await view.loaded();
    return view;
  }

  async closeSignInWindow(): Promise<void> {
    await (await this.#openSignInWindow())?.close();
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
    return this.#loadedPage('popup.html');
  }

  popup(): Promise<View | undefined> {
    return this.#extensionPage('popup.html');
  }

  async closePopup(): Promise<void> {
    await poll('the popup to close', async () => {
      if (!(await this.popup())) return true;
      await this.#xdotool('key', 'Escape');
      return poll('', async () => !(await this.popup()), { timeoutMs: 500 });
    });
  }

  panel(): Promise<View> {
    return this.#loadedPage('sidepanel.html');
  }

  async closePanel(): Promise<void> {
    await (await this.#extensionPage('sidepanel.html'))?.close();
  }

  async select(tab: View, startSelector: string, endSelector?: string): Promise<void> {
    await tab.evaluate(selectExpression(startSelector, endSelector));
  }

  async chooseFromContextMenu(tab: View, selector: string, item: MenuItem): Promise<void> {
    await tab.bringToFront();
    const point = await tab.evaluate<{ x: number; y: number }>(rightClickPoint(selector, item.at));
    await chooseAt(this.#xdotool, point, item);
  }

  async pressShortcut(keys: string): Promise<void> {
    await this.#xdotool('windowfocus', this.#parts.mainWindow, 'key', '--clearmodifiers', keys);
  }

  async pinToToolbar(): Promise<void> {
    const page = await this.openTab('chrome://extensions');
    const extensionId = JSON.stringify(this.#parts.extensionId);
    // What the switch of that page does.
    await page.evaluate(
      `chrome.developerPrivate.updateExtensionConfiguration({ extensionId: ${extensionId}, pinnedToToolbar: true })`,
    );
    await page.close();
  }

  async killBackground(): Promise<void> {
    const running = await backgroundOf(this.#connection, this.#origin);
    const [page] = await pages(this.#connection);
    if (!running) return;
    if (!page) throw new Error('Killing the background needs an open tab');
    await this.#connection.withSession(page.targetId, async (send) => {
      await send('ServiceWorker.enable');
      await send('ServiceWorker.stopAllWorkers');
    });
    await poll('the background to end', async () => {
      const now = await backgroundOf(this.#connection, this.#origin);
      return now?.targetId !== running.targetId;
    });
  }

  async backgroundRuns(): Promise<boolean> {
    return (await backgroundOf(this.#connection, this.#origin)) !== undefined;
  }

  async evaluateInBackground<T>(expression: string): Promise<T> {
    return this.#inBackground((send) => evaluate<T>(send, expression));
  }

  backgroundHeapBytes(): Promise<number> {
    return this.#inBackground(async (send) => {
      await send('HeapProfiler.collectGarbage');
      const { usedSize } = await send<{ usedSize: number }>('Runtime.getHeapUsage');
      return usedSize;
    });
  }

  async setOffline(offline: boolean): Promise<void> {
    await (offline ? this.#network.goOffline() : this.#network.goOnline());
  }

  async screenshotDesktop(file: string): Promise<void> {
    await writeFile(file, await desktopPicture(this.#parts.display));
  }

  async close(): Promise<void> {
    await this.#parts.browser.close();
  }

  async kill(): Promise<void> {
    await this.#parts.browser.kill();
  }

  async #inBackground<T>(use: (send: Send) => Promise<T>): Promise<T> {
    const { targetId } = await poll('the background to run', () =>
      backgroundOf(this.#connection, this.#origin),
    );
    return this.#connection.withSession(targetId, use);
  }

  async #page(what: string, fits: (target: Target) => boolean): Promise<CdpView> {
    const { targetId } = await poll(what, async () => (await pages(this.#connection)).find(fits));
    const view = new CdpView(this.#connection, targetId);
    await view.loaded();
    return view;
  }

  #isOurs({ targetId, url }: Target, page: string): boolean {
    return !this.#tabs.has(targetId) && isPage(url, this.extensionUrl(page));
  }

  async #extensionPage(page: string): Promise<CdpView | undefined> {
    const target = (await pages(this.#connection)).find((each) => this.#isOurs(each, page));
    return target && new CdpView(this.#connection, target.targetId);
  }

  #loadedPage(page: string): Promise<CdpView> {
    return this.#page(page, (target) => this.#isOurs(target, page));
  }

  /** A web page in a window without any tab of ours: only a sign-in opens such a one. */
  async #openSignInWindow(): Promise<CdpView | undefined> {
    const web = (await pages(this.#connection)).filter(({ url }) => /^https?:/u.test(url));
    const tabWindows = new Set(
      await Promise.all([...this.#tabs].map((tab) => windowOf(this.#connection, tab))),
    );
    for (const { targetId } of web) {
      const window = await windowOf(this.#connection, targetId);
      if (window !== undefined && !tabWindows.has(window)) {
        return new CdpView(this.#connection, targetId);
      }
    }
    return undefined;
  }
}
