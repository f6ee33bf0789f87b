import { describe, expect, it } from 'vitest';
import { countColumns, hasMoreLines } from '@/utils/markdown/measure-table';

describe('countColumns', () => {
  it.each([
    ['a|b\n-|-', 2],
    ['| a | b |\n|:-:|--:|\n| 1 |', 2],
    ['| a \\| b | c |\n|---|---|', 2],
    ['| a \\\\| b | c |\n|---|---|---|', 3],
    ['| a |\n| - |', 1],
    [' a | b\n   -- | --\n', 2],
  ])('counts the columns of %j', (source, columns) => {
    expect(countColumns(source)).toBe(columns);
  });

  it.each(['a', 'a|b', 'a|b\n', 'a|b\nc|d', 'a\n-|-', 'a|b|c\n-|-', 'a|b\n||'])(
    'sees no table in %j',
    (source) => {
      expect(countColumns(source)).toBeUndefined();
    },
  );
});

describe('hasMoreLines', () => {
  it.each([
    ['a\nb\nc', 2, true],
    ['a\nb\nc', 3, false],
    ['a\nb\n', 2, false],
    ['a\n \nc\nd', 2, false],
  ])('%j has more than %d lines: %s', (source, limit, expected) => {
    expect(hasMoreLines(source, limit)).toBe(expected);
  });
});
