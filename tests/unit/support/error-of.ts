import type { CompanionError } from '@/utils/errors/companion-error';
import { Failure } from '@/utils/errors/failure';

/** The error of the Failure that a promise rejects with; anything else fails the test. */
export async function errorOf(promise: Promise<unknown>): Promise<CompanionError> {
  const caught: unknown = await promise.then(
    () => new Error('expected a Failure, got a value'),
    (cause: unknown) => cause,
  );
  if (caught instanceof Failure) return caught.error;
  throw caught;
}
