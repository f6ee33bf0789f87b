import type { Bench } from './open-bench.ts';
import type { Measurement } from './measurement.ts';

/** One situation that is measured. */
export interface BenchCase {
  /** As the command line calls it. */
  readonly name: string;
  readonly title: string;
  /** @throws when something could not be measured: there are no figures then */
  readonly measure: (bench: Bench) => Promise<readonly Measurement[]>;
}
