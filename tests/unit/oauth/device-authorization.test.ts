// @vitest-environment node
import { afterEach, describe, expect, it, vi } from 'vitest';
import { discoverAuthorizationServer } from '@/utils/oauth/authorization-server';
import { requestDeviceCode } from '@/utils/oauth/device-authorization';
import { SERVER as PLAIN } from '../support/authorization-server';
import { errorOf } from '../support/error-of';
import { FakeFetch } from '../support/fake-fetch';

const NOW = 1_800_000_000_000;
const SERVER = {
  ...PLAIN,
  device_authorization_endpoint: 'https://huggingface.co/oauth/device',
};
const CLIENT = { clientId: 'client', scope: 'openid profile inference-api' };

/** As Hugging Face answers: no interval, no complete address. */
const CODE = {
  device_code: 'a-secret-device-code',
  user_code: 'WDJB-MJHT',
  verification_uri: 'https://hf.co/oauth/device',
  expires_in: 300,
};

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function ask(answer: object = CODE) {
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
  const network = FakeFetch.install(() => Response.json(answer));
  return { network, code: requestDeviceCode(SERVER, CLIENT) };
}

describe('requestDeviceCode', () => {
  it('[AU-09] asks as a public client, with the client id in the body and no other credentials', async () => {
    const { network, code } = ask();
    await code;
    const { only } = network;
    expect(only.url).toBe('https://huggingface.co/oauth/device');
    expect(only.headers.get('authorization')).toBeNull();
    expect(Object.fromEntries(new URLSearchParams(await only.text()))).toEqual({
      client_id: 'client',
      scope: CLIENT.scope,
    });
  });

  it('takes five seconds for the interval where the server names none', async () => {
    expect(await ask().code).toEqual({
      deviceCode: 'a-secret-device-code',
      userCode: 'WDJB-MJHT',
      verificationUri: 'https://hf.co/oauth/device',
      expiresAt: NOW + 300_000,
      intervalMs: 5000,
    });
  });

  it('keeps the interval that the server names', async () => {
    expect(await ask({ ...CODE, interval: 12 }).code).toMatchObject({ intervalMs: 12_000 });
  });

  it.each(['https://huggingface.co/oauth/device', 'https://hf.co/oauth/device'])(
    'shows the page %s',
    async (uri) => {
      const { code } = ask({ ...CODE, verification_uri: uri });
      expect((await code).verificationUri).toBe(uri);
    },
  );

  it.each([
    'https://evil.example/oauth/device',
    'https://hf.co.evil.example/oauth/device',
    'https://huggingface.co.evil.example/',
    'https://evil.huggingface.co/',
    'https://huggingface.co:8443/oauth/device',
    'https://huggingface.co@evil.example/',
    'https://ada@hf.co/oauth/device',
    'https://:word@hf.co/oauth/device',
    'http://huggingface.co/oauth/device',
    'http://hf.co/oauth/device',
    'http://127.0.0.1/oauth/device',
    'javascript:alert(1)',
    'hf.co/oauth/device',
    '',
  ])('[AU-05] refuses %o for the page to enter the code on', async (uri) => {
    const { code } = ask({ ...CODE, verification_uri: uri });
    expect(await errorOf(code)).toEqual({ kind: 'sign-in-refused', check: 'device-code' });
  });

  it.each([
    ['no device code', { device_code: undefined }],
    ['an empty device code', { device_code: '' }],
    ['no code to enter', { user_code: undefined }],
    ['a number for a code', { user_code: 12_345_678 }],
    ['no page', { verification_uri: undefined }],
    ['no lifetime', { expires_in: undefined }],
    ['a negative lifetime', { expires_in: -1 }],
    ['a negative interval', { interval: -1 }],
    ['an interval of nothing', { interval: 0 }],
  ])('[AU-07] refuses an answer with %s', async (_what, change) => {
    const { code } = ask({ ...CODE, ...change });
    expect(await errorOf(code)).toEqual({ kind: 'sign-in-refused', check: 'device-code' });
  });

  it('passes on why the server gives no code', async () => {
    FakeFetch.install(() => Response.json({ error: 'invalid_client' }, { status: 401 }));
    expect(await errorOf(requestDeviceCode(SERVER, CLIENT))).toEqual({
      kind: 'sign-in-failed',
      code: 'invalid_client',
    });
  });

  it('refuses a server that gives no codes, without asking it', async () => {
    const network = FakeFetch.install(() => Response.json(CODE));
    expect(await errorOf(requestDeviceCode(PLAIN, CLIENT))).toEqual({
      kind: 'sign-in-refused',
      check: 'device-code',
    });
    expect(network.requests).toEqual([]);
  });
});

describe('discoverAuthorizationServer', () => {
  it('knows where codes are given', async () => {
    FakeFetch.install(() => Response.json(SERVER));
    expect(await discoverAuthorizationServer(SERVER.issuer)).toEqual(SERVER);
  });

  it.each([
    'https://evil.example/oauth/device',
    'http://huggingface.co/oauth/device',
    'device',
    '',
  ])('[AU-05] refuses a document that gives codes at %o', async (endpoint) => {
    const document = { ...SERVER, device_authorization_endpoint: endpoint };
    FakeFetch.install(() => Response.json(document));
    expect(await errorOf(discoverAuthorizationServer(SERVER.issuer))).toEqual({
      kind: 'sign-in-refused',
      check: 'discovery',
    });
  });
});
