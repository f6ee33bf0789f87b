import { Failure } from '@/utils/errors/failure';
import { pause } from '@/utils/session/pause';
import { retryAfterMs } from './retry-after';

/** The longest pause before each further try; how long it is within that, chance decides. Milliseconds. */
const PAUSES_MS = [1_000, 2_000];

/** A server that wants more time than this has it: the person is told instead. */
const LONGEST_WAIT_MS = 10_000;

/** After this no try is begun: a network that takes long to fail would take three times as long. */
const ALL_TRIES_MS = 30_000;

/** Of gateways in front of a service that has not taken the request on. */
const STATUSES = [502, 503, 504];

/**
 * Asks for a response, at most three times: again when the network failed or a gateway had no service to
 * give the request to. Nothing of an answer has come then, so nothing can be doubled. The pauses have full
 * jitter, so that many clients do not come back at once; `Retry-After` stands in for them, up to 10 s.
 *
 * @param signal ends a pause at once when it is aborted
 * @returns the first response that is none of these, or the last
 * @throws what the last asking threw; the reason of the signal
 * @see https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
export async function retryBeforeFirstByte(
  ask: () => Promise<Response>,
  signal: AbortSignal,
): Promise<Response> {
  const startedAt = performance.now();
  for (const longest of PAUSES_MS) {
    const outcome = await ask().catch((cause: unknown) => {
      if (!isUnreachable(cause)) throw cause;
      return cause;
    });
    const asked = outcome instanceof Response ? outcome : undefined;
    if (asked && !STATUSES.includes(asked.status)) return asked;
    const ms = (asked && retryAfterMs(asked.headers)) ?? Math.random() * longest;
    const isTooLate = performance.now() - startedAt + ms > ALL_TRIES_MS;
    if (ms > LONGEST_WAIT_MS || isTooLate) {
      if (asked) return asked;
      throw outcome;
    }
    void asked?.body?.cancel().catch(() => undefined);
    await pause(ms, signal);
  }
  return await ask();
}

/** Not `offline`, which lasts, nor a permission that is missing, which only the person can give. */
function isUnreachable(cause: unknown): cause is Failure {
  return cause instanceof Failure && cause.error.kind === 'unreachable';
}
