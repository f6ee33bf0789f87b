import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Fault } from './faults.ts';
import type { RecordedRequest } from './records.ts';

/** One request and its answer, with everything a handler needs to know about it. */
export class Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly record: RecordedRequest;
  readonly fault: Fault | undefined;
  readonly path: string;
  readonly #closed = new AbortController();
  #body: Promise<string> | undefined;
  #cut = false;

  constructor(
    request: IncomingMessage,
    response: ServerResponse,
    record: RecordedRequest,
    fault: Fault | undefined,
  ) {
    this.request = request;
    this.response = response;
    this.record = record;
    this.fault = fault;
    this.path = new URL(record.path, 'http://127.0.0.1').pathname;
    // Writing to a client that has gone is no failure of the server; 'close' tells of it.
    response.on('error', () => undefined);
    response.on('close', () => {
      record.aborted = !response.writableFinished && !this.#cut;
      this.#closed.abort();
    });
  }

  /** Aborts when the connection is over, whoever ended it. */
  get signal(): AbortSignal {
    return this.#closed.signal;
  }

  /** Reads the body once, as UTF-8 text, and keeps it in the record. */
  readBody(): Promise<string> {
    this.#body ??= this.#readBody();
    return this.#body;
  }

  async #readBody(): Promise<string> {
    const chunks: Buffer[] = [];
    for await (const chunk of this.request) chunks.push(Buffer.from(chunk));
    const body = Buffer.concat(chunks).toString('utf8');
    this.record.body = body;
    return body;
  }

  /** Breaks the connection from this side; the record does not count it as the client's doing. */
  cut(): void {
    this.#cut = true;
    this.response.destroy();
  }

  /** The same by a TCP reset, as of a router or a server that was killed. */
  reset(): void {
    this.#cut = true;
    this.response.socket?.resetAndDestroy();
  }
}
