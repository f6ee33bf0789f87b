import * as v from 'valibot';

/** A generous bound for a prompt of a few words; chat templates add some. */
const PROMPT_TOKENS = 200;

/** What is asked first when a run would cost more; here nothing above it is sent at all. */
export const COST_BOUND_USD = 0.001;

const providerSchema = v.looseObject({
  status: v.literal('live'),
  /** USD per million tokens. */
  pricing: v.looseObject({ input: v.number(), output: v.number() }),
});
const modelSchema = v.looseObject({
  id: v.string(),
  architecture: v.looseObject({ output_modalities: v.array(v.string()) }),
  providers: v.array(v.unknown()),
});
const listSchema = v.looseObject({ data: v.array(v.unknown()) });

/**
 * The chat model of the router's list that costs least for this many tokens of answer.
 *
 * @returns its id; absent when none stays below {@link COST_BOUND_USD}
 */
export function cheapestModel(list: unknown, maximumTokens: number): string | undefined {
  const models = v.is(listSchema, list) ? list.data : [];
  const [cheapest] = models
    .filter((model) => v.is(modelSchema, model))
    .filter(({ architecture }) => architecture.output_modalities.includes('text'))
    .map(({ id, providers }) => ({ id, cost: costUsd(providers, maximumTokens) }))
    .toSorted((a, b) => a.cost - b.cost);
  return cheapest && cheapest.cost < COST_BOUND_USD ? cheapest.id : undefined;
}

/** Of the dearest live provider: which one answers is the router's choice. */
function costUsd(providers: readonly unknown[], maximumTokens: number): number {
  const costs = providers
    .filter((provider) => v.is(providerSchema, provider))
    .map(({ pricing }) => (PROMPT_TOKENS * pricing.input + maximumTokens * pricing.output) / 1e6);
  return costs.length === 0 ? Number.POSITIVE_INFINITY : Math.max(...costs);
}
