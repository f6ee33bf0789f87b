import { describe, expect, it } from 'vitest';
import { parseScopes } from '@/utils/config/scopes';

describe('parseScopes', () => {
  it.each([
    ['one', 'openid', 'openid'],
    ['several', 'openid profile inference-api', 'openid profile inference-api'],
    ['odd white space and commas', ' openid,\n profile  ', 'openid profile'],
    ['one that is there twice', 'openid profile openid', 'openid profile'],
  ])('takes %s', (_title, text, value) => {
    expect(parseScopes(text)).toEqual({ ok: true, value });
  });

  it.each([
    ['nothing', '  ', 'format'],
    ['a quote', 'openid "profile"', 'format'],
    ['another script', 'openid профиль', 'format'],
    ['scopes without openid', 'profile inference-api', 'openid'],
  ])('refuses %s', (_title, text, reason) => {
    expect(parseScopes(text)).toEqual({ ok: false, error: { kind: 'scopes-invalid', reason } });
  });
});
