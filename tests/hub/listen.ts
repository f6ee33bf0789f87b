import { createServer, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { Exchange } from './exchange.ts';
import type { FaultBox } from './faults.ts';
import type { RecordedRequest, ServerName } from './records.ts';
import { sendJson } from './respond.ts';

export type Handler = (exchange: Exchange) => Promise<void> | void;

/** A listening server; requests that come before `serve` was called get 503. */
interface LoopbackServer {
  readonly port: number;
  readonly origin: string;
  serve(handler: Handler): void;
  close(): Promise<void>;
}

/** What all servers of one Hub share. */
export interface Desk {
  readonly requests: RecordedRequest[];
  readonly faults: FaultBox;
  /** Lets a library's own request handler find the record of a request. */
  readonly records: WeakMap<IncomingMessage, RecordedRequest>;
}

/** Listens on a free port of 127.0.0.1 and records every request. */
export async function listen(name: ServerName, desk: Desk): Promise<LoopbackServer> {
  let handler = notReady;
  const server = createServer((request, response) => {
    const record: RecordedRequest = {
      server: name,
      method: request.method ?? '',
      path: request.url ?? '/',
      headers: request.headers,
      aborted: false,
      at: Date.now(),
      arrivedAt: performance.now(),
    };
    desk.requests.push(record);
    desk.records.set(request, record);
    const fault = desk.faults.take(name, record.path);
    const exchange = new Exchange(request, response, record, fault);
    // A browser that closes amid such a request leaves its address, with the state of a sign-in, in its cache.
    if (name === 'provider' && fault?.kind === 'silent') {
      desk.faults.keepWaiting(() => exchange.cut());
    }
    void run(handler, exchange);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port');
  return {
    port: address.port,
    origin: `http://127.0.0.1:${address.port}`,
    serve: (next) => {
      handler = next;
    },
    close: async () => {
      if (!server.listening) return;
      const closed = once(server, 'close');
      server.close();
      // Open streams would keep the server alive for ever.
      server.closeAllConnections();
      await closed;
    },
  };
}

const notReady: Handler = ({ response }) => sendJson(response, 503, { error: 'Starting' });

async function run(handler: Handler, exchange: Exchange): Promise<void> {
  try {
    await handler(exchange);
  } catch (error) {
    const { response, signal } = exchange;
    if (signal.aborted) return;
    if (response.headersSent) exchange.cut();
    else sendJson(response, 500, { error: String(error) });
  }
}
