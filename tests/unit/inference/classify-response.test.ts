// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ERROR_BODIES } from '@/tests/fixtures/hub/error-bodies';
import type { CompanionError } from '@/utils/errors/companion-error';
import { classifyResponse } from '@/utils/inference/classify-response';
import { oneLine, readErrorBody } from '@/utils/inference/error-body';
import { bodyOf } from '../support/streams';

const MODEL = 'demo/model';
const NOW = Date.UTC(2026, 0, 1, 12, 0, 0);

function responseOf(status: number, body: string | object, headers: HeadersInit = {}): Response {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const response = new Response(text, { status, headers });
  Object.defineProperty(response, 'url', { value: 'https://router.huggingface.co/v1/chat' });
  return response;
}

const EXPECTED: Record<string, CompanionError> = {
  'model not supported': { kind: 'model-not-supported', model: MODEL },
  'model not found': { kind: 'model-not-supported', model: MODEL },
  'invalid credentials': { kind: 'session-expired' },
  'invalid user name or password': { kind: 'session-expired' },
  'authorization revoked': { kind: 'session-expired' },
  'credits depleted': { kind: 'credits-used-up', free: [] },
  'credits exceeded': { kind: 'credits-used-up', free: [] },
  'no permission': { kind: 'scope-missing' },
  'not found': { kind: 'model-gone', model: MODEL },
  'model gone': { kind: 'model-gone', model: MODEL },
  'too large': { kind: 'text-too-long', message: 'Request entity too large' },
  'refused by the provider, as JSON': {
    kind: 'text-too-long',
    message: 'Input validation error: `inputs` tokens + `max_new_tokens` must be <= 8192.',
  },
  'refused by the provider, as text': {
    kind: 'request-refused',
    status: 422,
    message: 'Failed to deserialize the JSON body into the target type: missing field `messages`',
  },
  'too many requests, with Retry-After': { kind: 'rate-limited', retryAt: NOW + 2_000 },
  'too many requests, without Retry-After': { kind: 'rate-limited', retryAt: undefined },
  'error relayed from the provider': { kind: 'service-busy', status: 500, retryAt: undefined },
  'model loading': { kind: 'service-busy', status: 503, retryAt: undefined },
  'gateway timeout, as a page': { kind: 'service-busy', status: 504, retryAt: undefined },
};

beforeEach(() => {
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('classifyResponse', () => {
  it.each(ERROR_BODIES.map((row) => [row.status, row.name, row] as const))(
    '[ST-10] knows what to do about %s, %s',
    async (_status, name, { status, body, headers }) => {
      expect(EXPECTED).toHaveProperty([name]);
      expect(await classifyResponse(responseOf(status, body, headers), MODEL)).toEqual(
        EXPECTED[name],
      );
    },
  );

  it('[ST-10] has a row for each expectation', () => {
    expect(Object.keys(EXPECTED)).toEqual(ERROR_BODIES.map(({ name }) => name));
  });

  it.each<[string, number, string | object, CompanionError]>([
    [
      'a page in place of JSON',
      403,
      '<!doctype html><title>Welcome</title>',
      { kind: 'unexpected-answer', host: 'router.huggingface.co' },
    ],
    [
      'a page with success',
      200,
      '\n <html>Log in to this network</html>',
      { kind: 'unexpected-answer', host: 'router.huggingface.co' },
    ],
    [
      "a gateway's page for a large body",
      413,
      '<html>413</html>',
      { kind: 'text-too-long', message: undefined },
    ],
    [
      "a gateway's page for too many requests",
      429,
      '<html>429</html>',
      { kind: 'rate-limited', retryAt: undefined },
    ],
    ['an error in disguise', 200, { error: 'no' }, { kind: 'stream-error', message: 'no' }],
    [
      'a success without an error',
      200,
      { choices: [] },
      { kind: 'unexpected-answer', host: 'router.huggingface.co' },
    ],
    ['an empty 401', 401, '', { kind: 'session-expired' }],
    ['an empty 400', 400, '', { kind: 'request-refused', status: 400, message: undefined }],
    [
      'a 403 that is not about permissions',
      403,
      { error: 'Forbidden' },
      { kind: 'request-refused', status: 403, message: 'Forbidden' },
    ],
    [
      'a context that is too short',
      400,
      { error: { message: "This model's maximum context length is 8192 tokens." } },
      {
        kind: 'text-too-long',
        message: "This model's maximum context length is 8192 tokens.",
      },
    ],
    [
      'a 422 about the length',
      422,
      { message: 'Input is too long for requested model.' },
      { kind: 'text-too-long', message: 'Input is too long for requested model.' },
    ],
    [
      'a JSON that is no object',
      500,
      '"oops"',
      { kind: 'service-busy', status: 500, retryAt: undefined },
    ],
  ])('[ST-10] tells %s', async (_title, status, body, error) => {
    expect(await classifyResponse(responseOf(status, body), MODEL)).toEqual(error);
  });
});

describe('classifyResponse, of bodies that are none', () => {
  it('[R16] reads no more than the beginning of one that never ends, and closes it', async () => {
    let pulls = 0;
    let isCancelled = false;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        pulls += 1;
        controller.enqueue(new Uint8Array(16 * 1024).fill(0x61));
      },
      cancel: () => {
        isCancelled = true;
      },
    });
    const error = await classifyResponse(new Response(body, { status: 400 }), MODEL);
    expect(error).toEqual({
      kind: 'request-refused',
      status: 400,
      message: `${'a'.repeat(300)}…`,
    });
    expect(pulls).toBeLessThan(10);
    expect(isCancelled).toBe(true);
  });

  it('takes one that breaks off for what it has said', async () => {
    const { stream } = bodyOf(['no such'], 'break');
    const error = await classifyResponse(new Response(stream, { status: 422 }), MODEL);
    expect(error).toEqual({ kind: 'request-refused', status: 422, message: 'no such' });
  });

  it.each([429, 503])('closes that of a %i, which has nothing to add', async (status) => {
    const body = bodyOf(['later'], 'stay-open');
    await classifyResponse(new Response(body.stream, { status }), MODEL);
    expect(body.isCancelled()).toBe(true);
  });
});

describe('readErrorBody', () => {
  it.each([
    ['error as a text', { error: 'a' }, 'a', undefined],
    ['error as an object', { error: { message: 'a', code: 'b' } }, 'a', 'b'],
    ['a code that is a number', { error: { message: 'a', code: 7 } }, 'a', undefined],
    ['message', { message: 'a' }, 'a', undefined],
    ['detail', { detail: 'a' }, 'a', undefined],
    ['error_description', { error_description: 'a' }, 'a', undefined],
    ['error before message', { error: 'a', message: 'b' }, 'a', undefined],
    ['detail as a list', { detail: [{ msg: 'a' }, { msg: 'b' }] }, 'a; b', undefined],
    ['detail of no known shape', { detail: 7, error_description: 'a' }, 'a', undefined],
    ['an empty text as none', { error: '' }, undefined, undefined],
    ['a blank text as none', { error: ' \n' }, undefined, undefined],
    ['nothing', {}, undefined, undefined],
    ['null', null, undefined, undefined],
    ['error as a number', { error: 7 }, undefined, undefined],
  ])('reads %s', (_title, body, message, code) => {
    expect(readErrorBody(body)).toEqual({ message, code });
  });
});

describe('oneLine', () => {
  it('makes one line without control and formatting characters', () => {
    expect(oneLine(' a\r\n\tb\u0000c\u202ed\u200b ')).toBe('a b c d');
  });

  it('cuts at 300 characters and shows that it did', () => {
    expect(oneLine('a'.repeat(300))).toBe('a'.repeat(300));
    expect(oneLine('a'.repeat(301))).toBe(`${'a'.repeat(300)}…`);
  });
});
