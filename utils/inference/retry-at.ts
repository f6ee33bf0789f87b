import { rateLimitResetMs } from './rate-limit';
import { retryAfterMs } from './retry-after';

/** Nobody waits longer in front of a button; and a server that says a year means something else. */
const MAXIMUM_MS = 10 * 60_000;

/**
 * When the server lets itself be asked again, by `Retry-After`, else by `RateLimit`. Call it as soon as the
 * answer is there: what the headers say counts from then.
 *
 * @returns epoch milliseconds, at most ten minutes from now; `undefined` when the server does not say
 */
export function retryAt(headers: Headers): number | undefined {
  const ms = retryAfterMs(headers) ?? rateLimitResetMs(headers);
  return ms === undefined ? undefined : Date.now() + Math.min(ms, MAXIMUM_MS);
}
