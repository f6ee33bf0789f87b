// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { isProse } from '@/utils/markdown/formula-rules';

describe('isProse', () => {
  it.each([
    ['1 (a', true],
    ['1 (a) (b', true],
    ['1 (a(b)', false],
    ['1 (a) + (b)', false],
  ])('takes %j for prose: %s', (tex, isIt) => {
    expect(isProse(tex)).toBe(isIt);
  });
});
