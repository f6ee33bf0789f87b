import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerText, askAbout, ChatClient, dataLines } from '../hub/chat-client';
import { startHub, type Hub } from '../hub/hub';
import { rateOf } from '../hub/pace';
import type { ScriptedAnswer } from '../hub/scripted-answer';

const redirectUri = 'https://extension.chromiumapp.org/oauth2';

let hub: Hub;
let chat: ChatClient;
let script: ScriptedAnswer | undefined;

beforeAll(async () => {
  hub = await startHub({ redirectUris: [redirectUri], script: () => script });
  chat = await ChatClient.signedIn(hub, redirectUri);
});

afterAll(() => hub.close());

test('a scripted answer is streamed in its own pieces, each told before it is sent', async () => {
  const told: number[] = [];
  script = {
    pieces: ['One', ' two', '\n\nthree'],
    piecesPerSecond: 1000,
    onSend: (at) => told.push(at),
  };
  const stream = await (await chat.send(askAbout('A lamp.'))).text();
  expect(answerText(stream)).toBe('One two\n\nthree');
  expect(dataLines(stream).at(-1)).toBe('[DONE]');
  expect(told).toEqual([0, 1, 2]);
});

test('without a script for it, a chat is answered as always', async () => {
  script = undefined;
  const stream = await (await chat.send(askAbout('A lamp shines. It is bright.'))).text();
  expect(answerText(stream)).toContain('lamp');
});

test('a rate lets pieces through at once that are due, and waits for the others', async () => {
  const { signal } = new AbortController();
  // At a thousand million a second every piece is due.
  const fast = rateOf(1e9);
  for (let sent = 1; sent <= 1_000; sent += 1) await fast(sent, signal);
  // At one in a thousand seconds none is, until nobody waits any more.
  const slow = rateOf(0.001);
  const gone = new AbortController();
  const waiting = slow(1, gone.signal);
  gone.abort();
  await expect(waiting).rejects.toThrow('abort');
});
