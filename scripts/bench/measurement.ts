import { ratioOf, spreadOf, type Spread } from './statistics.ts';

/** The bench's goal: no more than this times the floor. */
export const GOAL = 1.2;

/** The empty one is for things that are counted. */
export type Unit = 'ms' | 'µs' | 'kB' | 'bytes' | '';

/** One quantity of a case, as often on both sides. */
export interface Measurement {
  readonly title: string;
  readonly unit: Unit;
  readonly base: readonly number[];
  readonly ours: readonly number[];
}

/** A measurement with what follows from it. */
export interface Row extends Measurement {
  readonly baseSpread: Spread;
  readonly oursSpread: Spread;
  readonly ratio: Spread;
  readonly goal: number;
  readonly isMet: boolean;
}

/** @throws RangeError for a measurement that cannot count */
export function rowOf(measurement: Measurement): Row {
  const { base, ours } = measurement;
  const ratio = ratioOf(ours, base);
  return {
    ...measurement,
    baseSpread: spreadOf(base),
    oursSpread: spreadOf(ours),
    ratio,
    goal: GOAL,
    isMet: ratio.median <= GOAL,
  };
}
