// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { isProse } from '@/utils/markdown/formula-rules';

/* Of the longest TeX that is looked at. What costs the square of its length takes a hundred times as long. */
const LENGTH = 4_000;
const ROUNDS = 40;

function timeOf(tex: string): number {
  const startedAt = performance.now();
  for (let round = 0; round < ROUNDS; round += 1) isProse(tex);
  return performance.now() - startedAt;
}

describe('isProse', () => {
  it.each([
    ['brackets that are never closed', `1${'('.repeat(LENGTH)})`],
    ['letters with accents between plain ones', `1${'éa'.repeat(LENGTH / 2)}`],
  ])('takes no more than about the length of %s', (_title, tex) => {
    const plain = timeOf(`1${'a'.repeat(LENGTH)}`);
    expect(timeOf(tex)).toBeLessThan(30 * Math.max(plain, 1));
  });

  it.each([
    ['1 (a', true],
    ['1 (a) (b', true],
    ['1 (a(b)', false],
    ['1 (a) + (b)', false],
  ])('takes %j for prose: %s', (tex, isIt) => {
    expect(isProse(tex)).toBe(isIt);
  });
});
