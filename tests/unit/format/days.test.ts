import { describe, expect, it, vi } from 'vitest';
import { dayOf, formatDay } from '@/utils/format/days';

/** Wednesday. In whatever time zone the tests run. */
const NOW = new Date(2026, 2, 18, 0, 30).getTime();

const at = (...parts: [number, number, number, number, number]) => new Date(...parts).getTime();

describe('formatDay', () => {
  it.each<[string, number, string]>([
    ['a minute ago', at(2026, 2, 18, 0, 29), 'Today'],
    ['an hour ago, before midnight', at(2026, 2, 17, 23, 30), 'Yesterday'],
    ['the first minute of yesterday', at(2026, 2, 17, 0, 0), 'Yesterday'],
    ['the last minute of the day before', at(2026, 2, 16, 23, 59), 'Monday'],
    ['six days ago', at(2026, 2, 12, 12, 0), 'Thursday'],
    ['a week ago', at(2026, 2, 11, 12, 0), 'Wednesday, March 11'],
    ['last year', at(2025, 11, 31, 12, 0), 'Wednesday, December 31, 2025'],
    ['a clock that was ahead', at(2026, 2, 19, 12, 0), 'Thursday, March 19'],
  ])('names %s', (_title, moment, name) => {
    expect(formatDay(moment, NOW)).toBe(name);
  });
});

describe('dayOf', () => {
  it.each(['America/St_Johns', 'Europe/Berlin', 'Pacific/Auckland'])(
    'counts each day of a year once in %s, also those of 23 and 25 hours',
    (zone) => {
      vi.stubEnv('TZ', zone);
      try {
        const offsets = new Set<number>();
        const days = Array.from({ length: 365 }, (_value, index) => {
          const moment = new Date(2026, 0, index + 1, index % 24, 0);
          offsets.add(moment.getTimezoneOffset());
          return dayOf(moment.getTime());
        });
        expect(offsets.size).toBe(2);
        expect(days).toEqual(days.map((_day, index) => (days[0] ?? NaN) + index));
      } finally {
        vi.unstubAllEnvs();
      }
    },
  );
});
