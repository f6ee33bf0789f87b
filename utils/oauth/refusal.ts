import * as oauth from 'oauth4webapi';
import type { RefusedCheck } from '@/utils/errors/companion-error';
import { Failure } from '@/utils/errors/failure';

/**
 * Runs one step of the protocol and names what went wrong by the step it went wrong in. Texts of
 * oauth4webapi and of the server are never passed on: they can hold codes, and the server's are hostile data.
 */
export async function refusedAs<T>(check: RefusedCheck, step: () => T | Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (cause) {
    throw toFailure(check, cause);
  }
}

function toFailure(check: RefusedCheck, cause: unknown): Failure {
  if (cause instanceof Failure) return cause;
  if (cause instanceof oauth.AuthorizationResponseError) {
    return new Failure(
      cause.error === 'access_denied'
        ? { kind: 'sign-in-denied' }
        : { kind: 'sign-in-failed', code: cause.error },
      { cause },
    );
  }
  const response = responseOf(cause);
  if (response && (response.status === 429 || response.status >= 500)) {
    return new Failure({ kind: 'hub-busy', status: response.status }, { cause });
  }
  // A body of the standard form (RFC 6749 §5.2) decides only where the status says nothing stronger.
  if (cause instanceof oauth.ResponseBodyError) {
    return new Failure({ kind: 'sign-in-failed', code: cause.error }, { cause });
  }
  if (response && !response.headers.get('content-type')?.includes('json')) {
    return new Failure({ kind: 'unexpected-answer', host: hostOf(response) }, { cause });
  }
  return new Failure({ kind: 'sign-in-refused', check }, { cause });
}

function responseOf(cause: unknown): Response | undefined {
  if (cause instanceof oauth.ResponseBodyError) return cause.response;
  const inner = cause instanceof Error ? cause.cause : undefined;
  return inner instanceof Response ? inner : undefined;
}

function hostOf(response: Response): string {
  return URL.canParse(response.url) ? new URL(response.url).host : '';
}
