import { createServer } from 'node:http';
import { once } from 'node:events';
import type { Server } from 'node:http';

const PARAGRAPHS = 200;
const SENTENCE = 'A lighthouse lens gathers the light of a small lamp into a narrow beam. ';

/** A web page of 200 paragraphs without any script. */
const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Paragraphs</title></head><body>${`<p>${SENTENCE.repeat(6)}</p>`.repeat(PARAGRAPHS)}</body></html>`;

/** A server on this computer that answers everything with the page. */
export interface PageServer {
  readonly url: string;
  close(): Promise<void>;
}

export async function servePage(): Promise<PageServer> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8').end(PAGE);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${portOf(server)}/`, close: async () => closeServer(server) };
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port');
  return address.port;
}

async function closeServer(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}
