/**
 * Reads `Retry-After` (RFC 9110 §10.2.3) in both forms, seconds or a date. A date is taken by the clock of
 * the server that wrote it, where the answer has its `Date`: this computer's may be wrong.
 *
 * @returns milliseconds from now; `undefined` when absent, past or unreadable
 */
export function retryAfterMs(headers: Headers): number | undefined {
  const value = headers.get('retry-after')?.trim() ?? '';
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - serverNow(headers);
  return ms > 0 ? ms : undefined;
}

function serverNow(headers: Headers): number {
  const date = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(date) ? Date.now() : date;
}
