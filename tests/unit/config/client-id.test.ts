// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { parseClientId } from '@/utils/config/client-id';

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
    ['a script', 'javascript:alert(1)', 'format'],
    ['markup', '<b>client</b>', 'format'],
  ])('refuses %s', (_title, pasted, reason) => {
    expect(parseClientId(pasted)).toEqual({
      ok: false,
      error: { kind: 'client-id-invalid', reason },
    });
  });
});
