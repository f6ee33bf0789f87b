// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { fullerSelection } from '@/utils/selection/fuller-selection';

const LINES = 'First line\n  indented line\n\nLast line';
const ONE_LINE = 'First line   indented line Last line';

describe('fullerSelection', () => {
  it.each([
    ['[R35] the lines of the page over the one line of the menu', ONE_LINE, LINES, LINES],
    ['[R34] the whole of the page over the beginning from the menu', 'aaa', 'aaabbb', 'aaabbb'],
    ['the page at a tie', 'a b', 'a\nb', 'a\nb'],
    ['the menu where the page cannot be read', ONE_LINE, undefined, ONE_LINE],
    ['the menu where the page has no selection', 'a b', '', 'a b'],
    ['the menu where the page has white space', 'a b', ' \n ', 'a b'],
    ['the menu where the page has a smaller selection', 'a long text', 'text', 'a long text'],
    ['the page where the menu passed nothing', '', 'a text', 'a text'],
    ['nothing where there is nothing', '', undefined, ''],
    ['nothing where there is white space', '  ', '\n', ''],
  ])('takes %s', (_title, passed, read, text) => {
    expect(fullerSelection(passed, read)).toEqual({ text, isCut: false });
  });

  it.each([
    ['empty lines at both ends go', '\n \n\t\na\n\nb\n \n', 'a\n\nb'],
    ['the indentation of the first line stays', '\n    a\n  b', '    a\n  b'],
    ['space after the last line goes', 'a  \t', 'a'],
    ['line ends become one kind', 'a\r\nb\r\n', 'a\nb'],
  ])('[R35] %s', (_title, read, text) => {
    expect(fullerSelection('', read).text).toBe(text);
  });

  it("[R34] says that it is cut at Firefox's limit when the page cannot be read", () => {
    expect(fullerSelection('a'.repeat(16_384), undefined)).toMatchObject({ isCut: true });
    expect(fullerSelection('a'.repeat(16_383), undefined)).toMatchObject({ isCut: false });
    expect(fullerSelection('a'.repeat(16_385), undefined)).toMatchObject({ isCut: false });
  });

  it('[R34] is not cut when the page gave the rest', () => {
    const whole = 'a'.repeat(1_100_000);
    expect(fullerSelection('a'.repeat(16_384), whole)).toEqual({ text: whole, isCut: false });
  });
});
