import * as oauth from 'oauth4webapi';
import { WrongAddress } from './authorization.ts';
import type { FailureReason } from './findings.ts';
import type { Observation } from './observation.ts';
import { StepSkipped } from './person.ts';
import { StepImpossible } from './walk-state.ts';

/** What a step that threw has shown. Messages of libraries are not kept: they can hold codes. */
export function toObservation(cause: unknown): Observation {
  if (cause instanceof StepSkipped) return { kind: 'finding', finding: 'skipped' };
  if (cause instanceof StepImpossible) return { kind: 'finding', finding: cause.finding };
  if (cause instanceof WrongAddress) return failure('wrong-address');
  if (cause instanceof oauth.AuthorizationResponseError) return failure('refused', cause.error);
  if (cause instanceof oauth.ResponseBodyError) return failure('refused', cause.error);
  if (cause instanceof oauth.WWWAuthenticateChallengeError) return failure('refused');
  if (cause instanceof oauth.OperationProcessingError) return failure('check-failed', cause.code);
  if (cause instanceof DOMException && cause.name === 'TimeoutError') return failure('timeout');
  // What `fetch` throws when there is no answer at all.
  if (cause instanceof TypeError && cause.message === 'fetch failed') {
    return failure('no-connection');
  }
  return failure('unexpected');
}

function failure(reason: FailureReason, code?: string): Observation {
  return { kind: 'failure', reason, code };
}
