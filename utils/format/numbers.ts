import { i18n } from '#i18n';

/** That of the words around the numbers, which may not be the browser's. */
function locale(): string {
  return i18n.t('extension.language');
}

/** A whole number, grouped as the language of the words does. */
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
