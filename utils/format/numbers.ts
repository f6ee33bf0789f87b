import { browser } from '@/utils/browser';

function locale(): string {
  return browser.i18n.getUILanguage();
}

/** A whole number, grouped as the interface's language does. */
export function formatCount(value: number): string {
  return new Intl.NumberFormat(locale()).format(value);
}

/** A price in USD: two decimals, and more where it takes them to show two digits, so that 0.0004 does not become 0.00. */
export function formatUsd(value: number): string {
  const decimals = value > 0 ? 1 - Math.floor(Math.log10(value)) : 2;
  return new Intl.NumberFormat(locale(), {
    style: 'currency',
    currency: 'USD',
    minimumFractionDigits: 2,
    maximumFractionDigits: Math.min(Math.max(decimals, 2), 12),
  }).format(value);
}

/** A context length in thousands of tokens: 128000 and 131072 are both "128". */
export function formatThousands(tokens: number): string {
  return formatCount(Math.round(tokens % 1000 === 0 ? tokens / 1000 : tokens / 1024));
}
