import * as v from 'valibot';
import { storedObject } from '@/utils/storage/stored-object';

/** How long ended runs can be kept. */
export const RETENTIONS = ['all', '30-days', 'none'] as const;

export type Retention = (typeof RETENTIONS)[number];

/** The choices of one account. */
const accountSettingsSchema = storedObject({
  /** Id of the chosen model; absent means the default. */
  model: v.optional(v.string()),
  /** How long ended runs are kept; absent means for ever. */
  retention: v.optional(v.picklist(RETENTIONS)),
});

/** The choices of each account, by its `sub`: those of one never show in another. */
export const settingsByAccountSchema = v.record(v.string(), accountSettingsSchema);
