import * as v from 'valibot';
import { storedObject } from '@/utils/storage/stored-object';

/** Choices for all accounts of this browser; absent means the built-in value. */
export const settingsSchema = storedObject({
  clientId: v.optional(v.string()),
  scopes: v.optional(v.string()),
  /** Where answers appear; absent means the browser's panel. */
  answersIn: v.optional(v.picklist(['panel', 'window'])),
  /** The person has read that this browser keeps nothing on disk. */
  isMemoryOnlyKnown: v.optional(v.boolean()),
});

export type Settings = v.InferOutput<typeof settingsSchema>;
