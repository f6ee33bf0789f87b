import { expect, it, vi } from 'vitest';
import { useCompanion, without } from './companion';

const companion = useCompanion();

/** The answer of a person who allowed it, forged on its way back. */
function forge(change: (url: URL) => URL | void) {
  return async (_url: string, press: (button: 'Allow' | 'Deny') => Promise<string>) => {
    const url = new URL(await press('Allow'));
    return (change(url) ?? url).href;
  };
}

function setState(change: (state: string) => string) {
  return (url: URL) => url.searchParams.set('state', change(url.searchParams.get('state') ?? ''));
}

const BAD_STATES: [string, (url: URL) => void][] = [
  ['missing', (url) => url.searchParams.delete('state')],
  ['empty', setState(() => '')],
  ['of another flow', setState(() => '{"state":"b3RoZXI","nonce":"bm9uY2U"}')],
  ['cut by a character', setState((state) => state.slice(0, -1))],
  ['longer by a character', setState((state) => `${state}x`)],
  ['in capitals', setState((state) => state.toUpperCase())],
  ['only its inner part', setState((state) => String(JSON.parse(state).state))],
  ['twice', (url) => url.searchParams.append('state', url.searchParams.get('state') ?? '')],
  ['twice, the second one bad', (url) => url.searchParams.append('state', 'x')],
  [
    'bad, with an error that would be believed otherwise',
    (url) => {
      url.search = '?error=access_denied&state=x';
    },
  ],
  [
    'missing, with an error that would be believed otherwise',
    (url) => {
      url.search = '?error=access_denied';
    },
  ],
];

it.each(BAD_STATES)(
  '[AU-02] refuses a state that is %s, changes nothing stored and sends no code',
  async (_what, change) => {
    const { extension } = companion;
    await extension.signIn();
    await extension.waitFor('local', 'modelCatalogue');
    const before = await companion.stored();
    companion.hub.requests.length = 0;
    extension.decision = forge(change);
    const error = await extension.failToSignIn();
    expect(error).toEqual({ kind: 'sign-in-refused', check: 'state' });
    const after = await companion.stored();
    expect(after).toEqual({
      ...before,
      session: { ...before.session, signIn: { status: 'failed', error } },
    });
    expect(companion.requests('/oauth/token')).toEqual([]);
  },
);

const FORGED: [string, (url: URL) => URL | void, string][] = [
  [
    '[AU-04] another origin',
    (url) => new URL(`https://evil.example${url.pathname}${url.search}`),
    'redirect-uri',
  ],
  ['[AU-04] another path', (url) => void (url.pathname += '/x'), 'redirect-uri'],
  ['[AU-04] a path in capitals', (url) => void (url.pathname = '/OAUTH2'), 'redirect-uri'],
  ['[AU-04] plain http', (url) => void (url.protocol = 'http:'), 'redirect-uri'],
  ['[AU-04] another port', (url) => void (url.port = '8443'), 'redirect-uri'],
  [
    '[AU-05] the issuer of somebody else',
    (url) => url.searchParams.set('iss', 'https://evil.example'),
    'issuer',
  ],
  ['[AU-05] an empty issuer', (url) => url.searchParams.set('iss', ''), 'issuer'],
  ['[AU-06] two codes', (url) => url.searchParams.append('code', 'x'), 'authorization-response'],
  ['no code', (url) => url.searchParams.delete('code'), 'authorization-response'],
  [
    'a token in place of a code',
    (url) => {
      url.searchParams.delete('code');
      url.searchParams.set('access_token', 'x');
    },
    'authorization-response',
  ],
];

it.each(FORGED)('refuses an answer with %s and sends no code', async (_what, change, check) => {
  const { extension } = companion;
  extension.decision = forge(change);
  const error = await extension.failToSignIn();
  expect(error).toEqual({ kind: 'sign-in-refused', check });
  expect(companion.requests('/oauth/token')).toEqual([]);
  expect(await extension.storage('local')).toEqual({});
  extension.decision = 'Allow';
  await extension.signIn();
});

it('[AU-05] accepts the right issuer where there is one', async () => {
  const { extension, hub } = companion;
  extension.decision = forge((url) => url.searchParams.set('iss', hub.origin));
  await extension.signIn();
});

it('[AU-02] refuses an answer that came too late', async () => {
  const { extension } = companion;
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
  extension.decision = async (_url, press) => {
    const answer = await press('Allow');
    vi.setSystemTime(Date.now() + 11 * 60_000);
    return answer;
  };
  expect(await extension.failToSignIn()).toEqual({ kind: 'sign-in-refused', check: 'expired' });
  expect(companion.requests('/oauth/token')).toEqual([]);
});

it('[AU-02] refuses an answer that was already used', async () => {
  const { extension } = companion;
  let used = '';
  extension.decision = async (_url, press) => (used = await press('Allow'));
  await extension.signIn();
  extension.decision = () => Promise.resolve(used);
  expect(await extension.failToSignIn()).toEqual({ kind: 'sign-in-refused', check: 'state' });
  expect(companion.requests('/oauth/token')).toHaveLength(1);
});

it.each(['server_error', 'temporarily_unavailable', 'login_required'])(
  'passes on the code %s of the provider and nothing else of its words',
  async (code) => {
    const { extension } = companion;
    extension.decision = forge((url) => {
      const state = url.searchParams.get('state') ?? '';
      url.search = new URLSearchParams({
        error: code,
        error_description: '<b>x</b>',
        state,
      }).toString();
    });
    expect(await extension.failToSignIn()).toEqual({ kind: 'sign-in-failed', code });
  },
);

const DISCOVERY = '/.well-known/openid-configuration';
const EVIL = 'https://evil.example/oauth/token';

const DOCUMENTS: [string, (document: Record<string, unknown>) => unknown][] = [
  ['another issuer', (document) => ({ ...document, issuer: 'https://evil.example' })],
  [
    'an issuer with a path',
    (document) => ({ ...document, issuer: `${String(document['issuer'])}/x` }),
  ],
  ['no issuer', (document) => without(document, 'issuer')],
  ['a token endpoint elsewhere', (document) => ({ ...document, token_endpoint: EVIL })],
  [
    'an authorization endpoint elsewhere',
    (document) => ({ ...document, authorization_endpoint: EVIL }),
  ],
  ['a userinfo endpoint elsewhere', (document) => ({ ...document, userinfo_endpoint: EVIL })],
  ['keys elsewhere', (document) => ({ ...document, jwks_uri: EVIL })],
  ['no token endpoint', (document) => without(document, 'token_endpoint')],
  ['a list for a document', () => []],
];

it.each(DOCUMENTS)('[AU-05] opens no window when discovery gives %s', async (_what, change) => {
  const { extension } = companion;
  extension.network.alter(DISCOVERY, change);
  expect(await extension.failToSignIn()).toEqual({ kind: 'sign-in-refused', check: 'discovery' });
  expect(extension.authorizations).toEqual([]);
  expect(await extension.storage('local')).toEqual({});
});

it('[AU-05] opens no window when discovery changes its mind', async () => {
  const { extension } = companion;
  let times = 0;
  extension.network.alter(DISCOVERY, (document) => {
    times += 1;
    return times === 1 ? document : { ...document, authorization_endpoint: EVIL };
  });
  expect(await extension.failToSignIn()).toEqual({ kind: 'sign-in-refused', check: 'discovery' });
  expect(times).toBe(2);
  expect(extension.authorizations).toEqual([]);
});

it.each([
  [{ kind: 'html', status: 200 }, 'unexpected-answer'],
  [{ kind: 'html', status: 404 }, 'unexpected-answer'],
  [{ kind: 'html', status: 504 }, 'hub-busy'],
  [{ kind: 'status', status: 429, body: { error: 'Too many requests' } }, 'hub-busy'],
  [{ kind: 'status', status: 503, body: 'Starting' }, 'hub-busy'],
  [{ kind: 'redirect', location: 'http://127.0.0.1:9/' }, 'unreachable'],
  [{ kind: 'raw', contentType: 'application/json', body: '{"issuer":' }, 'sign-in-refused'],
] as const)(
  '[R14] answers a discovery of %o with %s, and works the next time',
  async (fault, kind) => {
    const { extension, hub } = companion;
    hub.fault({ ...fault, path: DISCOVERY });
    expect(await extension.failToSignIn()).toMatchObject({ kind });
    expect(extension.authorizations).toEqual([]);
    await extension.signIn();
  },
);
