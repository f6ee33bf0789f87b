import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until the next piece is due, of which `sent` have been sent; rejects when aborted. */
export type Pace = (sent: number, signal: AbortSignal) => Promise<void>;

/** A pause of this many milliseconds after each piece. */
export function pauseOf(pauseMs: number): Pace {
  return async (_sent, signal) => sleep(pauseMs, undefined, { signal });
}

/**
 * So many pieces a second on the average: timers are late and know whole milliseconds only, so
 * pieces that are due already are let through without a pause.
 */
export function rateOf(piecesPerSecond: number): Pace {
  let begun: number | undefined;
  return async (sent, signal) => {
    begun ??= performance.now();
    const waitMs = begun + (sent * 1000) / piecesPerSecond - performance.now();
    if (waitMs >= 1) await sleep(waitMs, undefined, { signal });
  };
}
