import { describe, expect, test } from 'vitest';
import { rowOf, type Measurement } from '@/scripts/bench/measurement';
import { alternate, measurementsOf } from '@/scripts/bench/rounds';
import { ratioOf, spreadOf } from '@/scripts/bench/statistics';

describe('the spread of measured values', () => {
  test.each([
    [[7], { low: 7, median: 7, high: 7 }],
    [[5, 1, 3], { low: 2, median: 3, high: 4 }],
    [[10, 2, 30, 4], { low: 3.5, median: 7, high: 15 }],
    // As texts, 9 would come after 100.
    [[100, 9, 20], { low: 14.5, median: 20, high: 60 }],
  ])('of %j is its median and its middle half', (values, spread) => {
    expect(spreadOf(values)).toEqual(spread);
  });

  test('leaves the values as they were', () => {
    const values = [3, 1, 2];
    spreadOf(values);
    expect(values).toEqual([3, 1, 2]);
  });

  test.each([[[]], [[1, Number.NaN]]])('is never made up for %j', (values: number[]) => {
    expect(() => spreadOf(values)).toThrow(RangeError);
  });
});

describe('the ratio to the floor', () => {
  test('is that of the pairs, so a busy moment that both had does not count', () => {
    // The ratio of the two medians would be 2 / 20.
    expect(ratioOf([2, 200, 2], [1, 100, 20]).median).toBe(2);
  });

  test('of nothing to nothing is 1, of something to nothing has no end', () => {
    expect(ratioOf([0], [0]).median).toBe(1);
    expect(ratioOf([3], [0])).toEqual({ low: Infinity, median: Infinity, high: Infinity });
  });

  test('needs both sides of each round', () => {
    expect(() => ratioOf([1, 2], [1])).toThrow('Rounds are missing');
    expect(() => ratioOf([], [])).toThrow('Nothing was measured');
  });
});

describe('a row of the bench', () => {
  const measured = (ours: number[]): Measurement => ({
    title: 'main thread',
    unit: 'ms',
    base: [10, 10, 10],
    ours,
  });

  test('meets the goal by the median of its ratios, up to the goal itself', () => {
    expect(rowOf(measured([12, 12, 99]))).toMatchObject({ isMet: true, goal: 1.2 });
    expect(rowOf(measured([12.1, 12.1, 1])).isMet).toBe(false);
  });

  test('tells both sides and the ratio', () => {
    expect(rowOf(measured([20, 30, 40]))).toMatchObject({
      baseSpread: { low: 10, median: 10, high: 10 },
      oursSpread: { low: 25, median: 30, high: 35 },
      ratio: { low: 2.5, median: 3, high: 3.5 },
    });
  });
});

describe('the rounds', () => {
  test('measure both sides in turn and drop the warm-ups', async () => {
    const order: string[] = [];
    const side = (name: string, first: number) => {
      let next = first;
      return async () => {
        order.push(name);
        next += 1;
        return { load: next };
      };
    };
    const samples = await alternate(
      { warmUps: 1, rounds: 2 },
      { base: side('base', 0), ours: side('ours', 10) },
    );
    expect(order).toEqual(['base', 'ours', 'base', 'ours', 'base', 'ours']);
    expect(samples).toEqual({
      base: [{ load: 2 }, { load: 3 }],
      ours: [{ load: 12 }, { load: 13 }],
    });
  });

  test('give one measurement for each title', () => {
    const titles = { load: { title: 'load event', unit: 'ms' } } as const;
    const samples = { base: [{ load: 1, heap: 5 }], ours: [{ load: 2, heap: 6 }] };
    expect(measurementsOf(titles, samples)).toEqual([
      { title: 'load event', unit: 'ms', base: [1], ours: [2] },
    ]);
  });
});
