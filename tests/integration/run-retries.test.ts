import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Fault } from '@/tests/hub/hub';
import { PARAGRAPH, useCompanion, WAIT } from './companion';

const companion = useCompanion();
const CHAT = '/v1/chat/completions';
const HTML = 'text/html; charset=utf-8';

/** A fault as it is armed: each of these would meet every further try as well. */
type Trouble = Fault extends infer F
  ? F extends Fault
    ? Omit<F, 'path' | 'times'>
    : never
  : never;

function arm(trouble: Trouble, times = 9): void {
  companion.hub.fault({ ...trouble, path: CHAT, times });
}

function status(code: number, headers: Record<string, string> = {}): Trouble {
  return { kind: 'status', status: code, body: { error: 'Trouble' }, headers };
}

function asked(): number {
  return companion.requests(CHAT).length;
}

beforeEach(async () => {
  await companion.extension.signIn();
});

describe('how often it asks', () => {
  // Pauses are as short as chance can make them.
  beforeEach(() => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
  });

  const ONCE: [string, Trouble][] = [
    ...[400, 402, 403, 404, 410, 413, 422, 429, 500, 501].map((code): [string, Trouble] => [
      String(code),
      status(code),
    ]),
    ['429 with a short Retry-After', status(429, { 'retry-after': '1' })],
    ['a page with the status 200', { kind: 'html', status: 200 }],
    ['a page with the status 403', { kind: 'html', status: 403 }],
    ['JSON with the status 200', { kind: 'raw', contentType: 'application/json', body: '{}' }],
    ['a stream of nothing', { kind: 'raw', contentType: 'text/event-stream', body: '' }],
    ['a stream that is cut after its headers', { kind: 'cut', afterChunks: 0 }],
    ['a stream that is reset after its headers', { kind: 'cut', afterChunks: 0, isReset: true }],
    ['a stream that is cut after its first word', { kind: 'cut', afterChunks: 1 }],
    ['a stream that is reset after its first word', { kind: 'cut', afterChunks: 1, isReset: true }],
    ['an error before the first word', { kind: 'stream-error', afterChunks: 0, error: 'Busy' }],
    ['an error in the stream', { kind: 'stream-error', afterChunks: 2, error: 'Busy' }],
    ['a damaged event', { kind: 'malformed', afterChunks: 0 }],
    ['503 that wants 11 s', status(503, { 'retry-after': '11' })],
    [
      '504 that wants a date far away',
      status(504, { 'retry-after': new Date(9e12).toUTCString() }),
    ],
  ];

  it.each(ONCE)('[ST-12] [R27] asks once for %s', async (_title, trouble) => {
    arm(trouble);
    const panel = await companion.start();
    await panel.waitFor('failed');
    await companion.extension.network.settle();
    expect(asked()).toBe(1);
    expect(companion.refreshes()).toEqual([]);
  });

  it('[ST-12] [R21] asks twice for 401, the second time with a new token', async () => {
    arm(status(401));
    const panel = await companion.start();
    await panel.waitForHold('sign-in');
    await companion.extension.network.settle();
    expect(asked()).toBe(2);
    expect(companion.refreshes()).toHaveLength(1);
  });

  const THRICE: [string, Trouble, object][] = [
    ...[502, 503, 504].map((code): [string, Trouble, object] => [
      `[R27] ${code}`,
      status(code),
      { kind: 'service-busy', status: code },
    ]),
    [
      "[R27] a gateway's page",
      { kind: 'html', status: 502 },
      { kind: 'service-busy', status: 502 },
    ],
    [
      '[R27] 503 with garbage for Retry-After',
      status(503, { 'retry-after': 'soon' }),
      { kind: 'service-busy', status: 503 },
    ],
    ['[R13] a connection that is reset', { kind: 'reset' }, { kind: 'unreachable' }],
    [
      '[R14] a redirect, which is never followed',
      { kind: 'redirect', location: 'http://127.0.0.1:9/portal' },
      { kind: 'unreachable' },
    ],
  ];

  it.each(THRICE)('[ST-12] asks three times for %s, not more', async (_title, trouble, error) => {
    arm(trouble);
    const panel = await companion.start();
    expect((await panel.waitFor('failed')).state).toMatchObject({ error });
    await companion.extension.network.settle();
    expect(asked()).toBe(3);
    expect(companion.refreshes()).toEqual([]);
  });

  it.each([
    ['a gateway', [status(503)]],
    ['two gateways', [status(502), status(504)]],
    ['a reset and a gateway', [{ kind: 'reset' } as const, status(503)]],
  ])('[R27] answers whole, and once, after trouble with %s', async (_title, troubles) => {
    for (const trouble of troubles) arm(trouble, 1);
    const panel = await companion.start();
    const { answer } = await panel.waitFor('done');
    expect(asked()).toBe(troubles.length + 1);
    expect(answer).toBe(companion.hub.chats.at(-1)?.sentText);
    expect(companion.hub.chats.filter(({ state }) => state === 'finished')).toHaveLength(1);
    expect(companion.sentText()).toBe(PARAGRAPH);
  });

  it('[ST-12] asks no more once a good answer has begun after trouble', async () => {
    arm(status(503), 1);
    arm({ kind: 'cut', afterChunks: 1 });
    const panel = await companion.start();
    expect((await panel.waitFor('failed')).state).toMatchObject({ error: { kind: 'stream-cut' } });
    await companion.extension.network.settle();
    expect(asked()).toBe(2);
  });

  it('[R13] does not ask again while the network is gone', async () => {
    let tries = 0;
    vi.stubGlobal('navigator', { onLine: false });
    companion.extension.network.before(CHAT, () => {
      tries += 1;
      throw new TypeError('fetch failed');
    });
    const panel = await companion.start();
    expect((await panel.waitFor('failed')).state).toMatchObject({ error: { kind: 'offline' } });
    expect(tries).toBe(1);
  });
});

describe('how long it waits', () => {
  /** Starts a run that meets trouble, and waits until it pauses. */
  async function startAndPause(trouble: Trouble, times = 9) {
    const { extension } = companion;
    await extension.waitFor('local', 'modelCatalogue');
    arm(trouble, times);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const panel = await companion.start();
    await vi.waitFor(() => expect(asked()).toBe(1), WAIT);
    await extension.network.settle();
    return panel;
  }

  it('[R27] waits as long as the server wants, up to ten seconds', async () => {
    const panel = await startAndPause(status(503, { 'retry-after': '10' }), 1);
    await vi.advanceTimersByTimeAsync(9_000);
    await companion.extension.network.settle();
    expect(asked()).toBe(1);
    await vi.advanceTimersByTimeAsync(1_000);
    await panel.waitFor('done');
    expect(asked()).toBe(2);
  });

  it('[ST-06] Stop ends the pause at once, and nothing is asked any more', async () => {
    const panel = await startAndPause(status(503, { 'retry-after': '10' }));
    await companion.extension.request('run.stop', { runId: panel.runId });
    expect(panel.run?.state).toEqual({ kind: 'stopped' });
    await vi.advanceTimersByTimeAsync(60_000);
    await companion.extension.network.settle();
    expect(asked()).toBe(1);
    expect(panel.run?.state).toEqual({ kind: 'stopped' });
  });
});

it.each([
  ['Retry-After in seconds', { 'retry-after': '30' }, 30_000],
  ['Retry-After as a date', { 'retry-after': 'Thu, 01 Jan 2026 00:00:30 GMT' }, 30_000],
  ['RateLimit', { ratelimit: '"api";r=0;t=55' }, 55_000],
  ['RateLimit of an earlier draft', { ratelimit: 'limit=9, remaining=0, reset=55' }, 55_000],
  ['nothing', {}, undefined],
  ['garbage', { 'retry-after': 'soon', ratelimit: '"api"' }, undefined],
  ['a negative number', { 'retry-after': '-5', ratelimit: '"api";r=0;t=-5' }, undefined],
  ['a date in the past', { 'retry-after': 'Thu, 01 Jan 2015 00:00:00 GMT' }, undefined],
  ['a whole day, capped', { 'retry-after': '86400' }, 600_000],
])('[R26] [ST-11] tells of 429 when it may be asked again: %s', async (_title, headers, ms) => {
  const date = 'Thu, 01 Jan 2026 00:00:00 GMT';
  arm(status(429, { 'content-type': HTML, date, ...(headers as Record<string, string>) }));
  const before = Date.now();
  const panel = await companion.start();
  const { state } = await panel.waitFor('failed');
  const error = state.kind === 'failed' ? state.error : undefined;
  if (error?.kind !== 'rate-limited') throw new Error(`no rate limit: ${JSON.stringify(error)}`);
  if (ms === undefined) return expect(error.retryAt).toBeUndefined();
  expect(error.retryAt).toBeGreaterThanOrEqual(before + ms);
  expect(error.retryAt).toBeLessThanOrEqual(Date.now() + ms);
});
