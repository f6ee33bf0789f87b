import type { Readable, Writable } from 'node:stream';

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly sessionId?: string };
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

interface Waiting {
  readonly method: string;
  readonly sessionId: string | undefined;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Sends one command of the Chrome DevTools Protocol and gives its result. */
export type Send = <T>(method: string, params?: object) => Promise<T>;

/**
 * The Chrome DevTools Protocol over the two pipes of `--remote-debugging-pipe`: JSON messages, each
 * ended by a NUL byte.
 *
 * Pipes rather than a port: Chromium ends when its pipes close, so no crash of the test process
 * leaves a browser behind, and nothing else on the computer can reach the debugger.
 */
export class CdpConnection {
  readonly #toBrowser: Writable;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;
  #pending: Buffer[] = [];
  #closed = false;
  /** Told of each event; sessions of a document are told by `params.sessionId`. */
  onEvent: (method: string, params: { readonly sessionId?: string }) => void = () => undefined;

  constructor(toBrowser: Writable, fromBrowser: Readable) {
    this.#toBrowser = toBrowser;
    fromBrowser.on('data', (chunk: Buffer) => this.#receive(chunk));
    fromBrowser.on('close', () => this.#end());
    toBrowser.on('error', () => this.#end());
  }

  /** Sends a command to the browser, or to the document behind `sessionId`. */
  async send<T>(method: string, params: object = {}, sessionId?: string): Promise<T> {
    if (this.#closed) throw new Error(`${method}: the browser is closed`);
    this.#lastId += 1;
    const id = this.#lastId;
    const result = await new Promise<unknown>((resolve, reject) => {
      this.#waiting.set(id, { method, sessionId, resolve, reject });
      this.#toBrowser.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
    // The protocol's documentation is all that tells a command's result.
    return result as T;
  }

  /** Attaches to a target for as long as `use` runs. */
  async withSession<T>(targetId: string, use: (send: Send) => Promise<T>): Promise<T> {
    const { sessionId } = await this.send<{ sessionId: string }>('Target.attachToTarget', {
      targetId,
      flatten: true,
    });
    try {
      return await use((method, params) => this.send(method, params, sessionId));
    } finally {
      // The target may have closed itself meanwhile, and with it the session.
      await this.send('Target.detachFromTarget', { sessionId }).catch(() => undefined);
    }
  }

  #receive(chunk: Buffer): void {
    let start = 0;
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, start)) {
      const message = Buffer.concat([...this.#pending, chunk.subarray(start, end)]);
      this.#pending = [];
      start = end + 1;
      const parsed: Message = JSON.parse(message.toString('utf8'));
      this.#dispatch(parsed);
    }
    if (start < chunk.length) this.#pending.push(chunk.subarray(start));
  }

  #dispatch({ id, method, params, result, error }: Message): void {
    // Commands in flight when a document closes are never answered; only this event tells.
    if (method === 'Target.detachedFromTarget' && params?.sessionId !== undefined) {
      this.#abandon('the document closed', (waiting) => waiting.sessionId === params.sessionId);
    }
    if (method !== undefined) this.onEvent(method, params ?? {});
    if (id === undefined) return;
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waiting?.reject(new Error(`${waiting.method}: ${error.message}`));
    else waiting?.resolve(result);
  }

  #end(): void {
    this.#closed = true;
    this.#abandon('the browser closed', () => true);
  }

  #abandon(reason: string, concerns: (waiting: Waiting) => boolean): void {
    for (const [id, waiting] of this.#waiting) {
      if (!concerns(waiting)) continue;
      this.#waiting.delete(id);
      waiting.reject(new Error(`${waiting.method}: ${reason}`));
    }
  }
}
