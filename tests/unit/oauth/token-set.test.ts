// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { toTokenSet } from '@/utils/oauth/token-set';

const NOW = 1_700_000_000_000;

beforeEach(() => {
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('toTokenSet', () => {
  it('makes the lifetime a moment and keeps the granted scopes', () => {
    const response = {
      access_token: 'access',
      refresh_token: 'refresh',
      expires_in: 28_800,
      scope: 'openid',
    };
    expect(toTokenSet(response, 'openid profile')).toEqual({
      accessToken: 'access',
      refreshToken: 'refresh',
      expiresAt: NOW + 28_800_000,
      scope: 'openid',
    });
  });

  it('takes the scopes that were asked for when the answer names none', () => {
    expect(toTokenSet({ access_token: 'a', expires_in: 1 }, 'openid profile').scope).toBe(
      'openid profile',
    );
  });

  it('assumes a short life when the answer names none', () => {
    expect(toTokenSet({ access_token: 'a' }, '').expiresAt).toBe(NOW + 300_000);
  });

  it('has no refresh token when there is none', () => {
    expect(toTokenSet({ access_token: 'a' }, '').refreshToken).toBeUndefined();
  });
});
