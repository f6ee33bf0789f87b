import { FakeEvent } from './fake-event';

/** One end of a port. What one end posts, the other hears a moment later and as JSON, as in a browser. */
export class FakePort {
  readonly name: string;
  readonly sender: object | undefined;
  readonly onMessage = new FakeEvent<[unknown]>();
  readonly onDisconnect = new FakeEvent<[FakePort]>();
  #peer: FakePort | undefined;
  #isAbandoned = false;

  private constructor(name: string, sender: object | undefined) {
    this.name = name;
    this.sender = sender;
  }

  /** Two connected ends: the caller's, and the one the listener of `onConnect` gets. */
  static pair(name: string, sender: object): [FakePort, FakePort] {
    const near = new FakePort(name, undefined);
    const far = new FakePort(name, sender);
    near.#peer = far;
    far.#peer = near;
    return [near, far];
  }

  postMessage(message: unknown): void {
    if (this.#isAbandoned) return;
    if (!this.#peer) throw new Error('Attempting to use a disconnected port object');
    const peer = this.#peer;
    const copy: unknown = JSON.parse(JSON.stringify(message));
    queueMicrotask(() => peer.onMessage.trigger(copy));
  }

  /** Ends the port as when this side's context is gone: the other side hears of it, this one nothing more. */
  abandon(): void {
    this.onMessage.removeAllListeners();
    this.#isAbandoned = true;
    this.disconnect();
  }

  disconnect(): void {
    const peer = this.#peer;
    if (!peer) return;
    this.#peer = undefined;
    peer.#peer = undefined;
    queueMicrotask(() => peer.onDisconnect.trigger(peer));
  }
}
