// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ERROR_BODIES } from '@/tests/fixtures/hub/error-bodies';
import type { CompanionError } from '@/utils/errors/companion-error';
import { classifyResponse } from '@/utils/inference/classify-response';
import { oneLine, readErrorBody } from '@/utils/inference/error-body';
import { retryAfterSeconds } from '@/utils/inference/retry-after';

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
  'credits depleted': { kind: 'credits-used-up' },
  'credits exceeded': { kind: 'credits-used-up' },
  'no permission': { kind: 'scope-missing' },
  'not found': { kind: 'model-gone', model: MODEL },
  'model gone': { kind: 'model-gone', model: MODEL },
  'too large': { kind: 'text-too-long' },
  'refused by the provider, as JSON': { kind: 'text-too-long' },
  'refused by the provider, as text': {
    kind: 'request-refused',
    status: 422,
    message: 'Failed to deserialize the JSON body into the target type: missing field `messages`',
  },
  'too many requests, with Retry-After': { kind: 'rate-limited', retryAfterSeconds: 2 },
  'too many requests, without Retry-After': { kind: 'rate-limited', retryAfterSeconds: undefined },
  'error relayed from the provider': { kind: 'service-busy', status: 500 },
  'model loading': { kind: 'service-busy', status: 503 },
  'gateway timeout, as a page': { kind: 'service-busy', status: 504 },
};

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
    ["a gateway's page for a large body", 413, '<html>413</html>', { kind: 'text-too-long' }],
    [
      "a gateway's page for too many requests",
      429,
      '<html>429</html>',
      { kind: 'rate-limited', retryAfterSeconds: undefined },
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
      { kind: 'text-too-long' },
    ],
    [
      'a 422 about the length',
      422,
      { message: 'Input is too long for requested model.' },
      { kind: 'text-too-long' },
    ],
    ['a JSON that is no object', 500, '"oops"', { kind: 'service-busy', status: 500 }],
  ])('[ST-10] tells %s', async (_title, status, body, error) => {
    expect(await classifyResponse(responseOf(status, body), MODEL)).toEqual(error);
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
    ['detail as a list', { detail: [{ msg: 'a' }] }, undefined, undefined],
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

describe('retryAfterSeconds', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it.each([
    ['seconds', '2', 2],
    ['seconds with white space', ' 30 ', 30],
    ['a date', 'Thu, 01 Jan 2026 12:01:30 GMT', 90],
    ['more than ten minutes, capped', '86400', 600],
    ['a number of many digits, capped', '9'.repeat(400), 600],
    ['a date next year, capped', 'Fri, 01 Jan 2027 12:00:00 GMT', 600],
    ['no seconds', '0', undefined],
    ['a date that has passed', 'Thu, 01 Jan 2026 11:59:59 GMT', undefined],
    ['this very moment', 'Thu, 01 Jan 2026 12:00:00 GMT', undefined],
    ['a negative number', '-5', undefined],
    ['words', 'later', undefined],
    ['nothing', '', undefined],
  ])('[ST-11] reads %s', (_title, value, seconds) => {
    expect(retryAfterSeconds(new Headers({ 'retry-after': value }))).toBe(seconds);
  });

  it('[ST-11] is unknown without the header', () => {
    expect(retryAfterSeconds(new Headers())).toBeUndefined();
  });
});
