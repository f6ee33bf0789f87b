// @vitest-environment node
import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAuthorizationRequest } from '@/utils/oauth/authorization-request';
import { errorOf } from '../support/error-of';
import { FakeFetch } from '../support/fake-fetch';
import { SERVER } from '../support/authorization-server';

const PARAMETERS = {
  clientId: '1a2b3c4d-0000-4000-8000-123456789abc',
  scope: 'openid profile inference-api',
  redirectUri: 'https://gdhjemobjogbadjlmokhifdpochogkno.chromiumapp.org/oauth2',
};

function serveDiscovery(change: object = {}): FakeFetch {
  return FakeFetch.install(() => Response.json({ ...SERVER, ...change }));
}

async function create() {
  const { url, pending } = await createAuthorizationRequest(SERVER, PARAMETERS);
  return { parameters: new URL(url).searchParams, url: new URL(url), pending };
}

/** RFC 7636 §4.2. */
function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier, 'ascii').digest('base64url');
}

beforeEach(() => {
  serveDiscovery();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('createAuthorizationRequest', () => {
  it('asks the authorization endpoint for a code, with all that was given', async () => {
    const { url, parameters } = await create();
    expect(url.origin + url.pathname).toBe('https://huggingface.co/oauth/authorize');
    expect(Object.fromEntries(parameters)).toMatchObject({
      response_type: 'code',
      client_id: PARAMETERS.clientId,
      scope: PARAMETERS.scope,
      redirect_uri: PARAMETERS.redirectUri,
      code_challenge_method: 'S256',
    });
  });

  it('says each parameter once', async () => {
    const { parameters } = await create();
    const names = [...parameters.keys()];
    expect(names).toHaveLength(new Set(names).size);
  });

  it('[AU-01] the check itself agrees with RFC 7636, appendix B', () => {
    expect(challengeOf('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')).toBe(
      'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    );
  });

  it('[AU-01] sends the S256 challenge of the verifier that it keeps', async () => {
    const { parameters, pending, url } = await create();
    expect(parameters.get('code_challenge')).toBe(challengeOf(pending.codeVerifier));
    expect(url.href).not.toContain(pending.codeVerifier);
  });

  it('[AU-01] makes a verifier of 43 to 128 unreserved characters', async () => {
    const { pending } = await create();
    expect(pending.codeVerifier).toMatch(/^[A-Za-z0-9._~-]{43,128}$/);
  });

  it('[AU-01] [AU-02] makes verifier, state and nonce anew in each of 1000 flows', async () => {
    const flows = await Promise.all(Array.from({ length: 1000 }, create));
    for (const secret of ['codeVerifier', 'state', 'nonce'] as const) {
      expect(new Set(flows.map(({ pending }) => pending[secret])).size).toBe(1000);
    }
  });

  it('[AU-02] keeps the whole state that it sends, with 32 random bytes of ours inside', async () => {
    const { parameters, pending } = await create();
    expect(pending.state).toBe(parameters.get('state'));
    const { state } = v.parse(v.object({ state: v.string() }), JSON.parse(pending.state));
    expect(Buffer.from(state, 'base64url')).toHaveLength(32);
  });

  it('sends the nonce that it keeps, of 32 random bytes', async () => {
    const { parameters, pending } = await create();
    expect(parameters.get('nonce')).toBe(pending.nonce);
    expect(Buffer.from(pending.nonce, 'base64url')).toHaveLength(32);
  });

  it('remembers what was asked for, and when', async () => {
    vi.useFakeTimers({ now: 1_700_000_000_000, toFake: ['Date'] });
    const { pending } = await create();
    expect(pending).toMatchObject({ ...PARAMETERS, startedAt: 1_700_000_000_000 });
  });

  it.each([
    ['another origin', 'https://evil.example/oauth/authorize'],
    ['another path', 'https://huggingface.co/other'],
  ])('[AU-05] refuses when the second discovery names %s', async (_title, endpoint) => {
    serveDiscovery({ authorization_endpoint: endpoint });
    expect(await errorOf(createAuthorizationRequest(SERVER, PARAMETERS))).toEqual({
      kind: 'sign-in-refused',
      check: 'discovery',
    });
  });
});
