import type { CompanionError } from './companion-error';

/** A {@link CompanionError} on its way up inside one context. Across contexts it travels as a value. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly error: CompanionError;

  constructor(error: CompanionError, options?: ErrorOptions) {
    super(error.kind, options);
    this.error = error;
  }
}
