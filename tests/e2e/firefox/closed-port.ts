import { once } from 'node:events';
import { createServer } from 'node:net';

/** The address of a port on this computer at which nobody listens. */
export async function closedPort(): Promise<string> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port');
  const closed = once(server, 'close');
  server.close();
  await closed;
  return `http://127.0.0.1:${address.port}/`;
}
