import { isOwnEndpointOrigin } from '@/utils/config/origins';
import type { Result } from '@/utils/result';

/** What people paste: the address of a call, or of the list of models. */
const CALL = /\/(chat\/completions|completions|models)$/;

/**
 * Reads the address of an own endpoint as a person enters it: with or without a scheme, `/v1`, or the call
 * at its end. What follows a `?` or `#` is no part of it.
 *
 * @returns the address that ends in `/v1`; the error `endpoint-url` for one that cannot be reached or that
 *   carries a name and password
 */
export function normalizeEndpointUrl(entered: string): Result<string> {
  const text = entered.trim();
  const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text);
  const isLocal = /^(localhost|127\.)/i.test(text);
  const full = hasScheme ? text : `${isLocal ? 'http' : 'https'}://${text}`;
  if (text === '' || !URL.canParse(full)) return refused('format');
  const url = new URL(full);
  if (url.username !== '' || url.password !== '') return refused('credentials');
  if (!isOwnEndpointOrigin(url.origin)) return refused('host');
  const path = url.pathname.replace(/\/+$/, '').replace(CALL, '');
  return { ok: true, value: `${url.origin}${path.endsWith('/v1') ? path : `${path}/v1`}` };
}

function refused(reason: 'format' | 'credentials' | 'host'): Result<string> {
  return { ok: false, error: { kind: 'endpoint-url', reason } };
}
