// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { SEAM, withoutSeams, withSeams } from '@/utils/markdown/seams';

describe('withSeams', () => {
  it.each([
    ['One two three', [], 'One two three'],
    ['One two three', [3], `One${SEAM} two three`],
    ['One two three', [5], `One two${SEAM} three`],
    ['One two three', [1, 5], `One${SEAM} two${SEAM} three`],
    ['One two three', [1, 2], `One${SEAM}${SEAM} two three`],
    ['One two three', [13], 'One two three'],
    ['One two three', [10], 'One two three'],
  ])('marks %o at %o', (text, seams, marked) => {
    expect(withSeams(text, seams)).toBe(marked);
    expect(withoutSeams(marked)).toBe(text);
  });

  it('leaves what was marked as it was while the answer grows, for a lexer that goes on', () => {
    const whole = 'One two three four five';
    for (let length = 5; length < whole.length; length += 1) {
      const [shorter, longer] = [length, length + 1].map((end) =>
        withSeams(whole.slice(0, end), [5]),
      );
      expect(longer?.startsWith(shorter ?? '')).toBe(true);
    }
  });
});
