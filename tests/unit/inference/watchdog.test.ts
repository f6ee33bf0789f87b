// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PATIENCE, startWatchdog, type Watchdog } from '@/utils/inference/watchdog';

let watchdog: Watchdog;

beforeEach(() => {
  vi.useFakeTimers();
  watchdog = startWatchdog();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('startWatchdog', () => {
  it('[ST-09] waits five minutes for the first byte, then barks', () => {
    vi.advanceTimersByTime(5 * 60_000 - 1);
    expect(watchdog.signal.aborted).toBe(false);
    vi.advanceTimersByTime(1);
    expect(watchdog.signal.reason).toMatchObject({ error: { kind: 'stalled' } });
  });

  it('[ST-09] waits a minute between bytes', () => {
    watchdog.touch();
    vi.advanceTimersByTime(59_999);
    watchdog.touch();
    vi.advanceTimersByTime(59_999);
    expect(watchdog.signal.aborted).toBe(false);
    vi.advanceTimersByTime(1);
    expect(watchdog.signal.aborted).toBe(true);
  });

  it('[ST-09] waits ten minutes in all, however often bytes come', () => {
    for (let elapsed = 0; elapsed < PATIENCE.inAllMs - 30_000; elapsed += 30_000) {
      vi.advanceTimersByTime(30_000);
      watchdog.touch();
    }
    expect(watchdog.signal.aborted).toBe(false);
    vi.advanceTimersByTime(30_000);
    expect(watchdog.signal.aborted).toBe(true);
  });

  it('leaves no timer behind when it is stopped', () => {
    watchdog.touch();
    watchdog.stop();
    expect(vi.getTimerCount()).toBe(0);
  });
});
