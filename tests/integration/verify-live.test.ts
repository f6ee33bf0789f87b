import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readArguments } from '@/scripts/verify-live/arguments';
import { PersonLeft } from '@/scripts/verify-live/person';
import { QUESTIONS, type Question } from '@/scripts/verify-live/questions';
import { parseJson } from '@/scripts/verify-live/request';
import { takeWalk } from '@/scripts/verify-live/walk';
import { CHROMIUM_REDIRECT_URI } from '@/utils/config/extension-ids';
import { PEOPLE } from '../hub/accounts.ts';
import { startHub, type Hub } from '../hub/hub.ts';
import { ScriptedPerson, type ScriptedAnswers } from './scripted-person.ts';

let hub: Hub;
let person: ScriptedPerson;
let record: string;

async function walk(answers: ScriptedAnswers = [], where = {}) {
  person = new ScriptedPerson(hub.clientId, answers);
  await takeWalk({
    person,
    providerOrigin: hub.origin,
    routerOrigin: hub.routerOrigin,
    scopes: 'openid profile inference-api',
    isLive: false,
    date: '2026-11-22',
    save: (markdown) => {
      record = markdown;
    },
    ...where,
  });
}

/** What the record says to a question. */
function observed(question: Question): string {
  const row = record.split('\n').find((line) => line.startsWith(`| ${QUESTIONS[question]} |`));
  return row?.slice(`| ${QUESTIONS[question]} | `.length, -' |'.length) ?? '';
}

beforeEach(async () => {
  record = '';
  hub = await startHub({ redirectUris: [CHROMIUM_REDIRECT_URI] });
});

afterEach(async () => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  await hub.close();
});

describe('a walk through the local Hub', () => {
  test('records what it saw, and none of the secrets that went by', async () => {
    const secrets = new Set<string>();
    vi.stubGlobal('fetch', listeningFetch(secrets));
    await walk();

    expect(record).toContain('# 2026-11-22, another service than Hugging Face\n');
    expect(observed('app-form')).toContain('takes the chromiumapp.org address');
    expect(observed('client-id')).toBe('the client id is that of a registered app');
    expect(observed('discovery')).toContain('client_id_metadata_document_supported: boolean');
    expect(observed('sign-in').split('<br>')).toEqual([
      'redirect: { code: string, state: string }',
      'no `iss` on the redirect',
      'the browser came back to the exact redirect URI, with our `state`',
      'token response: 200',
      'token response: { access_token: string, expires_in: number = 28800, id_token: string, refresh_token: string, scope: string = openid profile inference-api, token_type: string = bearer }',
      'the access token begins with hf_oauth_',
      'the access token has not the three parts of a JWT',
      'a refresh token came',
      'the granted scopes are those asked for',
      expect.stringMatching(/^ID token header: \{ alg: string = RS256, /),
      expect.stringMatching(/^ID token claims: \{ sub: string, .*nonce: string/),
      'our nonce in the ID token',
      "the ID token's signature fits the published keys",
    ]);
    expect(observed('second-authorization')).toContain('silent: no page was shown');
    expect(observed('renewal')).toContain('the refresh token was rotated');
    expect(observed('cors')).toContain('router, GET /v1/models: 200<br>');
    expect(observed('rate-limits')).toMatch(/no such header<br>429 was not provoked$/);
    expect(observed('account')).toContain('auth: { type: string = access_token,');
    expect(observed('account')).toContain('preferred_username: string');
    expect(observed('device').split('<br>')).toEqual([
      'device response: 200',
      'device response: { device_code: string, user_code: string, verification_uri: string, expires_in: number = 300 }',
      'first poll: 400',
      expect.stringContaining('first poll: { error: string = authorization_pending,'),
      'second poll, at once: 400',
      expect.stringContaining('second poll, at once: { error: string = slow_down,'),
      'the page asks for the code',
      expect.stringContaining('poll after Allow: { access_token: string,'),
      expect.stringContaining('poll after Deny: { error: string = access_denied,'),
    ]);
    expect(observed('chat')).toContain('x-inference-provider = abacus');
    expect(observed('chat')).toContain('usage: { prompt_tokens: number,');
    expect(observed('chat')).toContain('the stream ends with [DONE]');
    expect(observed('unknown-model')).toContain('code: string = model_not_found');
    expect(observed('usage')).toMatch(/without read-billing: \d+<br>.*with read-billing: \d+<br>/);
    expect(observed('usage')).toContain('= openid profile inference-api read-billing');
    expect(observed('old-refresh-token')).toContain('{ error: string = invalid_grant');
    expect(observed('old-refresh-token')).toContain('its use ended the newer tokens too');
    expect(observed('revocation')).toContain('POST /api/credentials/revoke: 404<br>');
    expect(observed('revocation')).toContain('the token still works afterwards');

    listenToPerson(secrets);
    // A deaf test would find nothing either. Four sign-ins, a renewal and a device brought tokens.
    const heard = (pattern: RegExp) => [...secrets].filter((secret) => pattern.test(secret)).length;
    expect(heard(/^hf_oauth_/)).toBe(6);
    expect(heard(/^[A-Z]{4}-[A-Z]{4}$/)).toBe(2);
    expect(heard(/^[\w-]{43}$/)).toBeGreaterThan(20);
    for (const secret of secrets) expect(record).not.toContain(secret);
    expect(record).not.toMatch(/\bada\b/i);
  });

  test('asks a model for the least there is, and only when the person says yes', async () => {
    await walk();
    expect(hub.chats).toMatchObject([
      { messages: [{ content: 'Say hi.' }], body: { max_tokens: 8, stream: true } },
    ]);
    expect(hub.chats[0]?.body['model']).toMatch(/:cheapest$/);
    expect(person.said.join('\n')).toContain('This costs less than $0.001 of your credits.');
    hub.chats.length = 0;
    await walk([[/^Send "Say hi\."/, 'n']]);
    expect(hub.chats).toEqual([]);
    expect(observed('chat')).toBe('not asked: the person did not say yes');
  });

  test.each(['', 'y', 'no'])('sends no e-mail when the consent to it is "%s"', async (answer) => {
    await walk([[/^Type yes/, answer]]);
    expect(observed('revocation')).toBe('not asked: the person did not say yes');
    expect(hub.requests.filter(({ path: asked }) => asked.includes('revoke'))).toEqual([]);
  });

  test('sends nothing at all when every step is skipped', async () => {
    await walk([[/^Press Enter to do it/, 's']]);
    expect(Object.keys(QUESTIONS).map((question) => observed(question as Question))).toEqual(
      Object.keys(QUESTIONS).map(() => 'skipped by the person'),
    );
    expect(hub.requests).toEqual([]);
  });

  test('sends requests as the extension would, where CORS is asked about', async () => {
    await walk([[/^Paste the client ID/, 's']]);
    const asked = hub.requests.filter(({ headers }) => headers.origin !== undefined);
    expect(asked.map(({ method, path: at }) => `${method} ${at}`)).toEqual([
      'OPTIONS /oauth/token',
      'POST /oauth/token',
      'OPTIONS /v1/chat/completions',
      'GET /v1/models',
    ]);
    expect(asked[0]?.headers).toMatchObject({
      origin: 'chrome-extension://gdhjemobjogbadjlmokhifdpochogkno',
      'access-control-request-method': 'POST',
    });
  });
});

test('goes to Hugging Face, whatever builds are made for', () => {
  vi.stubEnv('OPENID_PROVIDER_URL', hub.origin);
  expect(readArguments([])).toEqual({
    providerOrigin: 'https://huggingface.co',
    routerOrigin: 'https://router.huggingface.co',
    scopes: 'openid profile inference-api',
    isLive: true,
  });
  expect(readArguments(['--provider', hub.origin])).toMatchObject({ isLive: false });
});

describe('a walk that meets trouble', () => {
  test('goes on without what needs a sign-in when the person denies it', async () => {
    await walk([[/^Paste the address/, () => person.signIn('Deny')]]);
    expect(observed('sign-in')).toContain('refused (access_denied)');
    expect(observed('renewal')).toBe('not asked: nobody had signed in');
    expect(observed('device')).toContain('poll after Allow: { access_token');
  });

  test('refuses a redirect with another state', async () => {
    const forge = async () => (await person.signIn('Allow')).replace(/state=[^&]+/, 'state=forged');
    await walk([[/^Paste the address/, forge]]);
    expect(observed('sign-in')).toMatch(
      /failed: a check of the protocol \(OAUTH_INVALID_RESPONSE\)$/,
    );
    expect(hub.requests.some(({ body }) => body?.includes('authorization_code'))).toBe(false);
  });

  test('asks three times for the address of the redirect', async () => {
    await walk([[/^Paste the address/, 'https://example.org/?code=1']]);
    expect(observed('sign-in')).toBe('failed: no redirect address was pasted');
    expect(person.said.filter((text) => text.startsWith('Paste the address'))).toHaveLength(3);
  });

  test('names the error when the code buys nothing', async () => {
    const body = { error: 'invalid_grant', error_description: 'for ada@example.org' };
    hub.fault({ path: '/oauth/token', kind: 'status', status: 400, body });
    await walk();
    expect(observed('sign-in')).toContain('token response: 400<br>');
    expect(observed('sign-in')).toMatch(/refused \(invalid_grant\)$/);
    expect(record).not.toContain('ada@example.org');
  });

  test('notes a service that is not there, and asks the other one', async () => {
    const closed = await startHub({ redirectUris: [CHROMIUM_REDIRECT_URI] });
    await closed.close();
    await walk([], { routerOrigin: closed.routerOrigin });
    expect(observed('chat')).toBe('failed: no connection');
    expect(observed('unknown-model')).toBe('failed: no connection');
    expect(observed('old-refresh-token')).toContain('the used refresh token is refused');
  });

  test('sends nothing to a model when none is cheap enough', async () => {
    const providers = [{ status: 'live', pricing: { input: 1, output: 200 } }];
    const architecture = { output_modalities: ['text'] };
    const body = { data: [{ id: 'demo/gilded', architecture, providers }, { id: 'no/price' }] };
    hub.fault({ path: '/v1/models', kind: 'status', status: 200, body, times: 3 });
    await walk();
    expect(observed('chat')).toBe('not asked: no listed model stays below the bound');
    expect(hub.chats).toEqual([]);
  });

  test('keeps what was recorded when the person leaves', async () => {
    const leave = () => Promise.reject(new PersonLeft());
    await expect(walk([[/^Did a page ask/, leave]])).rejects.toThrow(PersonLeft);
    expect(observed('sign-in')).toContain('our nonce in the ID token');
    expect(observed('second-authorization')).toBe('');
  });

  test.each([
    [['--provider', 'http://example.org'], /^--provider is "http:\/\/example\.org", but it must/],
    [['--router', 'https://example.org/v1'], /^--router is .* origin alone/],
    [['--output', 'x'], /'--output'\. Known are --provider and --router\.$/],
  ])('does not begin with %j', (args, sentence) => {
    expect(() => readArguments(args)).toThrow(sentence);
  });

  test('keeps what was recorded on Ctrl-C, and says where', async () => {
    const directory = mkdtempSync(path.join(tmpdir(), 'verify-live-'));
    const script = path.resolve('scripts/verify-live/index.ts');
    const args = [script, '--provider', hub.origin, '--router', hub.routerOrigin];
    const walker = spawn(process.execPath, args, { cwd: directory });
    let output = '';
    walker.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    walker.stdin.write('s\n');
    await vi.waitFor(() => expect(output).toContain('2 of 15.'), { timeout: 20_000 });
    walker.kill('SIGINT');
    await once(walker, 'exit');
    const [name = ''] = readdirSync(path.join(directory, '.output/live'));
    expect(output).toContain(`The record: .output/live/${name}`);
    expect(readFileSync(path.join(directory, '.output/live', name), 'utf8')).toContain(
      `| ${QUESTIONS['app-form']} | skipped by the person |`,
    );
    rmSync(directory, { recursive: true });
  }, 30_000);
});

/** Real requests; every text in the provider's answers about tokens and people is remembered. */
function listeningFetch(secrets: Set<string>): typeof fetch {
  const real = globalThis.fetch;
  return async (input, init) => {
    const response = await real(input, init);
    if (/\/oauth\/(token|device|userinfo)|whoami/.test(response.url)) {
      const text = await response.clone().text();
      remember(parseJson(text), secrets);
    }
    return response;
  };
}

function remember(value: unknown, secrets: Set<string>): void {
  // Kinds and roles are words of the protocol; the device's page is the same for everybody.
  const isSecret = typeof value === 'string' && !/^[a-z_ -]+$/.test(value);
  if (isSecret && value !== `${hub.origin}/oauth/device`) secrets.add(value);
  if (typeof value !== 'object' || value === null) return;
  for (const member of Object.values(value)) remember(member, secrets);
}

/** Adds what the person saw and pasted, what the Hub was sent, and who the person is. */
function listenToPerson(secrets: Set<string>): void {
  const names = ['code', 'state', 'nonce', 'code_challenge', 'code_verifier'];
  for (const text of [
    ...person.said,
    ...hub.requests.map(({ path: at, body }) => `${at}&${body}`),
  ]) {
    const tail = new URLSearchParams(text.slice(text.indexOf('?') + 1));
    for (const name of [...names, 'refresh_token', 'device_code', 'user_code']) {
      for (const value of tail.getAll(name)) secrets.add(value.trim());
    }
    const [, userCode] = /Enter the code (\S+)/.exec(text) ?? [];
    if (userCode) secrets.add(userCode);
  }
  secrets.delete('');
  const { orgs, id, fullname, email } = PEOPLE.ada;
  const about = [id, fullname, email, hub.clientId, ...orgs.map(({ name }) => name)];
  for (const text of about) secrets.add(text);
}
