import { once } from 'node:events';
import { createServer } from 'node:http';

/** A server that no list of ours names, though every page may ask it. */
export interface OutsideServer {
  readonly origin: string;
  /** Method and path of each request, upgrades included. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

/**
 * Listens on this computer under an address that is neither `127.0.0.1` nor `localhost`: reachable
 * without the Internet, so that only a refusal keeps a request away.
 */
export async function startOutsideServer(): Promise<OutsideServer> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    response.writeHead(200, { 'access-control-allow-origin': '*' }).end('outside');
  });
  server.on('upgrade', (request, socket) => {
    requests.push(`upgrade ${request.url}`);
    socket.destroy();
  });
  server.listen(0, '127.0.0.2');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port');
  return {
    origin: `http://127.0.0.2:${address.port}`,
    requests,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
