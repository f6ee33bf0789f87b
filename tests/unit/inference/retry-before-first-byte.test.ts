// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CompanionError } from '@/utils/errors/companion-error';
import { Failure } from '@/utils/errors/failure';
import { retryBeforeFirstByte } from '@/utils/inference/retry-before-first-byte';
import { bodyOf } from '../support/streams';

type Outcome = number | CompanionError | Response;

const UNREACHABLE: CompanionError = { kind: 'unreachable', host: 'router.huggingface.co' };

/** Asks with these outcomes, one after the other; `askedAt` has when, in milliseconds from the start. */
function ask(outcomes: Outcome[], options: { headers?: HeadersInit; takesMs?: number } = {}) {
  const startedAt = performance.now();
  const askedAt: number[] = [];
  const stop = new AbortController();
  const answer = retryBeforeFirstByte(async () => {
    const outcome = outcomes[askedAt.length];
    askedAt.push(performance.now() - startedAt);
    if (outcome === undefined) throw new Error('asked too often');
    if (options.takesMs) await new Promise((resolve) => setTimeout(resolve, options.takesMs));
    if (outcome instanceof Response) return outcome;
    if (typeof outcome !== 'number') throw new Failure(outcome);
    return new Response('', { status: outcome, ...options });
  }, stop.signal);
  const end = answer.then(
    ({ status }) => status,
    (cause: unknown) => (cause instanceof Failure ? cause.error.kind : cause),
  );
  return { end, askedAt, stop };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'], now: 0 });
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('retryBeforeFirstByte', () => {
  it.each<[string, Outcome[], number | string, number[]]>([
    ['a good answer', [200], 200, [0]],
    ['an error of the request', [400], 400, [0]],
    ['an error of the server itself', [500], 500, [0]],
    ['too many requests', [429], 429, [0]],
    ['a network that is off', [{ kind: 'offline' }], 'offline', [0]],
    [
      'a host that may not be reached',
      [{ kind: 'host-access-missing', host: 'x' }],
      'host-access-missing',
      [0],
    ],
    ['a bad gateway, then a good answer', [502, 200], 200, [0, 500]],
    ['trouble of two kinds, then a good answer', [UNREACHABLE, 504, 200], 200, [0, 500, 1500]],
    ['trouble, then an error of the request', [503, 422], 422, [0, 500]],
    ['trouble, then no network', [UNREACHABLE, { kind: 'offline' }], 'offline', [0, 500]],
    ['a gateway that stays bad', [502, 503, 504, 200], 504, [0, 500, 1500]],
    [
      'a host that stays out of reach',
      [UNREACHABLE, UNREACHABLE, UNREACHABLE, 200],
      'unreachable',
      [0, 500, 1500],
    ],
  ])('[ST-12] [R27] ends with %s', async (_title, outcomes, end, askedAt) => {
    const run = ask(outcomes);
    await vi.runAllTimersAsync();
    expect(await run.end).toBe(end);
    expect(run.askedAt).toEqual(askedAt);
  });

  it.each([
    [0, [0, 0, 0]],
    [0.999, [0, 999, 2997]],
  ])(
    '[R27] pauses up to one second and then two, as chance has it (%d)',
    async (chance, askedAt) => {
      vi.spyOn(Math, 'random').mockReturnValue(chance);
      const run = ask([503, 503, 503]);
      await vi.runAllTimersAsync();
      expect(await run.end).toBe(503);
      expect(run.askedAt).toEqual(askedAt);
    },
  );

  it.each([
    ['ten seconds', '10', [0, 10_000, 20_000]],
    ['no longer, which is obeyed', '1', [0, 1_000, 2_000]],
    ['a date', 'Thu, 01 Jan 1970 00:00:04 GMT', [0, 4_000, 4_500]],
    ['eleven seconds: the person is told instead', '11', [0]],
    ['a past that means nothing', 'Thu, 01 Jan 1960 00:00:00 GMT', [0, 500, 1_500]],
  ])('[R27] goes by Retry-After of %s', async (_title, value, askedAt) => {
    // A date lies in the past at the third try, where chance decides again: 0.25 of two seconds.
    const run = ask([503, 503, 503], { headers: { 'retry-after': value } });
    if (value.includes('00:00:04')) vi.spyOn(Math, 'random').mockReturnValue(0.25);
    await vi.runAllTimersAsync();
    expect(await run.end).toBe(503);
    expect(run.askedAt).toEqual(askedAt);
  });

  it('begins no further try after half a minute', async () => {
    const run = ask([UNREACHABLE, UNREACHABLE, UNREACHABLE], { takesMs: 20_000 });
    await vi.runAllTimersAsync();
    expect(await run.end).toBe('unreachable');
    expect(run.askedAt).toEqual([0, 20_500]);
  });

  it('[ST-06] ends the pause at once when it is stopped, with the reason', async () => {
    const run = ask([503, 200], { headers: { 'retry-after': '10' } });
    await vi.advanceTimersByTimeAsync(5_000);
    const reason = new Error('stopped');
    run.stop.abort(reason);
    expect(await run.end).toBe(reason);
    expect(vi.getTimerCount()).toBe(0);
    expect(run.askedAt).toEqual([0]);
  });

  it('closes the answers that it does not use, and only those', async () => {
    const unused = bodyOf(['later'], 'stay-open');
    const used = bodyOf(['data: a\n\n'], 'stay-open');
    const run = ask([new Response(unused.stream, { status: 503 }), new Response(used.stream)]);
    await vi.runAllTimersAsync();
    expect(await run.end).toBe(200);
    expect([unused.isCancelled(), used.isCancelled()]).toEqual([true, false]);
  });
});
