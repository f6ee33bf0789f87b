// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RefusedCheck } from '@/utils/errors/companion-error';
import { validateAuthorizationResponse } from '@/utils/oauth/authorization-response';
import type { PendingAuthorization } from '@/utils/oauth/pending-authorization';
import { errorOf } from '../support/error-of';
import { SERVER } from '../support/authorization-server';

const STARTED_AT = 1_700_000_000_000;
const REDIRECT_URI = 'https://gdhjemobjogbadjlmokhifdpochogkno.chromiumapp.org/oauth2';
const PENDING: PendingAuthorization = {
  state: '{"nonce":"n","redirectUri":"r","state":"s"}',
  codeVerifier: 'v'.repeat(72),
  nonce: 'nonce',
  redirectUri: REDIRECT_URI,
  clientId: 'client',
  scope: 'openid',
  startedAt: STARTED_AT,
};
const STATE = encodeURIComponent(PENDING.state);

function validate(query: string, base = REDIRECT_URI) {
  return validateAuthorizationResponse(SERVER, `${base}?${query}`, PENDING);
}

function refused(check: RefusedCheck) {
  return { kind: 'sign-in-refused', check };
}

beforeEach(() => {
  vi.useFakeTimers({ now: STARTED_AT + 1000, toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('validateAuthorizationResponse', () => {
  it.each([
    ['a code with the right state', `code=abc&state=${STATE}`],
    ['[AU-05] a code with the right iss', `code=abc&state=${STATE}&iss=https://huggingface.co`],
    ['a code with a parameter nobody knows', `code=abc&state=${STATE}&session=1`],
  ])('accepts %s', async (_title, query) => {
    expect((await validate(query)).get('code')).toBe('abc');
  });

  it.each([
    ['[AU-02] a wrong state', 'code=abc&state=wrong', 'state'],
    ['[AU-02] a missing state', 'code=abc', 'state'],
    ['[AU-02] an empty state', 'code=abc&state=', 'state'],
    ['[AU-02] the inner state alone', 'code=abc&state=s', 'state'],
    ['[AU-02] the state in other case', `code=abc&state=${STATE.toUpperCase()}`, 'state'],
    ['[AU-02] the state with more after it', `code=abc&state=${STATE}x`, 'state'],
    ['[AU-02] [AU-06] the right state twice', `code=abc&state=${STATE}&state=${STATE}`, 'state'],
    ['[AU-02] [AU-06] a right and a wrong state', `code=abc&state=${STATE}&state=x`, 'state'],
    ['[AU-02] an error with a wrong state', 'error=access_denied&state=wrong', 'state'],
    ['[AU-02] an error without a state', 'error=access_denied', 'state'],
    ['[AU-05] a wrong iss', `code=abc&state=${STATE}&iss=https://evil.example`, 'issuer'],
    ['[AU-05] an empty iss', `code=abc&state=${STATE}&iss=`, 'issuer'],
    [
      '[AU-05] an iss with a slash more',
      `code=abc&state=${STATE}&iss=https://huggingface.co/`,
      'issuer',
    ],
    ['[AU-05] a wrong iss with an error', `error=access_denied&state=${STATE}&iss=x`, 'issuer'],
    [
      '[AU-06] iss twice',
      `code=abc&state=${STATE}&iss=https://huggingface.co&iss=https://evil.example`,
      'authorization-response',
    ],
    [
      '[AU-06] error twice',
      `error=access_denied&error=server_error&state=${STATE}`,
      'authorization-response',
    ],
    ['a token in the answer', `token=abc&state=${STATE}`, 'authorization-response'],
    ['an ID token in the answer', `code=a&id_token=abc&state=${STATE}`, 'authorization-response'],
  ] as const)('refuses %s', async (_title, query, check) => {
    expect(await errorOf(validate(query))).toEqual(refused(check));
  });

  it.each([
    ['a foreign origin', 'https://evil.example/oauth2'],
    ['our host as a subdomain of another', `${new URL(REDIRECT_URI).origin}.evil/oauth2`],
    ["another extension's host", 'https://aaaabbbbccccddddeeeeffffgggghhhh.chromiumapp.org/oauth2'],
    ['our host without encryption', REDIRECT_URI.replace('https', 'http')],
    ['our host at a port', REDIRECT_URI.replace('.org', '.org:8443')],
    [
      'our host as a user name',
      'https://gdhjemobjogbadjlmokhifdpochogkno.chromiumapp.org@evil/oauth2',
    ],
    ['a foreign path', `${new URL(REDIRECT_URI).origin}/other`],
    ['a path below ours', `${REDIRECT_URI}/more`],
    ['our path with a slash more', `${REDIRECT_URI}/`],
    ['our path in capitals', `${new URL(REDIRECT_URI).origin}/OAUTH2`],
  ])('[AU-04] refuses a good code at %s', async (_title, base) => {
    expect(await errorOf(validate(`code=abc&state=${STATE}`, base))).toEqual(
      refused('redirect-uri'),
    );
  });
});

describe('validateAuthorizationResponse, what it passes on', () => {
  it('tells a denial by its error and the right state', async () => {
    expect(await errorOf(validate(`error=access_denied&state=${STATE}`))).toEqual({
      kind: 'sign-in-denied',
    });
  });

  it('passes another error code on, and not its description', async () => {
    const query = `error=invalid_scope&error_description=Visit+evil.example&state=${STATE}`;
    expect(await errorOf(validate(query))).toEqual({
      kind: 'sign-in-failed',
      code: 'invalid_scope',
    });
  });

  it.each([
    ['accepts an answer ten minutes after the question', 600_000, undefined],
    ['[AU-02] refuses an answer a millisecond later', 600_001, refused('expired')],
  ])('%s', async (_title, age, error) => {
    vi.setSystemTime(STARTED_AT + age);
    const validation = validate(`code=abc&state=${STATE}`);
    if (error) expect(await errorOf(validation)).toEqual(error);
    else expect((await validation).get('code')).toBe('abc');
  });
});
