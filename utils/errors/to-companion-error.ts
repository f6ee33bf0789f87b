import type { CompanionError } from './companion-error';
import { Failure } from './failure';

/**
 * The value for anything caught. What was not foreseen becomes `unexpected`, without its message:
 * messages of libraries can hold addresses with codes, or the person's text.
 */
export function toCompanionError(caught: unknown): CompanionError {
  return caught instanceof Failure ? caught.error : { kind: 'unexpected' };
}
