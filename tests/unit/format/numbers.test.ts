// @vitest-environment node
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { formatCount, formatThousands, formatUsd } from '@/utils/format/numbers';

afterEach(() => {
  vi.restoreAllMocks();
});

describe('formatUsd', () => {
  it.each([
    [0, '$0.00'],
    [0.0004, '$0.0004'],
    [0.00045678, '$0.00046'],
    [0.0234, '$0.023'],
    [0.02, '$0.02'],
    [0.0996, '$0.10'],
    [0.075, '$0.075'],
    [0.6, '$0.60'],
    [2.5, '$2.50'],
    [12.345, '$12.35'],
    [123.4, '$123.40'],
    [1234.5, '$1,234.50'],
    [1e-15, '$0.00'],
  ])('writes %s as %s', (value, text) => {
    expect(formatUsd(value)).toBe(text);
  });
});

describe('formatCount', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1_100_000, '1,100,000'],
  ])('writes %s as %s', (value, text) => {
    expect(formatCount(value)).toBe(text);
  });

  it('follows the language of the words, not that of the browser', () => {
    vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('de');
    expect(formatCount(1_100_000)).toBe('1,100,000');
    vi.spyOn(fakeBrowser.i18n, 'getMessage').mockReturnValue('de');
    expect(formatCount(1_100_000)).toBe('1.100.000');
  });
});

describe('formatThousands', () => {
  it.each([
    [128_000, '128'],
    [131_072, '128'],
    [32_768, '32'],
    [8_192, '8'],
    [1_000_000, '1,000'],
    [1_048_576, '1,024'],
  ])('writes %s tokens as %sk', (value, text) => {
    expect(formatThousands(value)).toBe(text);
  });
});
