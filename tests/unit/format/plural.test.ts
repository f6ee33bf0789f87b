// @vitest-environment node
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { formatList } from '@/utils/format/lists';
import { plural } from '@/utils/format/plural';

afterEach(() => {
  vi.restoreAllMocks();
});

/** Shows keys for words, in a language. */
function speak(language: string) {
  vi.spyOn(fakeBrowser.i18n, 'getMessage').mockImplementation((key) =>
    key === 'extension_language' ? language : `${key} {count}`,
  );
}

describe('plural', () => {
  it.each([
    [0, '0 answers'],
    [1, '1 answer'],
    [2, '2 answers'],
    [1234, '1,234 answers'],
  ])('counts %i in English', (count, words) => {
    expect(plural('history.count', count)).toBe(words);
  });

  it('fills in what else the words ask for', () => {
    expect(plural('money.monthTotal', 2, { cost: '$0.10' })).toBe(
      '2 answers, $0.10 at list price.',
    );
  });

  it.each([
    ['zh-CN', 1, 'history_count_other 1'],
    ['pl', 3, 'history_count_few 3'],
    ['pl', 12, 'history_count_many 12'],
    ['cy', 0, 'history_count_zero 0'],
  ])('asks for the form that %s has for %i', (language, count, words) => {
    speak(language);
    expect(plural('history.count', count)).toBe(words);
  });
});

describe('formatList', () => {
  it.each([
    ['en', 'a, b, c'],
    ['zh-CN', 'a、b、c'],
  ])('puts the signs of %s between names', (language, words) => {
    speak(language);
    expect(formatList(['a', 'b', 'c'])).toBe(words);
  });
});
