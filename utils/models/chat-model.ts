import * as v from 'valibot';
import { storedObject } from '@/utils/storage/stored-object';

/** A provider that serves a model now. Any metric may be missing for any provider. */
const liveProviderSchema = storedObject({
  /** As it follows the id in a request, `model:provider`. */
  name: v.string(),
  /** Tokens. */
  contextLength: v.optional(v.number()),
  /** USD per million tokens. */
  price: v.optional(storedObject({ input: v.number(), output: v.number() })),
});

export type LiveProvider = v.InferOutput<typeof liveProviderSchema>;

/** A chat model that can answer now, as far as choosing and pricing need to know it. */
export const chatModelSchema = storedObject({
  /** Hub id, `organisation/name`. */
  id: v.string(),
  /** How many providers are live. */
  liveProviders: v.number(),
  /** Which ones, the lowest output price first; absent where no list has them, as of a private model. */
  providers: v.optional(v.array(liveProviderSchema)),
  /** Tokens; of the provider that `:cheapest` takes, else the smallest known. */
  contextLength: v.optional(v.number()),
  /** USD per million tokens at the provider with the lowest output price, which `:cheapest` takes. */
  price: v.optional(storedObject({ input: v.number(), output: v.number() })),
  /** Only its owner and their organization can use it. */
  isPrivate: v.optional(v.boolean()),
  /** Known to think before it answers: slow, and the thinking is paid for. */
  isThinking: v.boolean(),
});

export type ChatModel = v.InferOutput<typeof chatModelSchema>;

/** The list as stored. */
export const modelCatalogueSchema = storedObject({
  /** The router whose list it is; another one's says nothing. */
  routerOrigin: v.optional(v.string()),
  /** Epoch milliseconds. */
  fetchedAt: v.number(),
  models: v.array(chatModelSchema),
});

export type ModelCatalogue = v.InferOutput<typeof modelCatalogueSchema>;
