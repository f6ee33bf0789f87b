// @vitest-environment node
import * as oauth from 'oauth4webapi';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { withServerClock } from '@/utils/oauth/server-clock';

const NOW = Date.parse('2026-03-01T12:00:00Z');
const CLIENT = { client_id: 'client' };

beforeEach(() => {
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

function skew(date: string | undefined): unknown {
  const headers: Record<string, string> = date === undefined ? {} : { date };
  return withServerClock(CLIENT, new Response('', { headers }))[oauth.clockSkew];
}

describe('withServerClock', () => {
  it.each([
    ['the same time', 'Sun, 01 Mar 2026 12:00:00 GMT', 0],
    ['a day later', 'Mon, 02 Mar 2026 12:00:00 GMT', 86_400],
    ['a day earlier', 'Sat, 28 Feb 2026 12:00:00 GMT', -86_400],
  ])('[R29] takes %s of the server over, in seconds', (_what, date, seconds) => {
    expect(skew(date)).toBe(seconds);
  });

  it.each([
    ['no date', undefined],
    ['an empty one', ''],
    ['one that is none', 'soon'],
  ])('keeps this computer’s time where the server names %s', (_what, date) => {
    expect(skew(date)).toBeUndefined();
  });
});
