// @vitest-environment node
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { TokenForger } from '@/tests/fakes/forged-id-token';
import { Failure } from '@/utils/errors/failure';
import type { CompanionError } from '@/utils/errors/companion-error';
import { pollForTokens } from '@/utils/oauth/device-authorization';
import { SERVER } from '../support/authorization-server';
import { errorOf } from '../support/error-of';
import { FakeFetch } from '../support/fake-fetch';

const NOW = 1_800_000_000_000;
const CLIENT = { clientId: 'client', scope: 'openid profile inference-api' };
const DEVICE_CODE = 'a-secret-device-code';
const TOKENS = {
  access_token: 'hf_oauth_access',
  token_type: 'bearer',
  expires_in: 28_800,
  refresh_token: 'hf_oauth_refresh',
};
const CLAIMS = {
  iss: SERVER.issuer,
  aud: CLIENT.clientId,
  sub: 'ada',
  iat: NOW / 1000,
  exp: NOW / 1000 + 3600,
};

let forger: TokenForger;

beforeAll(async () => {
  forger = await TokenForger.create();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Polls once against this answer of the token endpoint, and these keys. */
function poll(answer: () => Response | Promise<Response>) {
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
  const network = FakeFetch.install(({ url }) =>
    url === SERVER.jwks_uri ? Response.json(forger.jwks) : answer(),
  );
  return { network, answer: pollForTokens(SERVER, CLIENT, DEVICE_CODE) };
}

function pollTokens(body: object, headers: Record<string, string> = {}) {
  return poll(() => Response.json({ ...TOKENS, ...body }, { headers })).answer;
}

function error(name: string, status = 400) {
  return () => Response.json({ error: name, error_description: 'hush' }, { status });
}

function fail(kind: CompanionError) {
  return (): Promise<Response> => Promise.reject(new Failure(kind));
}

describe('pollForTokens', () => {
  it('[AU-09] asks as a public client, with the device code and no secret', async () => {
    const { network, answer } = poll(error('authorization_pending'));
    await answer;
    expect(network.only.url).toBe(SERVER.token_endpoint);
    expect(network.only.headers.get('authorization')).toBeNull();
    expect(Object.fromEntries(new URLSearchParams(await network.only.text()))).toEqual({
      client_id: 'client',
      device_code: 'a-secret-device-code',
      grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
    });
  });

  it.each<[string, () => Response | Promise<Response>, string]>([
    ['no decision yet', error('authorization_pending'), 'pending'],
    ['a poll too soon', error('slow_down'), 'slow-down'],
    ['a poll too soon, told by the status', error('slow_down', 429), 'no-answer'],
    ['a browser without a network', fail({ kind: 'offline' }), 'no-answer'],
    ['a server out of reach', fail({ kind: 'unreachable', host: 'x' }), 'no-answer'],
    ['a broken server', () => new Response('<h1>Bad Gateway</h1>', { status: 502 }), 'no-answer'],
    ['a broken server that speaks JSON', error('server_error', 503), 'no-answer'],
    ['too many requests', () => new Response('Too many', { status: 429 }), 'no-answer'],
    ['too many requests, in JSON', error('We had to rate limit you', 429), 'no-answer'],
  ])('waits after %s', async (_what, answer, expected) => {
    expect(await poll(answer).answer).toBe(expected);
  });

  it.each<[string, () => Response | Promise<Response>, CompanionError]>([
    ['a denial', error('access_denied'), { kind: 'sign-in-denied' }],
    ['a code that has expired', error('expired_token'), { kind: 'device-code-expired' }],
    [
      'a code that is used up',
      error('invalid_grant'),
      { kind: 'sign-in-failed', code: 'invalid_grant' },
    ],
    [
      'an error that is called like one of ours',
      error('offline'),
      { kind: 'sign-in-failed', code: 'offline' },
    ],
    [
      'JSON that is no token response',
      () => Response.json({ access_token: 7 }),
      { kind: 'sign-in-refused', check: 'token-response' },
    ],
    [
      'a web page',
      () => new Response('<h1>Welcome</h1>', { headers: { 'content-type': 'text/html' } }),
      { kind: 'unexpected-answer', host: 'huggingface.co' },
    ],
  ])('ends at %s', async (_what, answer, expected) => {
    expect(await errorOf(poll(answer).answer)).toEqual(expected);
  });

  it('accepts an answer without an ID token, and then knows no subject', async () => {
    expect(await pollTokens({})).toEqual({
      sub: undefined,
      tokens: {
        accessToken: 'hf_oauth_access',
        refreshToken: 'hf_oauth_refresh',
        expiresAt: NOW + 28_800_000,
        scope: CLIENT.scope,
      },
    });
  });

  it('[AU-08] names the subject of an ID token that is in order', async () => {
    const idToken = await forger.sign(CLAIMS);
    expect(await pollTokens({ id_token: idToken })).toMatchObject({ sub: 'ada' });
  });

  it.each<[string, object, object?]>([
    ['another issuer', { iss: 'https://evil.example' }],
    ['no issuer', { iss: undefined }],
    ['another audience', { aud: 'somebody-else' }],
    ['no audience', { aud: undefined }],
    ['more audiences than ours', { aud: ['client', 'other'], azp: 'other' }],
    ['an end in the past', { exp: NOW / 1000 - 3600 }],
    ['no end', { exp: undefined }],
    ['a beginning in the future', { nbf: NOW / 1000 + 3600 }],
    ['no subject', { sub: undefined }],
    ['the algorithm none', {}, { alg: 'none' }],
    ['the algorithm HS256', {}, { alg: 'HS256' }],
  ])('[AU-08] refuses an ID token with %s', async (_what, claims, header) => {
    const idToken = await forger.sign({ ...CLAIMS, ...claims }, header);
    expect(await errorOf(pollTokens({ id_token: idToken }))).toMatchObject({
      kind: 'sign-in-refused',
    });
  });

  it('[AU-08] refuses an ID token that somebody else has signed', async () => {
    const stranger = await TokenForger.create();
    const idToken = await stranger.sign(CLAIMS);
    expect(await errorOf(pollTokens({ id_token: idToken }))).toEqual({
      kind: 'sign-in-refused',
      check: 'id-token',
    });
  });

  it.each(['', 'a.b', 'a.b.c', 7])('[AU-08] refuses %o for an ID token', async (idToken) => {
    expect(await errorOf(pollTokens({ id_token: idToken }))).toMatchObject({
      kind: 'sign-in-refused',
    });
  });

  it("[AU-08] goes by the server's clock, where this computer's is a day ahead", async () => {
    const yesterday = NOW - 24 * 3600_000;
    const claims = { ...CLAIMS, iat: yesterday / 1000, exp: yesterday / 1000 + 3600 };
    const body = { id_token: await forger.sign(claims) };
    const date = new Date(yesterday).toUTCString();
    expect(await pollTokens(body, { date })).toMatchObject({ sub: 'ada' });
    expect(await errorOf(pollTokens(body))).toMatchObject({ kind: 'sign-in-refused' });
  });

  it('does not wait when the tokens are there and their keys are out of reach: the code is used up', async () => {
    const body = { ...TOKENS, id_token: await forger.sign(CLAIMS) };
    vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
    FakeFetch.install(({ url }) =>
      url === SERVER.jwks_uri
        ? Promise.reject(new Failure({ kind: 'unreachable', host: 'huggingface.co' }))
        : Response.json(body),
    );
    // A server of its own: the library keeps keys that it has seen.
    const answer = pollForTokens({ ...SERVER }, CLIENT, DEVICE_CODE);
    expect(await errorOf(answer)).toEqual({ kind: 'unreachable', host: 'huggingface.co' });
  });
});
