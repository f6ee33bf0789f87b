import { Failure } from '@/utils/errors/failure';

/** How long a stream may be silent. Milliseconds. */
export interface Patience {
  firstByteMs: number;
  betweenBytesMs: number;
  inAllMs: number;
}

export const PATIENCE: Patience = {
  firstByteMs: 5 * 60_000,
  betweenBytesMs: 60_000,
  inAllMs: 10 * 60_000,
};

/** Watches over one stream. */
export interface Watchdog {
  /** Aborts with a `stalled` Failure as its reason. */
  signal: AbortSignal;
  /** Call for every piece of data that arrives. */
  touch(): void;
  /** Ends the watch. */
  stop(): void;
}

/** Starts to watch a stream that is about to be asked for. */
export function startWatchdog(patience: Patience = PATIENCE): Watchdog {
  const controller = new AbortController();
  const bark = () => controller.abort(new Failure({ kind: 'stalled' }));
  let silence = setTimeout(bark, patience.firstByteMs);
  const whole = setTimeout(bark, patience.inAllMs);
  return {
    signal: controller.signal,
    touch: () => {
      clearTimeout(silence);
      silence = setTimeout(bark, patience.betweenBytesMs);
    },
    stop: () => {
      clearTimeout(silence);
      clearTimeout(whole);
    },
  };
}
