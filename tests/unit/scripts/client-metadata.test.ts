import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readArguments } from '@/scripts/client-metadata/arguments';
import { metadataDocument } from '@/scripts/client-metadata/metadata-document';
import { parseClientId } from '@/utils/config/client-id';
import {
  CHROMIUM_ID,
  CHROMIUM_REDIRECT_URI,
  FIREFOX_REDIRECT_URI,
} from '@/utils/config/extension-ids';
import { OPTIONAL_SCOPES } from '@/utils/config/offered-scopes';

const url = 'https://example.org/companion.json';
const chromeStoreId = 'abcdefghijklmnopabcdefghijklmnop';
const edgeStoreId = 'ponmlkjihgfedcbaponmlkjihgfedcba';
const scope = 'openid profile inference-api';

describe('the document', () => {
  test('describes a public client under the redirect URIs of every build and store', () => {
    const extensionIds = [chromeStoreId, edgeStoreId, CHROMIUM_ID];
    expect(JSON.parse(metadataDocument({ url, extensionIds, scope }))).toEqual({
      client_id: url,
      client_name: 'Companion for Hugging Face',
      redirect_uris: [
        CHROMIUM_REDIRECT_URI,
        FIREFOX_REDIRECT_URI,
        `https://${chromeStoreId}.chromiumapp.org/oauth2`,
        `https://${edgeStoreId}.chromiumapp.org/oauth2`,
      ],
      token_endpoint_auth_method: 'none',
      grant_types: [
        'authorization_code',
        'refresh_token',
        'urn:ietf:params:oauth:grant-type:device_code',
      ],
      response_types: ['code'],
      scope,
    });
  });

  test('has a client id that the extension takes', () => {
    const { client_id: clientId } = JSON.parse(
      metadataDocument({ url, extensionIds: [], scope }),
    ) as { client_id: string };
    expect(parseClientId(clientId)).toEqual({ ok: true, value: url });
  });

  test('is refused when servers would not read it to its end', () => {
    const ids = (count: number): string[] =>
      Array.from({ length: count }, (_, index) =>
        index.toString(16).padStart(32, '0').replace(/./g, letterOf),
      );
    const document = metadataDocument({ url, extensionIds: ids(60), scope });
    expect(Buffer.byteLength(document)).toBeLessThan(5 * 1024);
    expect(() => metadataDocument({ url, extensionIds: ids(100), scope })).toThrow(
      /^The document would have \d{4} bytes, but servers take less than 5120: name fewer/,
    );
  });
});

describe('the command line', () => {
  test('takes an address, a file and the ids of stores', () => {
    const ids = ['--extension-id', chromeStoreId, '--extension-id', edgeStoreId];
    expect(readArguments(['--url', url, '--out', 'a.json', ...ids])).toEqual({
      url,
      out: 'a.json',
      extensionIds: [chromeStoreId, edgeStoreId],
    });
    expect(readArguments(['--url', url])).toMatchObject({
      out: '.output/client-metadata.json',
      extensionIds: [],
    });
  });

  test.each([
    ['no address', [], /--url https:\/\/example\.org/],
    ['plain http', ['--url', 'http://example.org/a'], /must begin with https:\/\//],
    ['no address at all', ['--url', 'companion.json'], /must begin with https:\/\//],
    ['an address without a path', ['--url', 'https://example.org'], /needs a path/],
    ['a fragment', ['--url', `${url}#a`], /must not have a fragment/],
    ['an empty fragment', ['--url', `${url}#`], /must not have a fragment/],
    ['a user', ['--url', 'https://u:hunter2@example.org/a'], /^(?!.*hunter2).*user name/],
    ['an empty user', ['--url', 'https://@example.org/a'], /as https:\/\/example\.org\/a\./],
    ['dot segments', ['--url', 'https://example.org/b/../a'], /as https:\/\/example\.org\/a\./],
    ['a redirect URI', ['--url', CHROMIUM_REDIRECT_URI], /not one that the extension takes/],
    ['an unknown option', ['--url', url, '--name', 'x'], /'--name'\. Known are --url/],
    ['a word too many', ['--url', url, 'more'], /'more'\. Known are --url/],
    ['an option without its value', ['--url'], /missing\. Known are --url/],
    ['a short id', ['--url', url, '--extension-id', 'abc'], /32 letters from a to p/],
    ['an id with a q', ['--url', url, '--extension-id', `${'a'.repeat(31)}q`], /32 letters/],
  ])('refuses %s in one sentence', (_title, args, sentence) => {
    expect(() => readArguments(args)).toThrow(sentence);
    expect(() => readArguments(args)).toThrow(/^[^\n]+$/);
  });
});

describe('npm run client-metadata', () => {
  let directory: string;

  beforeAll(() => {
    directory = mkdtempSync(path.join(tmpdir(), 'client-metadata-'));
  });

  afterAll(() => rmSync(directory, { recursive: true }));

  test('writes the document where it was told and says what to do next', () => {
    const out = path.join(directory, 'deep', 'companion.json');
    const run = runScript(['--url', url, '--out', out]);
    expect(run).toMatchObject({ status: 0, stderr: '' });
    expect(run.stdout).toBe(
      `${out}\nHost it at exactly ${url} as application/json and without redirects, then set OAUTH_CLIENT_ID to that address.\n`,
    );
    expect(readFileSync(out, 'utf8')).toBe(
      metadataDocument({ url, extensionIds: [], scope: `${scope} ${OPTIONAL_SCOPES.join(' ')}` }),
    );
  });

  test('names the scopes of the build, and those that a person may grant besides', () => {
    const out = path.join(directory, 'scopes.json');
    runScript(['--url', url, '--out', out], { OAUTH_SCOPES: 'openid  read-billing' });
    expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({
      scope: 'openid read-billing email read-memberships read-repos',
    });
  });

  test('ends with 1 and one line when something is wrong', () => {
    const run = runScript(['--url', 'http://example.org/a']);
    expect(run).toMatchObject({ status: 1, stdout: '' });
    expect(run.stderr).toMatch(/^--url is "http:[^\n]+\n$/);
  });
});

function runScript(args: readonly string[], env: Record<string, string> = {}) {
  return spawnSync(process.execPath, ['scripts/client-metadata/index.ts', ...args], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], ...env },
    timeout: 30_000,
  });
}

function letterOf(digit: string): string {
  return String.fromCodePoint('a'.charCodeAt(0) + Number.parseInt(digit, 16));
}
