// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { parseClientId } from '@/utils/config/client-id';
import { CHROMIUM_REDIRECT_URI, FIREFOX_REDIRECT_URI } from '@/utils/config/extension-ids';

const UUID = '1a2b3c4d-0000-4000-8000-123456789abc';

describe('parseClientId', () => {
  it.each([
    ['the UUID that Hugging Face shows', UUID, UUID],
    ['a UUID with white space around it', `  ${UUID}\n`, UUID],
    [
      'the address of a client id metadata document',
      'https://app.example/client.json',
      'https://app.example/client.json',
    ],
    [
      'the address of a document behind a query',
      'https://app.example/clients?id=7',
      'https://app.example/clients?id=7',
    ],
    ['a plain id of eight characters', 'client_1', 'client_1'],
  ])('accepts %s', (_title, pasted, value) => {
    expect(parseClientId(pasted)).toEqual({ ok: true, value });
  });

  it.each([
    ['nothing', '', 'empty'],
    ['blanks', ' \n\t', 'empty'],
    ['an access token', 'hf_abcdefghijklmnopqrstuvwxyz', 'token'],
    ['an access token in capitals', 'HF_ABCDEFGH', 'token'],
    ['an access token with white space before it', '  hf_abcdefgh', 'token'],
    ['an app secret', 'oauth_app_secret_ABCDEFGH', 'token'],
    ['something too short', 'abc', 'format'],
    ['something too long', 'a'.repeat(129), 'format'],
    ['two words', `${UUID} ${UUID}`, 'format'],
    ['a plain http address', 'http://app.example/client.json', 'format'],
    ['an https address without a path', 'https://app.example', 'format'],
    ['an https address of a root', 'https://app.example/?id=7', 'format'],
    ['an https address with a fragment', 'https://app.example/client.json#a', 'format'],
    ['an https address with a password', 'https://a:b@app.example/client.json', 'format'],
    ['our redirect URI in Chromium', CHROMIUM_REDIRECT_URI, 'format'],
    ['our redirect URI in Firefox', FIREFOX_REDIRECT_URI, 'format'],
    [
      'the redirect URI of another extension',
      `https://${'a'.repeat(32)}.chromiumapp.org/x`,
      'format',
    ],
    ['a redirect URI in capitals', CHROMIUM_REDIRECT_URI.toUpperCase(), 'format'],
    ['the host of a redirect URI alone', new URL(CHROMIUM_REDIRECT_URI).host, 'format'],
    ['a script', 'javascript:alert(1)', 'format'],
    ['markup', '<b>client</b>', 'format'],
  ])('refuses %s', (_title, pasted, reason) => {
    expect(parseClientId(pasted)).toEqual({
      ok: false,
      error: { kind: 'client-id-invalid', reason },
    });
  });
});
