// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { readBuildEnvironment } from '@/utils/config/read-build-environment';
import { PLAIN_BUILD } from '../support/builds';

function buildWithSecret() {
  return readBuildEnvironment({ OAUTH_CLIENT_SECRET: 'hush-hush' });
}

describe('readBuildEnvironment', () => {
  it('builds for huggingface.co when nothing is set', () => {
    expect(readBuildEnvironment({})).toEqual(PLAIN_BUILD);
  });

  it.each([
    ['an empty client id is none', { OAUTH_CLIENT_ID: '' }, { clientId: undefined }],
    ['a blank client id is none', { OAUTH_CLIENT_ID: '  ' }, { clientId: undefined }],
    ['a client id is trimmed', { OAUTH_CLIENT_ID: ' abc \n' }, { clientId: 'abc' }],
    [
      'scopes are separated by single spaces',
      { OAUTH_SCOPES: '  openid \t profile\n' },
      { scopes: 'openid profile' },
    ],
    ['blank scopes are the default', { OAUTH_SCOPES: '   ' }, { scopes: PLAIN_BUILD.scopes }],
    [
      'an empty provider is the default',
      { OPENID_PROVIDER_URL: '' },
      { providerOrigin: 'https://huggingface.co' },
    ],
    [
      'an origin loses its trailing slash',
      { OPENID_PROVIDER_URL: 'https://hub.example/' },
      { providerOrigin: 'https://hub.example' },
    ],
    [
      'http is accepted for 127.0.0.1',
      { OPENID_PROVIDER_URL: 'http://127.0.0.1:8080' },
      { providerOrigin: 'http://127.0.0.1:8080' },
    ],
    [
      'http is accepted for localhost',
      { INFERENCE_ROUTER_URL: 'http://localhost:3000/' },
      { routerOrigin: 'http://localhost:3000' },
    ],
    [
      'http is accepted for [::1]',
      { INFERENCE_ROUTER_URL: 'http://[::1]:3000' },
      { routerOrigin: 'http://[::1]:3000' },
    ],
    [
      'extra origins are split at commas and white space',
      { EXTRA_INFERENCE_ORIGINS: ' https://a.example,https://b.example/\n http://127.0.0.1:9, ' },
      { extraOrigins: ['https://a.example', 'https://b.example', 'http://127.0.0.1:9'] },
    ],
  ])('%s', (_title, environment, expected) => {
    expect(readBuildEnvironment(environment)).toEqual({ ...PLAIN_BUILD, ...expected });
  });
});

describe('readBuildEnvironment, refusing', () => {
  it.each([
    ['http to another computer', 'http://hub.example'],
    ['http to a name that begins like this computer', 'http://localhost.evil.example'],
    ['http to another loopback address', 'http://127.0.0.2:8080'],
    ['another protocol', 'ftp://hub.example'],
    ['a script', 'javascript:alert(1)'],
    ['no URL', 'huggingface.co'],
    ['blanks', '   '],
  ])('refuses %s as a provider', (_title, value) => {
    expect(() => readBuildEnvironment({ OPENID_PROVIDER_URL: value })).toThrow(
      `OPENID_PROVIDER_URL is "${value}", but it must be an https URL`,
    );
  });

  it.each([
    ['a path', 'https://router.example/v1'],
    ['a query', 'https://router.example/?a=b'],
    ['a fragment', 'https://router.example/#a'],
    ['a user name', 'https://user@router.example'],
    ['a password', 'https://:word@router.example'],
  ])('refuses %s after a router', (_title, value) => {
    expect(() => readBuildEnvironment({ INFERENCE_ROUTER_URL: value })).toThrow(
      `INFERENCE_ROUTER_URL is "${value}", but it must be an origin alone, such as https://router.example.`,
    );
  });

  it('refuses one bad extra origin among good ones', () => {
    const environment = { EXTRA_INFERENCE_ORIGINS: 'https://a.example,http://b.example' };
    expect(() => readBuildEnvironment(environment)).toThrow(
      'EXTRA_INFERENCE_ORIGINS is "http://b.example"',
    );
  });

  it('stops at a client secret with a sentence that does not repeat it', () => {
    expect(buildWithSecret).toThrow(
      /^OAUTH_CLIENT_SECRET is set, but an extension can keep no secret: remove it\./,
    );
    expect(buildWithSecret).not.toThrow(/hush-hush/);
  });
});
