import { i18n } from '#i18n';

/** A time of day, to the minute, as the language of the words writes it. */
export function formatTimeOfDay(epochMs: number): string {
  return formatTime(epochMs, 'short');
}

/** A time of day, to the second. */
export function formatExactTime(epochMs: number): string {
  return formatTime(epochMs, 'medium');
}

/** What is left of some time, as minutes and seconds: 4:32. Never less than 0:00. */
export function formatCountdown(ms: number): string {
  const seconds = Math.max(Math.ceil(ms / 1000), 0);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Some time that has passed, as minutes and seconds: 0:05. Never less than 0:00. */
export function formatElapsed(ms: number): string {
  return formatCountdown(Math.floor(ms / 1000) * 1000);
}

function formatTime(epochMs: number, timeStyle: 'short' | 'medium'): string {
  const language = i18n.t('extension.language');
  return new Intl.DateTimeFormat(language, { timeStyle }).format(epochMs);
}

/** A short time: 420ms, or 4.2s. */
export function formatDuration(ms: number): string {
  const isShort = ms < 1000;
  return new Intl.NumberFormat(i18n.t('extension.language'), {
    style: 'unit',
    unit: isShort ? 'millisecond' : 'second',
    unitDisplay: 'short',
    maximumFractionDigits: isShort ? 0 : 1,
  }).format(isShort ? ms : ms / 1000);
}

/** The name of a month such as `2026-11`: November 2026. */
export function formatMonth(month: string): string {
  return new Intl.DateTimeFormat(i18n.t('extension.language'), {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(Date.parse(`${month}-01T00:00:00Z`));
}
