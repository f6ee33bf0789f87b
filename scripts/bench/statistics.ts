/** Where the middle of some values lies, and the middle half of them. */
export interface Spread {
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

/** @param values in any order @throws RangeError when there are none, or one is no number */
export function spreadOf(values: readonly number[]): Spread {
  if (values.length === 0) throw new RangeError('Nothing was measured');
  if (values.some(Number.isNaN)) throw new RangeError('A measured value is no number');
  const sorted = values.toSorted((a, b) => a - b);
  return {
    low: quantile(sorted, 0.25),
    median: quantile(sorted, 0.5),
    high: quantile(sorted, 0.75),
  };
}

/** Between two values by their distance (the method of Excel, NumPy and R's type 7). */
function quantile(sorted: readonly number[], share: number): number {
  const position = (sorted.length - 1) * share;
  const below = sorted[Math.floor(position)] ?? Number.NaN;
  const above = sorted[Math.ceil(position)] ?? Number.NaN;
  return below === above ? below : below + (above - below) * (position - Math.floor(position));
}

/**
 * How many times the base each value is, pair by pair: the two of a round saw the same machine, however
 * busy it was. Nothing against nothing is 1.
 *
 * @throws RangeError when they are not equally many, or none
 */
export function ratioOf(values: readonly number[], base: readonly number[]): Spread {
  if (values.length !== base.length) throw new RangeError('Rounds are missing on one side');
  return spreadOf(values.map((value, round) => ratio(value, base[round] ?? Number.NaN)));
}

function ratio(value: number, base: number): number {
  return value === base ? 1 : value / base;
}
