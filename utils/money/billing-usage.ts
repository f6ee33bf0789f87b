import * as v from 'valibot';
import { storedObject } from '@/utils/storage/stored-object';

/** Hugging Face's own count of what an account has used of Inference Providers in a month. */
const billingUsageSchema = storedObject({
  /** Epoch milliseconds. */
  fetchedAt: v.number(),
  /** As `2026-11`, in UTC. */
  month: v.string(),
  /** USD, all apps together. */
  usedUsd: v.number(),
  /** What we had counted of it ourselves by then, USD. */
  oursUsd: v.optional(v.number()),
  /** What the plan includes, USD. */
  includedUsd: v.number(),
  /** Where Hugging Face stops, USD; absent where it does not say. */
  limitUsd: v.optional(v.number()),
});

export type BillingUsage = v.InferOutput<typeof billingUsageSchema>;

/** The counts of accounts by `sub`. */
export const billingUsagesSchema = v.record(v.string(), billingUsageSchema);
