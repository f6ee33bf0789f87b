import type { Measurement, Unit } from './measurement.ts';

/** The figures of one round of one side, by key. */
export type Sample<Key extends string> = Readonly<Record<Key, number>>;

/** The rounds of both sides, in the same order. */
export interface Samples<Key extends string> {
  readonly base: readonly Sample<Key>[];
  readonly ours: readonly Sample<Key>[];
}

export interface Rounds {
  readonly warmUps: number;
  /** Those that count. */
  readonly rounds: number;
}

/**
 * Measures both sides in turn, so that both meet the same moods of the machine. Warm-ups come first
 * and are dropped.
 */
export async function alternate<Key extends string>(
  { warmUps, rounds }: Rounds,
  sides: { readonly base: () => Promise<Sample<Key>>; readonly ours: () => Promise<Sample<Key>> },
): Promise<Samples<Key>> {
  const base: Sample<Key>[] = [];
  const ours: Sample<Key>[] = [];
  for (let round = 0; round < warmUps + rounds; round += 1) {
    base.push(await sides.base());
    ours.push(await sides.ours());
  }
  return { base: base.slice(warmUps), ours: ours.slice(warmUps) };
}

/** What a key of the samples is called in the table. */
export type Titles<Key extends string> = Readonly<
  Record<Key, { readonly title: string; readonly unit: Unit }>
>;

/** One measurement for each key. */
export function measurementsOf<Key extends string>(
  titles: Titles<Key>,
  { base, ours }: Samples<NoInfer<Key>>,
): Measurement[] {
  // Object.keys forgets what the keys of a record are.
  return (Object.keys(titles) as Key[]).map((key) => ({
    ...titles[key],
    base: base.map((sample) => sample[key]),
    ours: ours.map((sample) => sample[key]),
  }));
}
