import * as v from 'valibot';
import { storedObject } from '@/utils/storage/stored-object';

/** The steps of the first run, in the order in which they are offered. */
export const WELCOME_STEPS = ['signIn', 'pin', 'try'] as const;

export type WelcomeStep = (typeof WELCOME_STEPS)[number];

/** How a step was settled: done, or passed over. */
export const settledSchema = v.picklist(['done', 'skipped']);

export type Settled = v.InferOutput<typeof settledSchema>;

/** The first run: absent until its page was opened, then the steps that are settled. */
export const welcomeSchema = storedObject({
  signIn: v.optional(settledSchema),
  pin: v.optional(settledSchema),
  try: v.optional(settledSchema),
});
