import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { CookieBrowser, type Visit } from '@/tests/hub/cookie-browser';
import { CHROMIUM_REDIRECT_URI } from '@/utils/config/extension-ids';
import type { FakeEvent } from './fake-event';

/** Presses a button in the sign-in window and tells where that led. */
export type Press = (button: 'Allow' | 'Deny') => Promise<string>;

/** What the person does in the sign-in window. */
export type Decision =
  | 'Allow'
  | 'Deny'
  | 'close'
  | Error
  | ((url: string, press: Press) => Promise<string>);

interface AuthWindow {
  id: number;
  url: string;
  close: () => void;
}

const NEVER = new Promise<never>(() => undefined);
const FIRST_WINDOW_ID = 100;
const now = performance.now.bind(performance);

const windows = fakeBrowser.windows as unknown as {
  onCreated: FakeEvent<[{ id: number; type: string }]>;
  onRemoved: FakeEvent<[number]>;
};

/** `browser.identity` and its window, as Chromium has them: they outlive the background. */
export class FakeIdentity {
  decision: Decision = 'Allow';
  /** How long the person looks at the window before they decide. Milliseconds, which pass at once. */
  decisionMs = 1_000;
  /** The pages that a window was opened for. */
  readonly authorizations: URL[] = [];
  /** The pages that were asked for without a window. */
  readonly silentAuthorizations: URL[] = [];
  /** The ids of all windows that were opened. */
  readonly windowIds: number[] = [];
  readonly #person = new CookieBrowser();
  #window: AuthWindow | undefined;
  #background = new AbortController();
  #passedMs = 0;

  /** The sign-in window that is open. */
  get openWindowId(): number | undefined {
    return this.#window?.id;
  }

  /** The tabs of a window, as `tabs.query` tells of them. */
  tabsOf(windowId: number | undefined): { url: string }[] {
    return this.#window && this.#window.id === windowId ? [{ url: this.#window.url }] : [];
  }

  /** The API for a new background; the one before never hears of its flows again. */
  start(): object {
    this.stop();
    this.#background = new AbortController();
    const { signal } = this.#background;
    const launch = async ({ url, interactive }: { url: string; interactive?: boolean }) => {
      try {
        const answer = await (interactive ? this.#showWindow(url) : this.#goSilently(url));
        return signal.aborted ? await NEVER : answer;
      } catch (cause) {
        if (signal.aborted) return await NEVER;
        throw cause;
      }
    };
    return { getRedirectURL: () => CHROMIUM_REDIRECT_URI, launchWebAuthFlow: launch };
  }

  /** The background is stopped: a window stays, and its answer is lost. */
  stop(): void {
    this.#background.abort();
  }

  /** Closes a window, as the person does or `windows.remove`. @throws when there is no such window */
  closeWindow(id = this.#window?.id): void {
    if (id === undefined || this.#window?.id !== id) throw new Error(`No window with id: ${id}.`);
    this.#window.close();
  }

  async #goSilently(url: string): Promise<string> {
    this.silentAuthorizations.push(new URL(url));
    const visit = await this.#open(url);
    if (visit.html !== '') throw new Error('User interaction required.');
    return visit.url;
  }

  async #showWindow(url: string): Promise<string> {
    if (this.#window) throw new Error('Only one web auth flow is allowed at a time.');
    this.authorizations.push(new URL(url));
    const { promise: closed, resolve } = Promise.withResolvers<void>();
    const id = FIRST_WINDOW_ID + this.windowIds.push(0);
    this.windowIds[this.windowIds.length - 1] = id;
    this.#window = { id, url, close: resolve };
    // The API says nothing of its window, and the events come in their own time.
    queueMicrotask(() => windows.onCreated.trigger({ id, type: 'popup' }));
    try {
      const denied = closed.then(() => {
        throw new Error('The user did not approve access.');
      });
      return await Promise.race([this.#decide(url), denied]);
    } finally {
      this.#window = undefined;
      windows.onRemoved.trigger(id);
    }
  }

  async #decide(url: string): Promise<string> {
    const { decision } = this;
    const press: Press = (button) => this.#press(url, button);
    this.#passTime(this.decisionMs);
    if (typeof decision === 'function') return await decision(url, press);
    if (decision instanceof Error) throw decision;
    if (decision !== 'close') return await press(decision);
    this.closeWindow();
    return await NEVER;
  }

  /** The person has nothing to press where the Hub knows what they decided before. */
  async #press(url: string, button: 'Allow' | 'Deny'): Promise<string> {
    const page = await this.#open(url);
    return page.html === '' ? page.url : (await this.#person.press(page, button)).url;
  }

  async #open(url: string): Promise<Visit> {
    const page = await this.#person.open(url).catch(() => undefined);
    // Chromium ends the flow on any page that did not load, and on any status from 400 on.
    if (!page || page.status >= 400) throw new Error('Authorization page could not be loaded.');
    return page;
  }

  #passTime(ms: number): void {
    this.#passedMs += ms;
    vi.spyOn(performance, 'now').mockImplementation(() => now() + this.#passedMs);
  }
}
