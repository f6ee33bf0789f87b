/**
 * Milliseconds of the computer's monotonic clock, to fractions. Chromium counts by the same one, so
 * times of the browser and of this process can be compared.
 */
export function monotonicNow(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}
