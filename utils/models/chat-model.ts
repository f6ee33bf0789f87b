import * as v from 'valibot';

/** A chat model that can answer now, as far as choosing and pricing need to know it. */
export const chatModelSchema = v.object({
  /** Hub id, `organisation/name`. */
  id: v.string(),
  /** Providers that are live. */
  liveProviders: v.number(),
  /** Tokens; of the provider that `:cheapest` takes, else the smallest known. */
  contextLength: v.optional(v.number()),
  /** USD per million tokens at the provider with the lowest output price, which `:cheapest` takes. */
  price: v.optional(v.object({ input: v.number(), output: v.number() })),
  /** Known to think before it answers: slow, and the thinking is paid for. */
  isThinking: v.boolean(),
});

export type ChatModel = v.InferOutput<typeof chatModelSchema>;

/** The list as stored. */
export const modelCatalogueSchema = v.object({
  /** Epoch milliseconds. */
  fetchedAt: v.number(),
  models: v.array(chatModelSchema),
});

export type ModelCatalogue = v.InferOutput<typeof modelCatalogueSchema>;
