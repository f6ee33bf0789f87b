import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askAbout, ChatClient } from '../hub/chat-client.ts';
import { startHub, type Hub } from '../hub/hub.ts';

const redirectUri = 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/hf';
const STREAM =
  'data: {"choices":[{"delta":{"content":"Grüße"}}],"x_extra":1}\n\ndata: {"choices":[{"delta":{"content":"!"}}]}\n\ndata: [DONE]\n\n';

let server: Server;
let hub: Hub;
const seen: { url: string; authorization: string | undefined; body: string }[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    void (async () => {
      let body = '';
      for await (const chunk of request) body += String(chunk);
      seen.push({ url: request.url ?? '', authorization: request.headers.authorization, body });
      if (request.url === '/v1/models') {
        response.setHeader('content-type', 'application/json');
        response.end('{"data":[{"id":"small:7b","object":"model","created":5}]}');
      } else {
        response.setHeader('content-type', 'text/event-stream');
        response.end(STREAM);
      }
    })();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  hub = await startHub({
    redirectUris: [redirectUri],
    upstreamUrl: `http://127.0.0.1:${port}/v1`,
    upstreamKey: 'sk-test',
  });
});

afterAll(async () => {
  await hub.close();
  server.close();
});

test("the upstream's models appear as live models of one provider", async () => {
  const { data } = await (await fetch(`${hub.routerOrigin}/v1/models`)).json();
  expect(data).toMatchObject([
    { id: 'small:7b', created: 5, providers: [{ provider: 'upstream', status: 'live' }] },
  ]);
});

test('a chat goes to the upstream with its key and comes back unchanged', async () => {
  const chat = await ChatClient.signedIn(hub, redirectUri);
  const response = await chat.send({ ...askAbout('A text.'), model: 'small:7b:fastest' });
  expect(await response.text()).toBe(STREAM);
  expect(response.headers.get('x-inference-provider')).toBe('upstream');
  expect(seen.at(-1)).toMatchObject({
    url: '/v1/chat/completions',
    authorization: 'Bearer sk-test',
    body: expect.stringContaining('"model":"small:7b"'),
  });
  expect(hub.chats.at(-1)).toMatchObject({ state: 'finished', sentText: 'Grüße!' });
});
