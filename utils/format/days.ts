import { i18n } from '#i18n';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Counts calendar days in the person's time zone: two moments of one day have the same number. */
export function dayOf(epochMs: number): number {
  const date = new Date(epochMs);
  // Days of the calendar are all of one length, unlike those of a time zone.
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / DAY_MS;
}

/**
 * A day as a heading: Today, Yesterday, the name of a weekday within a week, the date before, with the year
 * where it is another one. Times are epoch milliseconds.
 */
export function formatDay(epochMs: number, now: number): string {
  const ago = dayOf(now) - dayOf(epochMs);
  if (ago === 0) return i18n.t('history.today');
  if (ago === 1) return i18n.t('history.yesterday');
  const isOfThisWeek = ago > 1 && ago < 7;
  const isOfThisYear = new Date(epochMs).getFullYear() === new Date(now).getFullYear();
  return new Intl.DateTimeFormat(i18n.t('extension.language'), {
    weekday: 'long',
    ...(isOfThisWeek ? {} : { day: 'numeric', month: 'long' }),
    ...(isOfThisWeek || isOfThisYear ? {} : { year: 'numeric' }),
  }).format(epochMs);
}
