import { IDBFactory } from 'fake-indexeddb';
import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Hub } from '@/tests/hub/hub';
import { PEOPLE } from '@/tests/hub/accounts';
import { NOBODY, type SettingsChange } from '@/utils/account/account-settings';
import type { Account } from '@/utils/account/account';
import { activeAccount, type Accounts } from '@/utils/account/accounts';
import type { CardInvitation } from '@/utils/card/card-channel';
import type { RequestKind, RequestParameters, RequestResults } from '@/utils/messaging/protocol';
import type { Result } from '@/utils/result';
import type { AccessTokenRecord } from '@/utils/session/access-token-record';
import { readRefreshToken } from '@/utils/session/refresh-token';
import { dropTimers } from './background-timers';
import type { FakeEvent } from './fake-event';
import { CARD_SENDER, FakeCard } from './fake-card';
import { FakeIdentity, type Decision } from './fake-identity';
import { fakeApis } from './fake-apis';
import { FakeNetwork } from './fake-network';
import { FakePort } from './fake-port';
import { FakeToolbar } from './fake-toolbar';
import { FakeUpdates } from './fake-updates';
import { FakeViewer } from './fake-viewer';
import { WAIT } from './wait';

/** `sub` of the two people at the local Hub. */
export const ADA = PEOPLE.ada.id;
export const GRACE = PEOPLE.grace.id;

export { WAIT };
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
  readonly identity = new FakeIdentity();
  /** Ids of windows that were brought to the front. */
  readonly focusedWindows: number[] = [];
  /** Ids of the windows that are private. */
  readonly privateWindows = new Set<number>();
  /** URLs of popup windows that were opened. */
  readonly openedWindows: string[] = [];
  /** URLs of tabs that were opened. */
  readonly openedTabs: string[] = [];
  /** Windows whose panel was asked for. */
  readonly openedPanels: number[] = [];
  readonly menuItems: { id?: string; title?: string; contexts?: string[] }[] = [];
  /** What a selected word stands in. */
  pageSentence: string | undefined;
  /** What reading the selection again answers, or throws. */
  pageSelection: string | Error = new Error('Cannot access contents of the page.');
  /** What reading the selection was asked to read. */
  readonly readTargets: object[] = [];
  panelOpens = true;
  cardShows = true;
  readonly invitations: CardInvitation[] = [];
  readonly network = new FakeNetwork();
  readonly updates = new FakeUpdates();
  readonly toolbar = new FakeToolbar();
  /** Everything that left the background: answers to requests and events of ports. */
  readonly told: unknown[] = [];
  readonly #hub: Hub;
  #ports: FakePort[] = [];

  constructor(hub: Hub) {
    this.#hub = hub;
  }

  /** What the person does in the sign-in window. */
  set decision(decision: Decision) {
    this.identity.decision = decision;
  }

  /** The sign-in pages that were opened in a window. */
  get authorizations(): readonly URL[] {
    return this.identity.authorizations;
  }

  /** Starts the background with empty storage; nobody is welcomed, unless it is said to be new. */
  async install(options: { clientId?: string | undefined; isNew?: boolean } = {}): Promise<void> {
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
    await this.triggerInstalled(options.isNew ? 'install' : 'update');
  }

  /** Tells the background that it was installed or updated. */
  async triggerInstalled(reason: 'install' | 'update'): Promise<void> {
    await fakeRuntime.onInstalled.trigger({ reason });
  }

  /** Starts the background anew over the same storage, as after it was stopped. */
  async startBackground(): Promise<void> {
    this.stopBackground();
    this.updates.start();
    this.toolbar.start();
    fakeApis(this, (name) => this.#connect(name, PAGE));
    vi.resetModules();
    // The guard wraps the fetch it finds: give each start one of its own.
    globalThis.fetch = this.network.start();
    const background = await import('@/entrypoints/background/index');
    background.default.main();
  }

  /** Stops the background, as browsers do: no goodbye, connections and ports close. */
  stopBackground(): void {
    this.network.stop();
    this.identity.stop();
    dropTimers();
    for (const area of [fakeBrowser.storage.local, fakeBrowser.storage.session]) {
      (area.onChanged as unknown as FakeEvent<[]>).removeAllListeners();
    }
    (fakeBrowser.storage.onChanged as unknown as FakeEvent<[]>).removeAllListeners();
    (fakeBrowser.runtime.onInstalled as unknown as FakeEvent<[]>).removeAllListeners();
    fakeRuntime.onConnect.removeAllListeners();
    fakeBrowser.runtime.onMessage.removeAllListeners();
    fakeMenus.onClicked.removeAllListeners();
    fakeBrowser.windows.onCreated.removeAllListeners();
    fakeBrowser.windows.onRemoved.removeAllListeners();
    for (const port of this.#ports.splice(0)) port.abandon();
  }

  /** Forgets what a browser forgets when it is closed, and starts it again. */
  async restartBrowser(): Promise<void> {
    this.stopBackground();
    // Chromium does not restore it.
    if (this.identity.openWindowId !== undefined) this.identity.closeWindow();
    await fakeBrowser.storage.session.clear();
    await this.startBackground();
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

  /** Chooses a model for all actions of the account in use; without one, back to the default. */
  async choose(model: string | undefined): Promise<Result<null> | undefined> {
    return await this.change({ choices: { default: model === undefined ? null : { model } } });
  }

  /** Changes settings of the account in use, or of nobody. */
  async change(change: SettingsChange): Promise<Result<null> | undefined> {
    const sub = (await this.accounts())?.active ?? NOBODY;
    return await this.request('settings.change', { sub, change });
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

  /** Signs in and waits until an account is in use. */
  async signIn(kind: 'session.sign-in' | 'session.add-account' = 'session.sign-in'): Promise<void> {
    const before = this.authorizations.length;
    await this.request(kind, {});
    await vi.waitFor(async () => {
      const { signIn } = await this.storage('session');
      const { list = [], active } = (await this.accounts()) ?? {};
      const isOpen = list.some(({ sub, session }) => sub === active && session === 'open');
      if (signIn || !isOpen || this.authorizations.length === before) {
        throw new Error(`the sign-in has not succeeded: ${JSON.stringify(signIn)}`);
      }
    }, WAIT);
  }

  /** Signs in when that must fail. @returns the error that the views show */
  async failToSignIn(
    kind: 'session.sign-in' | 'session.add-account' = 'session.sign-in',
  ): Promise<unknown> {
    await fakeBrowser.storage.session.remove('signIn');
    await this.request(kind, {});
    return await this.signInError();
  }

  /** Waits until a sign-in has failed. @returns the error that the views show */
  async signInError(): Promise<unknown> {
    return await vi.waitFor(async () => {
      const { signIn } = (await this.storage('session')) as { signIn?: { error?: unknown } };
      if (!signIn?.error) throw new Error(`the sign-in has not failed: ${JSON.stringify(signIn)}`);
      return signIn.error;
    }, WAIT);
  }

  /** Who has signed in and not out. */
  async accounts(): Promise<Accounts | undefined> {
    return (await this.storage('local'))['accounts'] as Accounts | undefined;
  }

  /** The account in use; `undefined` when there is none. */
  async account(): Promise<Account | undefined> {
    return activeAccount(await this.accounts());
  }

  /** Clicks an item of the context menu on a selection in tab 1 of window 1. */
  clickMenu(menuItemId: string, selectionText: string, info: object = {}, tab: object = {}): void {
    fakeMenus.onClicked.trigger(
      { menuItemId, selectionText, frameId: 0, editable: false, ...info },
      { id: 1, windowId: 1, ...tab },
    );
  }

  /** Attaches a card. */
  attachCard(ticket: string, sender: object = CARD_SENDER): FakeCard {
    return new FakeCard(this.#connect('card', sender), ticket);
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

  /** Everything in a storage area, but for what is always there: the version of its shapes, and what windows show. */
  async storage(area: 'local' | 'session'): Promise<Record<string, unknown>> {
    const {
      schemaVersion: _,
      shownConversations: __,
      ...items
    } = await fakeBrowser.storage[area].get(null);
    return items;
  }

  /** The refresh token of an account; `undefined` when there is none. */
  async refreshToken(sub = ADA): Promise<string | undefined> {
    return (await readRefreshToken(sub))?.value;
  }

  /** The access token of an account, as it is stored. */
  async accessToken(sub = ADA): Promise<AccessTokenRecord | undefined> {
    const stored = (await this.storage('session'))[`accessToken.${sub}`];
    return stored as AccessTokenRecord | undefined;
  }

  /** Lets the access token look as old as one that was not used for a day. */
  async expireAccessToken(sub = ADA): Promise<void> {
    const expired = { ...(await this.accessToken(sub)), expiresAt: Date.now() - 1 };
    await fakeBrowser.storage.session.set({ [`accessToken.${sub}`]: expired });
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
