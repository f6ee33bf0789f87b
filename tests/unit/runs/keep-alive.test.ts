// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { keepAlive } from '@/utils/runs/keep-alive';

let calls = 0;

beforeEach(() => {
  calls = 0;
  const getPlatformInfo = () => {
    calls += 1;
    return Promise.resolve({ os: 'linux', arch: 'x86-64' });
  };
  Object.assign(fakeBrowser.runtime, { getPlatformInfo });
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('keepAlive', () => {
  it('calls the browser every 20 seconds while work is pending, and stops after', async () => {
    const work = Promise.withResolvers<string>();
    const kept = keepAlive(work.promise);
    vi.advanceTimersByTime(60_000);
    expect(calls).toBe(3);
    work.resolve('done');
    expect(await kept).toBe('done');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('stops after work that fails, and passes the failure on', async () => {
    await expect(keepAlive(Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('goes on until the last of several, with one timer', async () => {
    const one = Promise.withResolvers<void>();
    const two = Promise.withResolvers<void>();
    const first = keepAlive(one.promise);
    const second = keepAlive(two.promise);
    expect(vi.getTimerCount()).toBe(1);
    one.resolve();
    await first;
    vi.advanceTimersByTime(20_000);
    expect(calls).toBe(1);
    two.resolve();
    await second;
    expect(vi.getTimerCount()).toBe(0);
  });

  it('begins again for later work', async () => {
    await keepAlive(Promise.resolve());
    const work = Promise.withResolvers<void>();
    const kept = keepAlive(work.promise);
    vi.advanceTimersByTime(20_000);
    expect(calls).toBe(1);
    work.resolve();
    await kept;
  });
});
