// @vitest-environment node
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Failure } from '@/utils/errors/failure';
import {
  streamChatCompletion,
  type ChatCompletionRequest,
} from '@/utils/inference/chat-completion';
import { startMeter } from '@/utils/inference/meter';
import { FakeFetch, silence } from '../support/fake-fetch';
import { bodyOf, type WatchedBody } from '../support/streams';

const MESSAGES = [
  { role: 'system' as const, content: 'Summarize.' },
  { role: 'user' as const, content: 'A text.' },
];

function text(content: string): string {
  return `data: ${JSON.stringify({ choices: [{ delta: { content } }] })}\n\n`;
}
function finish(reason: string): string {
  return `data: ${JSON.stringify({ choices: [{ delta: {}, finish_reason: reason }] })}\n\n`;
}
const DONE = 'data: [DONE]\n\n';
const USAGE = 'data: {"choices":[],"usage":{"prompt_tokens":9}}\n\n';

function streamed(body: WatchedBody): Response {
  return new Response(body.stream, {
    headers: { 'content-type': 'text/event-stream; charset=utf-8' },
  });
}

function start(signal = new AbortController().signal, change: Partial<ChatCompletionRequest> = {}) {
  return streamChatCompletion({
    routerOrigin: 'https://router.huggingface.co',
    accessToken: 'hf_oauth_token',
    model: 'org/model',
    messages: MESSAGES,
    maxTokens: 1024,
    signal,
    meter: startMeter(),
    ...change,
  });
}

/** All that a completion yields, and how it ends. */
async function outcomeOf(answer: ReturnType<typeof start>) {
  const texts: string[] = [];
  try {
    for (;;) {
      const next = await answer.next();
      if (next.done) return { texts, ...next.value };
      expect(next.value.reasoning).toBe('');
      texts.push(next.value.text);
    }
  } catch (cause) {
    return { texts, error: cause instanceof Failure ? cause.error : cause };
  }
}

async function outcomeOfPieces(...pieces: string[]) {
  FakeFetch.install(() => streamed(bodyOf(pieces)));
  return await outcomeOf(start());
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('streamChatCompletion', () => {
  it('asks the router for a stream from the cheapest provider', async () => {
    const network = FakeFetch.install(() => streamed(bodyOf([DONE])));
    await outcomeOf(start());
    expect(network.only).toMatchObject({
      method: 'POST',
      url: 'https://router.huggingface.co/v1/chat/completions',
    });
    expect(await network.only.json()).toEqual({
      model: 'org/model:cheapest',
      messages: MESSAGES,
      max_tokens: 1024,
      stream: true,
      stream_options: { include_usage: true },
    });
  });

  it('names the one provider that may serve, and no rule that could choose another', async () => {
    const network = FakeFetch.install(() => streamed(bodyOf([DONE])));
    await outcomeOf(start(undefined, { provider: 'groq' }));
    expect(await network.only.json()).toMatchObject({ model: 'org/model:groq' });
  });

  it.each([
    ['bills the organization that is to pay', 'engines', 'engines'],
    ['bills nobody but the person otherwise', undefined, null],
  ])('%s', async (_title, billingOrganization, header) => {
    const network = FakeFetch.install(() => streamed(bodyOf([DONE])));
    await outcomeOf(start(undefined, { billingOrganization }));
    expect(network.only.headers.get('x-hf-bill-to')).toBe(header);
  });

  it('[TK-04] carries the token in the header and nowhere else', async () => {
    const network = FakeFetch.install(() => streamed(bodyOf([DONE])));
    await outcomeOf(start());
    const { headers, url } = network.only;
    expect(headers.get('authorization')).toBe('Bearer hf_oauth_token');
    expect(headers.get('content-type')).toBe('application/json');
    expect(url + (await network.only.text())).not.toContain('hf_oauth_token');
  });

  it('yields the text as it comes and says why the model stopped', async () => {
    expect(await outcomeOfPieces(text('A '), text('lens.'), finish('stop'), USAGE, DONE)).toEqual({
      texts: ['A ', 'lens.'],
      finish: 'stop',
    });
  });

  it.each([
    ['its length limit', [text('A'), finish('length'), DONE], 'length'],
    ['[DONE] without a reason', [text('A'), DONE], 'stop'],
    ['a reason without [DONE]', [text('A'), finish('length')], 'length'],
    ['a reason, usage and no [DONE]', [text('A'), finish('stop'), USAGE], 'stop'],
    ['text after [DONE], which is left out', [text('A'), DONE, text('B')], 'stop'],
  ])('ends by %s', async (_title, pieces, reason) => {
    expect(await outcomeOfPieces(...pieces)).toEqual({ texts: ['A'], finish: reason });
  });
});

describe('streamChatCompletion, when it breaks', () => {
  it.each([
    ['after some text', [text('A')], ['A']],
    ['before any text', [], []],
    ['after usage', [text('A'), USAGE], ['A']],
    ['in the middle of an event', [text('A'), 'data: {"choices":[{"del'], ['A']],
  ])('[ST-08] calls a stream that just ends %s cut', async (_title, pieces, texts) => {
    expect(await outcomeOfPieces(...pieces)).toEqual({ texts, error: { kind: 'stream-cut' } });
  });

  it('[ST-08] calls a connection that breaks cut, and keeps what had arrived', async () => {
    FakeFetch.install(() => streamed(bodyOf([text('A')], 'break')));
    expect(await outcomeOf(start())).toEqual({ texts: ['A'], error: { kind: 'stream-cut' } });
  });

  it.each([
    [
      'an error inside the stream',
      'data: {"error":{"message":"out of memory"}}\n\n',
      { kind: 'stream-error', message: 'out of memory' },
    ],
    ['an error event', 'event: error\ndata: "busy"\n\n', { kind: 'stream-error', message: 'busy' }],
    ['a damaged event', 'data: {"choices":[{\n\n', { kind: 'stream-damaged' }],
  ])('stops at %s, closes the connection and keeps the text', async (_title, event, error) => {
    const body = bodyOf([text('A'), event, text('B'), DONE], 'stay-open');
    FakeFetch.install(() => streamed(body));
    expect(await outcomeOf(start())).toEqual({ texts: ['A'], error });
    expect(body.isCancelled()).toBe(true);
  });

  it.each([
    ['an error status', () => Response.json({ error: 'no' }, { status: 402 }), 'credits-used-up'],
    ['JSON in place of a stream', () => Response.json({ error: 'no' }), 'stream-error'],
    [
      'a page',
      () => new Response('<html>', { headers: { 'content-type': 'text/html' } }),
      'unexpected-answer',
    ],
  ])('[ST-10] tells %s', async (_title, answer, kind) => {
    FakeFetch.install(answer);
    expect(await outcomeOf(start())).toMatchObject({ texts: [], error: { kind } });
  });

  it('passes a Failure of the guarded fetch on', async () => {
    FakeFetch.install(() => Promise.reject(new Failure({ kind: 'offline' })));
    expect(await outcomeOf(start())).toEqual({ texts: [], error: { kind: 'offline' } });
  });
});

describe('streamChatCompletion, when it is ended', () => {
  it("ends with the person's own reason when it is aborted, and aborts the request", async () => {
    const stop = new AbortController();
    const network = FakeFetch.install((request) => {
      const { stream } = bodyOf([text('A')], 'stay-open');
      const abort = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>();
      void stream.pipeTo(abort.writable, { signal: request.signal }).catch(() => undefined);
      return streamed({ stream: abort.readable, isCancelled: () => false });
    });
    const answer = start(stop.signal);
    expect(await answer.next()).toEqual({ done: false, value: { text: 'A', reasoning: '' } });
    const reason = new Error('stopped');
    stop.abort(reason);
    expect(await outcomeOf(answer)).toEqual({ texts: [], error: reason });
    expect(network.only.signal.aborted).toBe(true);
  });

  it('closes the connection and the watch when its reader leaves', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const body = bodyOf([text('A')], 'stay-open');
    FakeFetch.install(() => streamed(body));
    const answer = start();
    await answer.next();
    expect(vi.getTimerCount()).toBeGreaterThan(0);
    await answer.return({ finish: 'stop' });
    expect(body.isCancelled()).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('[ST-09] gives a silent server up after five minutes', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    FakeFetch.install(silence);
    const outcome = outcomeOf(start());
    await vi.advanceTimersByTimeAsync(5 * 60_000);
    expect(await outcome).toEqual({ texts: [], error: { kind: 'stalled' } });
  });
});
