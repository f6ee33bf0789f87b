import type { CdpConnection } from './cdp-connection.ts';

const UNLIMITED = { latency: 0, downloadThroughput: -1, uploadThroughput: -1 };

const AUTO_ATTACH = { waitForDebuggerOnStart: true, flatten: true };

/**
 * Cuts every document and worker off the network, those that start later too: they are held back
 * until they are cut off. Requests fail and `navigator.onLine` is false; what streams already goes
 * on, as the connection itself stays.
 *
 * It needs a debugger on each of them for as long as it lasts, the background included, so nothing
 * idles while offline.
 */
export class OfflineSwitch {
  readonly #connection: CdpConnection;
  readonly #cutOff = new Map<string, Promise<void>>();

  constructor(connection: CdpConnection) {
    this.#connection = connection;
  }

  async goOffline(): Promise<void> {
    this.#connection.onEvent = (method, { sessionId }) => {
      if (method !== 'Target.attachedToTarget' || sessionId === undefined) return;
      this.#cutOff.set(sessionId, this.#hold(sessionId));
    };
    await this.#connection.send('Target.setAutoAttach', { autoAttach: true, ...AUTO_ATTACH });
    await Promise.all(this.#cutOff.values());
  }

  async goOnline(): Promise<void> {
    this.#connection.onEvent = () => undefined;
    const sessions = [...this.#cutOff.keys()];
    this.#cutOff.clear();
    // Said to each, rather than left to the end of its session, which takes effect a little later.
    await Promise.all(sessions.map((sessionId) => this.#emulate(sessionId, false)));
    await this.#connection.send('Target.setAutoAttach', { autoAttach: false, ...AUTO_ATTACH });
  }

  async #hold(sessionId: string): Promise<void> {
    await this.#emulate(sessionId, true);
    await this.#send(sessionId, 'Runtime.runIfWaitingForDebugger');
  }

  async #emulate(sessionId: string, offline: boolean): Promise<void> {
    if (offline) await this.#send(sessionId, 'Network.enable');
    await this.#send(sessionId, 'Network.emulateNetworkConditions', { offline, ...UNLIMITED });
  }

  /** Some targets have no network of their own (the browser's own surfaces) or close meanwhile. */
  async #send(sessionId: string, method: string, params: object = {}): Promise<void> {
    await this.#connection.send(method, params, sessionId).catch(() => undefined);
  }
}
