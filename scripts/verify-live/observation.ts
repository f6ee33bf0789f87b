import type { FailureReason, Finding, Subject } from './findings.ts';

/** One thing that a step saw. It may hold secrets: only `writable` turns it into text. */
export type Observation =
  | { readonly kind: 'finding'; readonly finding: Finding }
  | { readonly kind: 'failure'; readonly reason: FailureReason; readonly code: string | undefined }
  | { readonly kind: 'status'; readonly of: Subject; readonly status: number }
  | { readonly kind: 'fields'; readonly of: Subject; readonly body: unknown }
  | {
      readonly kind: 'headers';
      readonly of: Subject;
      readonly headers: Headers;
      /** All names, or only those that tell of CORS or of rate limits. */
      readonly which: 'all' | 'cors' | 'limits';
    };

/** Puts an observation on the record of the step under way. */
export type Note = (observation: Observation) => void;
