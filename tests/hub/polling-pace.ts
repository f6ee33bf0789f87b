/** How long a device waits between polls where the answer names no interval (RFC 8628 §3.5). */
const INTERVAL_MS = 5000;

/** What each `slow_down` adds to a device's interval, for good (RFC 8628 §3.5). */
const STEP_MS = 5000;

/** Timers and networks are not exact; a device that waited must not be told that it did not. */
const TOLERANCE_MS = 500;

/** Tells the devices that poll too fast from those that keep their interval. */
export class PollingPace {
  readonly #devices = new Map<string, { readonly at: number; readonly intervalMs: number }>();

  /** Notes a poll; true when it came too soon after the one before, which lengthens the interval. */
  isTooFast(deviceCode: string): boolean {
    const at = Date.now();
    const last = this.#devices.get(deviceCode) ?? { at: 0, intervalMs: INTERVAL_MS };
    const isTooFast = at - last.at < last.intervalMs - TOLERANCE_MS;
    const intervalMs = last.intervalMs + (isTooFast ? STEP_MS : 0);
    this.#devices.set(deviceCode, { at, intervalMs });
    return isTooFast;
  }
}
