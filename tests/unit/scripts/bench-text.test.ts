import { describe, expect, test } from 'vitest';
import { inPieces, LAST_WORDS, markdownText } from '@/scripts/bench/markdown-text';
import { spentBetween } from '@/scripts/bench/measure/thread-times';
import { MAX_LEXED_LENGTH } from '@/utils/markdown/limits';

describe('the text of the long answer', () => {
  test('is as long as asked for, always the same, and ends in a sentence of its own', () => {
    const text = markdownText(200_000);
    expect(text).toHaveLength(200_000);
    expect(text.length).toBeLessThan(MAX_LEXED_LENGTH);
    expect(text).toBe(markdownText(200_000));
    expect(text.endsWith(`\n\n${LAST_WORDS}`)).toBe(true);
    expect(text.split(LAST_WORDS)).toHaveLength(2);
  });

  test('is the same again when its pieces are joined', () => {
    const pieces = inPieces('abcdefgh', 3);
    expect(pieces).toEqual(['abc', 'def', 'gh']);
  });
});

describe('the processor time between two readings', () => {
  const page = (ms: number) => ({ ms, isWorker: false });
  const worker = (ms: number) => ({ ms, isWorker: true });

  test('is that of pages and of the background, each by itself', () => {
    const before = new Map([
      ['1', page(10)],
      ['2', worker(5)],
    ]);
    const after = new Map([
      ['1', page(30)],
      ['2', worker(6)],
    ]);
    expect(spentBetween(before, after)).toEqual({ pages: 20, background: 1 });
  });

  test('counts a background that has started anew from zero, and never less than nothing', () => {
    const before = new Map([
      ['1', page(10)],
      ['2', worker(50)],
    ]);
    const after = new Map([
      ['1', page(10)],
      ['3', worker(4)],
    ]);
    expect(spentBetween(before, after)).toEqual({ pages: 0, background: 4 });
  });
});
