import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { ERROR_BODIES } from '../fixtures/hub/error-bodies.ts';
import { askAbout, ChatClient, dataLines } from '../hub/chat-client.ts';
import { startHub, type Hub } from '../hub/hub.ts';

const redirectUri = 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/hf';
const path = '/v1/chat/completions';
const body = askAbout('One two three four. Five six seven eight. Nine ten eleven twelve.');

let hub: Hub;
let chat: ChatClient;

beforeAll(async () => {
  hub = await startHub({ redirectUris: [redirectUri] });
  chat = await ChatClient.signedIn(hub, redirectUri);
});

afterEach(() => hub.clearFaults());

afterAll(() => hub.close());

test.each(ERROR_BODIES)('the error "$name" arrives as it was armed', async (error) => {
  hub.fault({ kind: 'status', path, ...error });
  const response = await chat.send(body);
  expect(response.status).toBe(error.status);
  const text = await response.text();
  expect(text).toBe(typeof error.body === 'string' ? error.body : JSON.stringify(error.body));
  for (const [name, value] of Object.entries(error.headers ?? {})) {
    expect(response.headers.get(name)).toBe(value);
  }
  expect(hub.chats.at(-1)?.state).toBe('faulted');
});

test('a fault meets as many requests as it was armed for', async () => {
  hub.fault({ kind: 'html', status: 502, path, times: 2 });
  const statuses = [];
  for (let turn = 0; turn < 3; turn += 1) statuses.push((await chat.send(body)).status);
  expect(statuses).toEqual([502, 502, 200]);
});

test('a fault meets only its own server and path, and can be called off', async () => {
  hub.fault({ kind: 'status', status: 500, body: 'no', path: '/v1/models', server: 'pictures' });
  hub.fault({ kind: 'status', status: 500, body: 'no', path: '/oauth/token' });
  expect((await fetch(`${hub.routerOrigin}/v1/models`)).status).toBe(200);
  hub.clearFaults();
  expect((await fetch(`${hub.origin}/oauth/token`, { method: 'POST' })).status).toBe(400);
});

test('reset breaks the connection before there is an answer', async () => {
  hub.fault({ kind: 'reset', path });
  await expect(chat.send(body)).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });
  expect(hub.requests.at(-1)?.aborted).toBe(false);
});

test('cut closes the connection in the middle of the answer', async () => {
  hub.fault({ kind: 'cut', afterChunks: 2, path });
  const response = await chat.send(body);
  let received = '';
  const read = async () => {
    for await (const bytes of response.body ?? []) received += Buffer.from(bytes).toString();
  };
  await expect(read()).rejects.toThrow(/terminated/);
  expect(dataLines(received)).toHaveLength(2);
  expect(hub.chats.at(-1)).toMatchObject({ state: 'faulted', sentText: '**One two' });
  expect(hub.requests.at(-1)?.aborted).toBe(false);
});

test('stream-error sends an error inside the stream and ends it', async () => {
  hub.fault({ kind: 'stream-error', afterChunks: 1, error: { message: 'overloaded' }, path });
  const lines = dataLines(await (await chat.send(body)).text());
  expect(lines).toHaveLength(2);
  expect(lines[1]).toBe('{"error":{"message":"overloaded"}}');
});

test('malformed puts a broken line into a stream that goes on', async () => {
  hub.fault({ kind: 'malformed', afterChunks: 1, path });
  const lines = dataLines(await (await chat.send(body)).text());
  expect(() => JSON.parse(lines[1] ?? '')).toThrow(SyntaxError);
  expect(lines.at(-1)).toBe('[DONE]');
});

test('silent never sends a byte', async () => {
  hub.fault({ kind: 'silent', path });
  const before = hub.requests.length;
  const abort = new AbortController();
  const answer = chat.send(body, { signal: abort.signal });
  const gone = expect(answer).rejects.toThrow(/abort/);
  await expect.poll(() => hub.requests.length).toBe(before + 1);
  abort.abort();
  await gone;
  await expect.poll(() => hub.requests.at(-1)?.aborted).toBe(true);
});

test('stall begins the answer and never goes on', async () => {
  hub.fault({ kind: 'stall', afterChunks: 2, path });
  const abort = new AbortController();
  const response = await chat.send(body, { signal: abort.signal });
  await expect.poll(() => hub.chats.at(-1)?.sentText).toBe('**One two');
  abort.abort();
  await expect(response.text()).rejects.toThrow(/abort/);
  await expect.poll(() => hub.chats.at(-1)?.state).toBe('aborted');
  expect(hub.chats.at(-1)?.sentText).toBe('**One two');
});

test('slow pauses after every chunk', async () => {
  hub.fault({ kind: 'slow', everyMs: 40, path });
  const started = performance.now();
  await (await chat.send({ ...body, max_tokens: 4 })).text();
  // Four pauses; timers are never early by more than a millisecond each.
  expect(performance.now() - started).toBeGreaterThan(150);
  expect(hub.chats.at(-1)?.state).toBe('finished');
});

test('raw sends any bytes under any type', async () => {
  hub.fault({ kind: 'raw', contentType: 'text/event-stream', body: 'data: [DONE]\n\n', path });
  const response = await chat.send(body);
  expect(response.headers.get('content-type')).toBe('text/event-stream');
  expect(await response.text()).toBe('data: [DONE]\n\n');
});

test('redirect sends the client elsewhere', async () => {
  hub.fault({ kind: 'redirect', location: 'https://elsewhere.example/', path: '/v1/models' });
  const response = await fetch(`${hub.routerOrigin}/v1/models`, { redirect: 'manual' });
  expect(response.status).toBe(302);
  expect(response.headers.get('location')).toBe('https://elsewhere.example/');
});

test('a document can be cut as well', async () => {
  hub.fault({ kind: 'cut', afterChunks: 0, path: '/.well-known' });
  const response = await fetch(`${hub.origin}/.well-known/openid-configuration`);
  await expect(response.text()).rejects.toThrow(/terminated/);
});

test('closing ends everything at once, open streams included', async () => {
  const other = await startHub({ redirectUris: [redirectUri] });
  const client = await ChatClient.signedIn(other, redirectUri);
  other.hold();
  const open = client.send(body);
  const refused = expect(open).rejects.toThrow(/fetch failed/);
  await expect.poll(() => other.chats.length).toBe(1);
  await other.close();
  await refused;
  await expect.poll(() => other.chats[0]?.state).toBe('aborted');
});
