import { connect } from 'node:net';
import type { Socket } from 'node:net';

interface Failure {
  readonly error: string;
  readonly message: string;
}

interface Waiting {
  readonly command: string;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** An answer: its kind (1), the id of the command, what went wrong, and the result. */
type Answer = readonly [1, number, Failure | null, unknown];

const COLON = 0x3a;

/**
 * Firefox's own remote protocol over TCP on loopback: JSON messages, each after its length in bytes
 * and a colon (remote/doc/marionette/Protocol.md in Firefox's source).
 *
 * WebDriver BiDi reaches neither the popup nor the sidebar, nor the browser's own controls.
 */
export class MarionetteConnection {
  readonly #socket: Socket;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;
  #received: Buffer = Buffer.alloc(0);
  #closed = false;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (chunk: Buffer) => this.#receive(chunk));
    socket.on('close', () => this.#end());
    socket.on('error', () => this.#end());
  }

  /** Connects to a Firefox that listens on this port; rejects while there is none. */
  static connect(port: number): Promise<MarionetteConnection> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('error', reject);
      socket.once('connect', () => resolve(new MarionetteConnection(socket)));
    });
  }

  /** Sends a command and gives its result. */
  async send<T>(command: string, parameters: object = {}): Promise<T> {
    if (this.#closed) throw new Error(`${command}: the browser is closed`);
    this.#lastId += 1;
    const id = this.#lastId;
    const message = JSON.stringify([0, id, command, parameters]);
    const result = await new Promise<unknown>((resolve, reject) => {
      this.#waiting.set(id, { command, resolve, reject });
      this.#socket.write(`${Buffer.byteLength(message)}:${message}`);
    });
    // The protocol's documentation is all that tells a command's result.
    return result as T;
  }

  close(): void {
    this.#socket.destroy();
  }

  #receive(chunk: Buffer): void {
    this.#received = Buffer.concat([this.#received, chunk]);
    for (;;) {
      const colon = this.#received.indexOf(COLON);
      if (colon < 0) return;
      const end = colon + 1 + Number(this.#received.subarray(0, colon));
      if (this.#received.length < end) return;
      const message: unknown = JSON.parse(this.#received.toString('utf8', colon + 1, end));
      this.#received = this.#received.subarray(end);
      // The greeting is an object.
      if (Array.isArray(message)) this.#dispatch(message as unknown as Answer);
    }
  }

  #dispatch([, id, failure, result]: Answer): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (failure) waiting?.reject(new Error(failure.message || failure.error));
    else waiting?.resolve(result);
  }

  #end(): void {
    this.#closed = true;
    for (const { command, reject } of this.#waiting.values()) {
      reject(new Error(`${command}: the browser closed`));
    }
    this.#waiting.clear();
  }
}
