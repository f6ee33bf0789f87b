import type { Result } from '@/utils/result';

/** A scope-token (RFC 6749 §3.3): printable ASCII without space, quote and backslash. */
const SCOPE = /^[!#-[\]-~]{1,64}$/;

/**
 * Checks the scopes that sign-in is to ask for, separated by white space or commas. `openid` is needed:
 * without it there is no ID token to say whose tokens they are.
 *
 * @returns them separated by single spaces, each once
 */
export function parseScopes(text: string): Result<string> {
  const scopes = [...new Set(text.split(/[\s,]+/).filter((scope) => scope !== ''))];
  if (scopes.length === 0 || !scopes.every((scope) => SCOPE.test(scope))) return refused('format');
  return scopes.includes('openid') ? { ok: true, value: scopes.join(' ') } : refused('openid');
}

function refused(reason: 'openid' | 'format'): Result<string> {
  return { ok: false, error: { kind: 'scopes-invalid', reason } };
}
