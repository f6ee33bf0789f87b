import * as v from 'valibot';
import type { CompanionError } from '@/utils/errors/companion-error';

/** The sign-in as the views show it: a popup closes when the sign-in window opens, and learns the end later. */
export const signInProgressSchema = v.variant('status', [
  v.object({
    status: v.literal('in-progress'),
    /** Epoch milliseconds. */
    startedAt: v.number(),
    /** The browser window it goes on in, once it is known. */
    windowId: v.optional(v.number()),
  }),
  v.object({
    status: v.literal('failed'),
    error: v.custom<CompanionError>(
      (value) => typeof value === 'object' && value !== null && 'kind' in value,
    ),
  }),
]);

export type SignInProgress = v.InferOutput<typeof signInProgressSchema>;
