import * as v from 'valibot';
import { ACTION_IDS } from '@/utils/actions/action';
import { storedObject } from '@/utils/storage/stored-object';

/** Choices for all accounts of this browser; absent means the built-in value. */
export const settingsSchema = storedObject({
  clientId: v.optional(v.string()),
  scopes: v.optional(v.string()),
  /** Where answers appear; absent means the browser's panel. */
  answersIn: v.optional(v.picklist(['panel', 'window'])),
  /** Actions whose answers appear by the selection; absent means Translate and Explain. */
  cardActions: v.optional(v.array(v.picklist(ACTION_IDS))),
  /** What pages look like by choice, for what can't read where they keep it (utils/surfaces/theme.ts). */
  theme: v.optional(v.picklist(['system', 'light', 'dark'])),
  /** The person has read that this browser keeps nothing on disk. */
  isMemoryOnlyKnown: v.optional(v.boolean()),
});

export type Settings = v.InferOutput<typeof settingsSchema>;
