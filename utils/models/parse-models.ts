import * as v from 'valibot';
import type { ChatModel, LiveProvider } from './chat-model';
import { isThinkingName } from './thinking-name';
import { withProviders } from './with-providers';

/** JSON has numbers that become Infinity, which storage does not keep, and no price is below nothing. */
const amount = v.pipe(v.number(), v.finite(), v.minValue(0));

/** A metric that only helps to choose: of another shape it is missing, which costs nothing else. */
const metric = v.optional(v.fallback(v.nullable(amount), null));

/** A provider of a model. All metrics are optional, and any may be missing for any provider. */
const providerSchema = v.object({
  provider: v.string(),
  status: v.optional(v.string()),
  context_length: v.optional(v.nullable(amount)),
  pricing: v.optional(v.nullable(v.object({ input: amount, output: amount }))),
  is_free: v.optional(v.nullable(v.boolean())),
  supports_tools: v.optional(v.fallback(v.nullable(v.boolean()), null)),
  first_token_latency_ms: metric,
  throughput: metric,
});

const modalitiesSchema = v.object({
  input_modalities: v.optional(v.array(v.string())),
  output_modalities: v.optional(v.array(v.string())),
});

const modelSchema = v.object({
  id: v.string(),
  architecture: v.optional(v.nullable(modalitiesSchema)),
  providers: v.array(v.unknown()),
});

const listSchema = v.object({ data: v.array(v.unknown()) });

/**
 * Reads the answer of `GET /v1/models` (Hugging Face, Inference Providers: Hub API). Lenient: a model
 * or provider of another shape is left out, one damaged entry does not cost the list.
 *
 * @returns the models that take and give text and have a live provider; `undefined` for no list at all
 */
export function parseModels(body: unknown): ChatModel[] | undefined {
  const list = v.safeParse(listSchema, body);
  if (!list.success) return undefined;
  return list.output.data.flatMap((entry) => {
    const model = v.safeParse(modelSchema, entry);
    return model.success ? toChatModel(model.output) : [];
  });
}

function toChatModel(model: v.InferOutput<typeof modelSchema>): ChatModel[] {
  const { input_modalities: input, output_modalities: output } = model.architecture ?? {};
  const isText = (input?.includes('text') ?? true) && (output?.includes('text') ?? true);
  const live = model.providers.flatMap((entry) => {
    const provider = v.safeParse(providerSchema, entry);
    const isLive = provider.success && provider.output.status === 'live';
    return isLive ? [toLiveProvider(provider.output)] : [];
  });
  if (!isText || live.length === 0) return [];
  const providers = live.toSorted((a, b) => outputPrice(a) - outputPrice(b));
  const isThinking = isThinkingName(model.id);
  const hasVision = input?.includes('image') ?? false;
  return [withProviders({ id: model.id, isThinking, hasVision }, providers)];
}

function toLiveProvider(provider: v.InferOutput<typeof providerSchema>): LiveProvider {
  const { context_length: contextLength, first_token_latency_ms: wait, throughput } = provider;
  const price = provider.is_free ? { input: 0, output: 0 } : provider.pricing;
  // The list is stored: what is not known takes no room, and measurements have no more digits than are read.
  return {
    name: provider.provider,
    ...(typeof contextLength === 'number' ? { contextLength } : {}),
    ...(price ? { price } : {}),
    ...(provider.supports_tools ? { hasTools: true } : {}),
    ...(typeof wait === 'number' ? { firstTokenMs: Math.round(wait) } : {}),
    ...(typeof throughput === 'number' ? { tokensPerSecond: Math.round(throughput) } : {}),
  };
}

function outputPrice({ price }: LiveProvider): number {
  return price?.output ?? Infinity;
}
