const MAXIMUM_SECONDS = 600;

/**
 * Reads `Retry-After` (RFC 9110 §10.2.3) in both forms, seconds or a date.
 *
 * @returns whole seconds from now, at most ten minutes; `undefined` when absent, past or unreadable
 */
export function retryAfterSeconds(headers: Headers): number | undefined {
  const value = headers.get('retry-after')?.trim() ?? '';
  const seconds = /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - Date.now()) / 1000;
  return seconds > 0 ? Math.min(Math.ceil(seconds), MAXIMUM_SECONDS) : undefined;
}
