import * as v from 'valibot';

/** The person's own choices; absent means the computed or built-in value. */
export const settingsSchema = v.object({
  clientId: v.optional(v.string()),
  scopes: v.optional(v.string()),
  model: v.optional(v.string()),
});

export type Settings = v.InferOutput<typeof settingsSchema>;
