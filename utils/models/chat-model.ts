import * as v from 'valibot';
import { storedObject } from '@/utils/storage/stored-object';

/** USD per million tokens. */
const priceSchema = storedObject({ input: v.number(), output: v.number() });

export type Price = v.InferOutput<typeof priceSchema>;

/** A provider that serves a model now. Any metric may be missing for any provider. */
const liveProviderSchema = storedObject({
  /** As it follows the id in a request, `model:provider`. */
  name: v.string(),
  /** Tokens. */
  contextLength: v.optional(v.number()),
  /** What it takes for the model; zero where it is free. */
  price: v.optional(priceSchema),
  /** Takes descriptions of tools; absent where it does not, or nobody says. */
  hasTools: v.optional(v.boolean()),
  /** From the request to the first token, as measured by Hugging Face, in milliseconds. */
  firstTokenMs: v.optional(v.number()),
  /** As measured by Hugging Face. */
  tokensPerSecond: v.optional(v.number()),
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
  /** That of the provider with the lowest output price, which `:cheapest` takes. */
  price: v.optional(priceSchema),
  /** Takes pictures besides text; absent where it does not. */
  hasVision: v.optional(v.boolean()),
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
