import { setTimeout as delay } from 'node:timers/promises';
import type { Soak } from './soak.ts';

/** How often the heap is measured. Milliseconds. */
const MEASURE_EVERY_MS = 2_000;

/** Steeper is a leak: runs that are never let go of cost some kB each. Bytes for 100 runs. */
const FLAT_BYTES = 100_000;

/** The heap of the background after a forced collection. */
export interface HeapSample {
  /** Runs started by then. */
  readonly runs: number;
  readonly bytes: number;
}

/** Measures in the second half, when one background has lived for a while. Empty where the browser cannot be asked. */
export async function measureHeap(
  { browser, diary, goal }: Soak,
  isOver: () => boolean,
): Promise<HeapSample[]> {
  const samples: HeapSample[] = [];
  while (!isOver()) {
    await delay(MEASURE_EVERY_MS);
    if (diary.runs < goal / 2) continue;
    const bytes = await browser.backgroundHeapBytes?.();
    if (bytes !== undefined) samples.push({ runs: diary.runs, bytes });
  }
  return samples;
}

/**
 * The slope in bytes for 100 runs: the median of those between all pairs (Theil and Sen), which the odd
 * sample amid a burst of answers does not move. 0 without two samples.
 */
export function heapSlope(samples: readonly HeapSample[]): number {
  const slopes = samples.flatMap((sample, index) =>
    samples
      .slice(index + 1)
      .filter(({ runs }) => runs > sample.runs)
      .map(({ runs, bytes }) => ((bytes - sample.bytes) / (runs - sample.runs)) * 100),
  );
  return slopes.toSorted((a, b) => a - b)[Math.floor(slopes.length / 2)] ?? 0;
}

export function isFlat(slope: number): boolean {
  return slope <= FLAT_BYTES;
}
