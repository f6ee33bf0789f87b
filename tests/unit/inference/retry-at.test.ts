// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { rateLimitResetMs } from '@/utils/inference/rate-limit';
import { retryAfterMs } from '@/utils/inference/retry-after';
import { retryAt } from '@/utils/inference/retry-at';

const NOW = Date.UTC(2026, 0, 1, 12, 0, 0);

beforeEach(() => {
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('retryAfterMs', () => {
  it.each([
    ['seconds', '2', 2_000],
    ['seconds with white space', ' 30 ', 30_000],
    ['a date', 'Thu, 01 Jan 2026 12:01:30 GMT', 90_000],
    ['no seconds', '0', undefined],
    ['a date that has passed', 'Thu, 01 Jan 2026 11:59:59 GMT', undefined],
    ['this very moment', 'Thu, 01 Jan 2026 12:00:00 GMT', undefined],
    ['a negative number', '-5', undefined],
    ['words', 'later', undefined],
    ['nothing', '', undefined],
  ])('[ST-11] reads %s', (_title, value, ms) => {
    expect(retryAfterMs(new Headers({ 'retry-after': value }))).toBe(ms);
  });

  it('[ST-11] is unknown without the header', () => {
    expect(retryAfterMs(new Headers())).toBeUndefined();
  });

  it('[ST-11] [R29] takes a date by the clock of the server, not by a wrong one of this computer', () => {
    const headers = {
      'retry-after': 'Fri, 02 Jan 2026 12:01:30 GMT',
      date: 'Fri, 02 Jan 2026 12:00:00 GMT',
    };
    expect(retryAfterMs(new Headers(headers))).toBe(90_000);
    expect(retryAfterMs(new Headers({ ...headers, date: 'no date' }))).toBe(86_490_000);
  });
});

describe('rateLimitResetMs', () => {
  it.each([
    ['one policy', '"api";r=0;t=55', 55_000],
    ['spaces', ' "api" ; r=0 ; t=55 ', 55_000],
    ['a name that is a token', 'api;r=0;t=55', 55_000],
    ['parameters in another order', '"api";t=55;pk=:abc:;r=0', 55_000],
    ['the last of several that are used up', '"burst";r=0;t=5, "daily";r=0;t=90', 90_000],
    ['the one of several that is used up', '"burst";r=0;t=5, "daily";r=7;t=9000', 5_000],
    ['a name with everything in it', '"a,b;r=1;t=2\\"c";r=0;t=55', 55_000],
    ['an earlier draft', 'limit=100, remaining=0, reset=55', 55_000],
    ['an earlier draft without spaces', 'limit=100,remaining=0,reset=55', 55_000],
    ['an earlier draft with something left', 'limit=100, remaining=3, reset=55', undefined],
    ['a quota with something left', '"api";r=3;t=55', undefined],
    ['no reset', '"api";r=0', undefined],
    ['no rest', '"api";t=55', undefined],
    ['a negative reset', '"api";r=0;t=-55', undefined],
    ['a reset in the past', '"api";r=0;t=0', undefined],
    ['a reset that is no whole number', '"api";r=0;t=5.5', undefined],
    ['a rest that is no whole number', '"api";r=0.5;t=5', undefined],
    ['a reset that is no number', '"api";r=0;t=soon', undefined],
    ['parameters of other names', '"api";wr=0;at=55', undefined],
    ['words', 'later', undefined],
    ['nothing', '', undefined],
  ])('[ST-11] reads %s', (_title, value, ms) => {
    expect(rateLimitResetMs(new Headers({ ratelimit: value }))).toBe(ms);
  });

  it('[ST-11] is unknown without the header', () => {
    expect(rateLimitResetMs(new Headers())).toBeUndefined();
  });
});

describe('retryAt', () => {
  it.each<[string, Record<string, string>, number | undefined]>([
    ['Retry-After', { 'retry-after': '30' }, NOW + 30_000],
    ['RateLimit', { ratelimit: '"api";r=0;t=55' }, NOW + 55_000],
    [
      'Retry-After before RateLimit',
      { 'retry-after': '30', ratelimit: '"api";r=0;t=55' },
      NOW + 30_000,
    ],
    [
      'RateLimit where Retry-After is garbage',
      { 'retry-after': 'soon', ratelimit: '"api";r=0;t=55' },
      NOW + 55_000,
    ],
    ['a day of waiting, capped', { 'retry-after': '86400' }, NOW + 600_000],
    ['a number of many digits, capped', { 'retry-after': '9'.repeat(400) }, NOW + 600_000],
    ['a date next year, capped', { 'retry-after': 'Fri, 01 Jan 2027 12:00:00 GMT' }, NOW + 600_000],
    ['a long reset, capped', { ratelimit: '"daily";r=0;t=86400' }, NOW + 600_000],
    ['nothing', {}, undefined],
  ])('[ST-11] [R26] goes by %s', (_title, headers, moment) => {
    expect(retryAt(new Headers(headers))).toBe(moment);
  });
});
