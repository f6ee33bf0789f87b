import type { ChatModel } from './chat-model';
import { costUsd } from './cost';

/** Smaller contexts cut ordinary pages. */
const MINIMUM_CONTEXT = 32_000;

/** A page summarised: what a run typically sends and gets. */
const TYPICAL_RUN = { inputTokens: 2_000, outputTokens: 500 };

/** A free account has ten cents a month: at this price it lasts for two hundred typical runs. */
const CHEAP_RUN_USD = 0.0005;

/**
 * The model used until the person chooses one. The rule, in this order:
 *
 * 1. live, text in and out (both already true of every {@link ChatModel}), a known price, a context of
 *    at least 32k tokens, and not known to think;
 * 2. of these, the ones whose typical run costs at most 0.05 cents; when none does, the cheapest;
 * 3. of these, the one with the most live providers: it is the least likely to be down, and providers
 *    compete for models that people use, not for toys;
 * 4. then the cheaper one, then the first in the alphabet, so that everyone gets the same.
 *
 * When no model passes 1, the same is done with the conditions dropped one by one, so that there is a
 * default whenever there is a model.
 */
export function defaultModel(models: readonly ChatModel[]): ChatModel | undefined {
  const pools = [
    models.filter((model) => hasRoom(model) && model.price && !model.isThinking),
    models.filter((model) => model.price && !model.isThinking),
    models.filter((model) => !model.isThinking),
    models,
  ];
  const pool = pools.find((candidates) => candidates.length > 0) ?? [];
  const lowest = Math.min(...pool.map(typicalCost));
  const limit = Math.max(lowest, CHEAP_RUN_USD);
  return pool
    .filter((model) => typicalCost(model) <= limit)
    .toSorted(
      (a, b) =>
        b.liveProviders - a.liveProviders ||
        typicalCost(a) - typicalCost(b) ||
        (a.id < b.id ? -1 : 1),
    )[0];
}

/** Whether an ordinary page fits into the model's context. */
export function hasRoom(model: ChatModel): boolean {
  return (model.contextLength ?? 0) >= MINIMUM_CONTEXT;
}

function typicalCost(model: ChatModel): number {
  // Without a known price a model is taken only where none has one: all are equal then.
  return costUsd(model, TYPICAL_RUN) ?? Infinity;
}
