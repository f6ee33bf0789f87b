import type { CompanionError } from './errors/companion-error';

/** The answer that crosses from one context to another: a value, or an error a person can act on. */
export type Result<T> = { ok: true; value: T } | { ok: false; error: CompanionError };
