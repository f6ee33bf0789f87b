import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Hub } from '@/tests/hub/hub';
import { CookieBrowser } from '@/tests/hub/cookie-browser';
import { CHROMIUM_REDIRECT_URI } from '@/utils/config/extension-ids';
import type { RequestKind, RequestParameters, RequestResults, RunPortEvent } from '@/utils/messaging/protocol';
import type { Result } from '@/utils/result';
import type { RunSnapshot } from '@/utils/runs/run';
import type { FakeEvent } from './fake-event';
import { FakePort } from './fake-port';

/** What the person does in the sign-in window. */
export type Decision = 'Allow' | 'Deny' | 'close' | 'network-error' | ((url: string) => Promise<string>);

const PAGE = { id: 'test-extension-id', origin: 'chrome-extension://test-extension-id' };

/** A background on fakes, against a real local Hub. */
export class FakeExtension {
  decision: Decision = 'Allow';
  /** URLs of popup windows that were opened. */
  readonly openedWindows: string[] = [];
  /** What reading the selection again answers, or throws. */
  pageSelection: string | Error = new Error('Cannot access contents of the page.');
  panelOpens = true;
  readonly #hub: Hub;

  constructor(hub: Hub) {
    this.#hub = hub;
  }

  /** Starts the background with empty storage. */
  async install(options: { clientId?: string | undefined } = {}): Promise<void> {
    fakeBrowser.reset();
    indexedDB.deleteDatabase('companion-secrets');
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
  }

  /** Starts the background anew over the same storage, as after it was stopped. */
  async startBackground(): Promise<void> {
    this.#fakeApis();
    vi.resetModules();
    // The guard wraps the fetch it finds: give each start the real one.
    globalThis.fetch = realFetch;
    const background = await import('@/entrypoints/background/index');
    background.default.main();
  }

  #fakeApis(): void {
    const runtime = fakeBrowser.runtime as unknown as { onConnect: FakeEvent<[object]> };
    runtime.onConnect.removeAllListeners();
    fakeBrowser.runtime.onMessage.removeAllListeners();
    menus().onClicked.removeAllListeners();
    Object.assign(fakeBrowser, {
      identity: {
        getRedirectURL: () => CHROMIUM_REDIRECT_URI,
        launchWebAuthFlow: ({ url }: { url: string }) => this.#authorize(url),
      },
      sidePanel: {
        open: () => (this.panelOpens ? Promise.resolve() : Promise.reject(new Error('refused'))),
      },
      scripting: {
        executeScript: () =>
          this.pageSelection instanceof Error
            ? Promise.reject(this.pageSelection)
            : Promise.resolve([{ result: this.pageSelection }]),
      },
    });
    Object.assign(fakeBrowser.windows, {
      WINDOW_ID_NONE: -1,
      create: ({ url }: { url: string }) => {
        this.openedWindows.push(url);
        return Promise.resolve({});
      },
    });
  }

  async #authorize(url: string): Promise<string> {
    const { decision } = this;
    if (typeof decision === 'function') return await decision(url);
    if (decision === 'close') throw new Error('The user did not approve access.');
    if (decision === 'network-error') throw new Error('Authorization page could not be loaded.');
    const browser = new CookieBrowser();
    return (await browser.press(await browser.open(url), decision)).url;
  }

  /** Sends a request as the popup would. */
  async request<K extends RequestKind>(
    kind: K,
    parameters: RequestParameters<K>,
    sender: object = PAGE,
  ): Promise<Result<RequestResults[K]> | undefined> {
    const message: unknown = JSON.parse(JSON.stringify({ ...parameters, kind }));
    const answers = await fakeBrowser.runtime.onMessage.trigger(
      message as never,
      sender as never,
      (() => undefined) as never,
    );
    return answers.find((answer) => answer !== undefined) as Result<RequestResults[K]> | undefined;
  }

  /** Signs in and waits for the account. */
  async signIn(): Promise<void> {
    await this.request('session.sign-in', {});
    await this.waitFor('local', 'account');
  }

  /** Clicks an item of the context menu on a selection in tab 1 of window 1. */
  clickMenu(menuItemId: string, selectionText: string, info: object = {}): void {
    menus().onClicked.trigger(
      { menuItemId, selectionText, frameId: 0, editable: false, ...info },
      { id: 1, windowId: 1 },
    );
  }

  /** Attaches a view to a window's runs. */
  attach(windowId: number, sender: object = PAGE): FakeViewer {
    const [near, far] = FakePort.pair('runs', sender);
    const viewer = new FakeViewer(near);
    (fakeBrowser.runtime as unknown as { onConnect: FakeEvent<[object]> }).onConnect.trigger(far);
    near.postMessage({ kind: 'attach', windowId });
    return viewer;
  }

  /** Everything in a storage area. */
  storage(area: 'local' | 'session'): Promise<Record<string, unknown>> {
    return fakeBrowser.storage[area].get(null);
  }

  /** Waits until a key of storage is there. */
  async waitFor(area: 'local' | 'session', key: string): Promise<unknown> {
    return await vi.waitFor(async () => {
      const value = (await this.storage(area))[key];
      if (value === undefined) throw new Error(`no ${key} in storage.${area}`);
      return value;
    }, 10_000);
  }
}

/** A view that is attached: it keeps what a view would show. */
export class FakeViewer {
  run: RunSnapshot | undefined;
  events: RunPortEvent[] = [];
  readonly #port: FakePort;

  constructor(port: FakePort) {
    this.#port = port;
    port.onMessage.addListener((message) => this.#hear(message as RunPortEvent));
  }

  #hear(event: RunPortEvent): void {
    this.events.push(event);
    if (event.kind === 'snapshot') this.run = event.run ?? undefined;
    if (event.kind === 'cleared') this.run = undefined;
    if (!this.run) return;
    if (event.kind === 'change') this.run = { ...this.run, ...event.run };
    if (event.kind === 'delta' && event.runId === this.run.id) this.run.answer += event.text;
  }

  close(): void {
    this.#port.disconnect();
  }

  /** Waits until the run shown is in a state. */
  async waitFor(state: RunSnapshot['state']['kind']): Promise<RunSnapshot> {
    return await vi.waitFor(() => {
      if (this.run?.state.kind !== state) {
        throw new Error(`the run is not ${state}: ${JSON.stringify(this.run?.state)}`);
      }
      return this.run;
    }, 10_000);
  }
}

const realFetch = globalThis.fetch;

function menus(): { onClicked: FakeEvent<[object, object | undefined]> } {
  return fakeBrowser.contextMenus as unknown as {
    onClicked: FakeEvent<[object, object | undefined]>;
  };
}
