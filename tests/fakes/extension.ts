import { IDBFactory } from 'fake-indexeddb';
import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Hub } from '@/tests/hub/hub';
import { CookieBrowser } from '@/tests/hub/cookie-browser';
import { CHROMIUM_REDIRECT_URI } from '@/utils/config/extension-ids';
import type { RequestKind, RequestParameters, RequestResults } from '@/utils/messaging/protocol';
import type { Result } from '@/utils/result';
import { readRefreshToken } from '@/utils/session/refresh-token';
import type { FakeEvent } from './fake-event';
import { FakeNetwork } from './fake-network';
import { FakePort } from './fake-port';
import { FakeViewer } from './fake-viewer';

/** Presses a button in the sign-in window and tells where that led. */
type Press = (button: 'Allow' | 'Deny') => Promise<string>;

/** What the person does in the sign-in window. */
export type Decision =
  | 'Allow'
  | 'Deny'
  | 'close'
  | Error
  | ((url: string, press: Press) => Promise<string>);

/** Our own extension pages, as the browser names a sender. */
export const PAGE = { id: 'test-extension-id', origin: 'chrome-extension://test-extension-id' };

const fakeRuntime = fakeBrowser.runtime as unknown as {
  onConnect: FakeEvent<[object]>;
  onInstalled: { trigger(details: object): Promise<unknown> };
};
const fakeMenus = fakeBrowser.contextMenus as unknown as {
  onClicked: FakeEvent<[object, object | undefined]>;
};

/** A background on fakes, against a real local Hub. */
export class FakeExtension {
  decision: Decision = 'Allow';
  /** The sign-in pages that were opened. */
  readonly authorizations: URL[] = [];
  /** Ids of windows that were brought to the front. */
  readonly focusedWindows: number[] = [];
  /** URLs of popup windows that were opened. */
  readonly openedWindows: string[] = [];
  /** Windows whose panel was asked for. */
  readonly openedPanels: number[] = [];
  readonly menuItems: { id?: string; title?: string; contexts?: string[] }[] = [];
  /** What reading the selection again answers, or throws. */
  pageSelection: string | Error = new Error('Cannot access contents of the page.');
  /** What reading the selection was asked to read. */
  readonly readTargets: object[] = [];
  panelOpens = true;
  readonly network = new FakeNetwork();
  /** Everything that left the background: answers to requests and events of ports. */
  readonly told: unknown[] = [];
  readonly #hub: Hub;
  #ports: FakePort[] = [];

  constructor(hub: Hub) {
    this.#hub = hub;
  }

  /** Starts the background with empty storage. */
  async install(options: { clientId?: string | undefined } = {}): Promise<void> {
    fakeBrowser.reset();
    // A new one, so that a background of an earlier test writes elsewhere.
    globalThis.indexedDB = new IDBFactory();
    const clientId = 'clientId' in options ? options.clientId : this.#hub.clientId;
    Object.assign(globalThis, {
      __BUILD_CONFIGURATION__: {
        clientId,
        scopes: 'openid profile inference-api',
        providerOrigin: this.#hub.origin,
        routerOrigin: this.#hub.routerOrigin,
        extraOrigins: [this.#hub.picturesOrigin],
      },
    });
    await this.startBackground();
    await fakeRuntime.onInstalled.trigger({ reason: 'install' });
  }

  /** Starts the background anew over the same storage, as after it was stopped. */
  async startBackground(): Promise<void> {
    this.stopBackground();
    this.#fakeApis();
    vi.resetModules();
    // The guard wraps the fetch it finds: give each start one of its own.
    globalThis.fetch = this.network.start();
    const background = await import('@/entrypoints/background/index');
    background.default.main();
  }

  /** Stops the background, as browsers do: no goodbye, connections and ports close. */
  stopBackground(): void {
    this.network.stop();
    for (const area of [fakeBrowser.storage.local, fakeBrowser.storage.session]) {
      (area.onChanged as unknown as FakeEvent<[]>).removeAllListeners();
    }
    (fakeBrowser.storage.onChanged as unknown as FakeEvent<[]>).removeAllListeners();
    (fakeBrowser.runtime.onInstalled as unknown as FakeEvent<[]>).removeAllListeners();
    fakeRuntime.onConnect.removeAllListeners();
    fakeBrowser.runtime.onMessage.removeAllListeners();
    fakeMenus.onClicked.removeAllListeners();
    for (const port of this.#ports.splice(0)) port.abandon();
  }

  /** Forgets what a browser forgets when it is closed, and starts it again. */
  async restartBrowser(): Promise<void> {
    this.stopBackground();
    await fakeBrowser.storage.session.clear();
    await this.startBackground();
  }

  #fakeApis(): void {
    Object.assign(fakeBrowser, {
      identity: {
        getRedirectURL: () => CHROMIUM_REDIRECT_URI,
        launchWebAuthFlow: ({ url }: { url: string }) => this.#authorize(url),
      },
      sidePanel: {
        open: ({ windowId }: { windowId: number }) => {
          this.openedPanels.push(windowId);
          return this.panelOpens ? Promise.resolve() : Promise.reject(new Error('refused'));
        },
      },
      scripting: {
        executeScript: ({ target }: { target: object }) => {
          this.readTargets.push(target);
          return this.pageSelection instanceof Error
            ? Promise.reject(this.pageSelection)
            : Promise.resolve([{ result: this.pageSelection }]);
        },
      },
    });
    Object.assign(fakeBrowser.contextMenus, {
      create: (item: object) => this.menuItems.push(item),
      removeAll: () => Promise.resolve(this.menuItems.splice(0)),
    });
    Object.assign(fakeBrowser.runtime, {
      connect: ({ name }: { name: string }) => this.#connect(name, PAGE),
    });
    Object.assign(fakeBrowser.windows, {
      update: (id: number, { focused }: { focused: boolean }) => {
        if (focused) this.focusedWindows.push(id);
        return Promise.resolve({});
      },
      WINDOW_ID_NONE: -1,
      create: ({ url }: { url: string }) => {
        this.openedWindows.push(url);
        return Promise.resolve({});
      },
    });
  }

  async #authorize(url: string): Promise<string> {
    this.authorizations.push(new URL(url));
    const press: Press = async (button) => {
      const person = new CookieBrowser();
      return (await person.press(await person.open(url), button)).url;
    };
    const { decision } = this;
    if (typeof decision === 'function') return await decision(url, press);
    if (decision === 'close') throw new Error('The user did not approve access.');
    if (decision instanceof Error) throw decision;
    return await press(decision);
  }

  /** Sends a request as the popup would. */
  async request<K extends RequestKind>(
    kind: K,
    parameters: RequestParameters<K>,
    sender: object = PAGE,
  ): Promise<Result<RequestResults[K]> | undefined> {
    const answer = await this.send({ ...parameters, kind }, sender);
    return answer as Result<RequestResults[K]> | undefined;
  }

  /** Sends any message at all. @returns the answer; `undefined` when nobody answers */
  async send(message: unknown, sender: object = PAGE): Promise<unknown> {
    const answers = await fakeBrowser.runtime.onMessage.trigger(
      (message === undefined ? message : JSON.parse(JSON.stringify(message))) as never,
      sender,
      (() => undefined) as never,
    );
    const answer: unknown = answers.find((value: unknown) => value !== undefined);
    this.told.push(answer);
    return answer;
  }

  /** Signs in and waits for the account. */
  async signIn(): Promise<void> {
    await this.request('session.sign-in', {});
    await this.waitFor('local', 'account');
    await this.waitUntilGone('session', 'signIn');
  }

  /** Signs in when that must fail. @returns the error that the views show */
  async failToSignIn(): Promise<unknown> {
    await fakeBrowser.storage.session.remove('signIn');
    await this.request('session.sign-in', {});
    return await vi.waitFor(async () => {
      const { signIn } = (await this.storage('session')) as { signIn?: { error?: unknown } };
      if (!signIn?.error) throw new Error(`the sign-in has not failed: ${JSON.stringify(signIn)}`);
      return signIn.error;
    }, WAIT);
  }

  /** Clicks an item of the context menu on a selection in tab 1 of window 1. */
  clickMenu(menuItemId: string, selectionText: string, info: object = {}): void {
    fakeMenus.onClicked.trigger(
      { menuItemId, selectionText, frameId: 0, editable: false, ...info },
      { id: 1, windowId: 1 },
    );
  }

  /** Attaches a view to a window's runs. */
  attach(windowId: number, sender: object = PAGE, name = 'runs'): FakeViewer {
    const port = this.#connect(name, sender);
    const viewer = new FakeViewer(port);
    port.postMessage({ kind: 'attach', windowId });
    return viewer;
  }

  #connect(name: string, sender: object): FakePort {
    const [near, far] = FakePort.pair(name, sender);
    this.#ports.push(far);
    near.onMessage.addListener((event) => this.told.push(event));
    fakeRuntime.onConnect.trigger(far);
    return near;
  }

  /** Everything in a storage area. */
  storage(area: 'local' | 'session'): Promise<Record<string, unknown>> {
    return fakeBrowser.storage[area].get(null);
  }

  /** The refresh token; `undefined` when there is none. */
  refreshToken(): Promise<string | undefined> {
    return readRefreshToken();
  }

  /** Lets the access token look as old as one that was not used for a day. */
  async expireAccessToken(): Promise<void> {
    const { accessToken } = await this.storage('session');
    const expired = { ...(accessToken as object), expiresAt: Date.now() - 1 };
    await fakeBrowser.storage.session.set({ accessToken: expired });
  }

  /** Waits until a key of storage is there. */
  async waitFor(area: 'local' | 'session', key: string): Promise<unknown> {
    return await vi.waitFor(async () => {
      const value = (await this.storage(area))[key];
      if (value === undefined) throw new Error(`no ${key} in storage.${area}`);
      return value;
    }, WAIT);
  }

  /** Waits until a key of storage is no longer there. */
  async waitUntilGone(area: 'local' | 'session', key: string): Promise<void> {
    await vi.waitFor(async () => {
      const value = (await this.storage(area))[key];
      if (value !== undefined) throw new Error(`${key} is still in storage.${area}`);
    }, WAIT);
  }
}

/** How patiently tests wait for what a background does in its own time. Milliseconds. */
export const WAIT = { timeout: 10_000, interval: 10 };
