// @vitest-environment node
import { afterEach, describe, expect, it, vi } from 'vitest';
import { discoverAuthorizationServer } from '@/utils/oauth/authorization-server';
import { refreshTokens } from '@/utils/oauth/refresh-grant';
import { refusedAs } from '@/utils/oauth/refusal';
import { Failure } from '@/utils/errors/failure';
import { errorOf } from '../support/error-of';
import { FakeFetch } from '../support/fake-fetch';
import { SERVER } from '../support/authorization-server';

const CLIENT = { clientId: 'client', scope: 'openid', sub: '1' };
const HTML = { 'content-type': 'text/html' };

/** What a renewal ends with when the token endpoint answers so. */
async function refreshAgainst(response: Response) {
  // Its URL is empty in Node; browsers fill it in.
  Object.defineProperty(response, 'url', { value: SERVER.token_endpoint });
  FakeFetch.install(() => response);
  return await errorOf(refreshTokens(SERVER, CLIENT, 'refresh'));
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('refusedAs', () => {
  it('passes a value through', async () => {
    expect(await refusedAs('userinfo', () => 7)).toBe(7);
  });

  it('passes a Failure through unchanged', async () => {
    const failure = new Failure({ kind: 'offline' });
    await expect(refusedAs('userinfo', () => Promise.reject(failure))).rejects.toBe(failure);
  });

  it('names the step for what was not foreseen, and keeps its words to itself', async () => {
    const refusal = refusedAs('id-token', () => Promise.reject(new Error('code=abc')));
    await expect(refusal).rejects.toMatchObject({
      message: 'sign-in-refused',
      error: { kind: 'sign-in-refused', check: 'id-token' },
    });
  });

  it.each([
    [
      'an OAuth error by its code',
      Response.json({ error: 'invalid_request', error_description: 'hush' }, { status: 400 }),
      { kind: 'sign-in-failed', code: 'invalid_request' },
    ],
    [
      'a refresh token that is no longer accepted as the end of the session',
      Response.json({ error: 'invalid_grant' }, { status: 400 }),
      { kind: 'session-expired' },
    ],
    [
      'an app that is gone as the end of the session',
      Response.json({ error: 'invalid_client' }, { status: 401 }),
      { kind: 'session-expired' },
    ],
    [
      'an app that may no longer do this as the end of the session',
      Response.json({ error: 'unauthorized_client' }, { status: 400 }),
      { kind: 'session-expired' },
    ],
    [
      'too many requests',
      new Response('slow down', { status: 429 }),
      { kind: 'hub-busy', status: 429 },
    ],
    [
      'a broken server',
      new Response('<h1>Bad Gateway</h1>', { status: 502, headers: HTML }),
      { kind: 'hub-busy', status: 502 },
    ],
    [
      "a network's own sign-in page",
      new Response('<h1>Welcome</h1>', { headers: HTML }),
      { kind: 'unexpected-answer', host: 'huggingface.co' },
    ],
    [
      'JSON that is no token response',
      Response.json({ access_token: 7 }),
      { kind: 'sign-in-refused', check: 'token-response' },
    ],
  ])('tells %s', async (_title, response, error) => {
    expect(await refreshAgainst(response)).toEqual(error);
  });
});

describe('discoverAuthorizationServer', () => {
  it('reads the discovery document of the issuer', async () => {
    const network = FakeFetch.install(() => Response.json(SERVER));
    expect(await discoverAuthorizationServer(SERVER.issuer)).toEqual(SERVER);
    expect(network.only.url).toBe('https://huggingface.co/.well-known/openid-configuration');
  });

  it.each([
    ['another issuer', { issuer: 'https://evil.example' }],
    ['a foreign authorization endpoint', { authorization_endpoint: 'https://evil.example/a' }],
    ['a foreign token endpoint', { token_endpoint: 'https://evil.example/t' }],
    ['a foreign userinfo endpoint', { userinfo_endpoint: 'https://evil.example/u' }],
    ['foreign keys', { jwks_uri: 'https://evil.example/k' }],
    ['a token endpoint without encryption', { token_endpoint: 'http://huggingface.co/t' }],
    ['no token endpoint', { token_endpoint: undefined }],
    ['no keys', { jwks_uri: undefined }],
    ['a broken endpoint', { userinfo_endpoint: 'nowhere' }],
  ])('[AU-05] refuses a document with %s', async (_title, change) => {
    FakeFetch.install(() => Response.json({ ...SERVER, ...change }));
    expect(await errorOf(discoverAuthorizationServer(SERVER.issuer))).toEqual({
      kind: 'sign-in-refused',
      check: 'discovery',
    });
  });

  it('asks over plain http on this computer only', async () => {
    const network = FakeFetch.install(() => Response.json(SERVER));
    await errorOf(discoverAuthorizationServer('http://hub.example'));
    expect(network.requests).toHaveLength(0);
    await errorOf(discoverAuthorizationServer('http://127.0.0.1:8080'));
    expect(network.requests).toHaveLength(1);
  });
});
