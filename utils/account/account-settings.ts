import * as v from 'valibot';

/** The choices of one account. */
const accountSettingsSchema = v.object({
  /** Id of the chosen model; absent means the default. */
  model: v.optional(v.string()),
});

/** The choices of each account, by its `sub`: those of one never show in another. */
export const settingsByAccountSchema = v.record(v.string(), accountSettingsSchema);
