import type { ChatModel } from './chat-model';
import { costUsd } from './cost';

/** Smaller contexts cut ordinary pages. */
const MINIMUM_CONTEXT = 32_000;

/** A page summarised: what a run typically sends and gets, in tokens. */
export const TYPICAL_RUN = { inputTokens: 2_000, outputTokens: 500 };

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
  return recommendedFirst(models)[0];
}

/** All models in the order of that rule: were the first gone, the next would be the default. */
export function recommendedFirst(models: readonly ChatModel[]): ChatModel[] {
  const pools = Object.groupBy(models, poolOf);
  return [0, 1, 2, 3].flatMap((pool) => rank(pools[pool] ?? []));
}

/** How many conditions must be dropped until the model is taken. */
function poolOf(model: ChatModel): number {
  if (model.isThinking) return 3;
  if (!model.price) return 2;
  return hasRoom(model) ? 0 : 1;
}

function rank(pool: readonly ChatModel[]): ChatModel[] {
  return pool
    .map((model) => {
      const cost = typicalCost(model);
      return { model, cost, dear: cost > CHEAP_RUN_USD ? cost : 0 };
    })
    .toSorted(
      (a, b) =>
        compare(a.dear, b.dear) ||
        b.model.liveProviders - a.model.liveProviders ||
        compare(a.cost, b.cost) ||
        (a.model.id < b.model.id ? -1 : 1),
    )
    .map(({ model }) => model);
}

/** Not by their difference: that of two that are not known is not a number. */
function compare(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

/** Whether an ordinary page fits into the model's context. */
export function hasRoom(model: ChatModel): boolean {
  return (model.contextLength ?? 0) >= MINIMUM_CONTEXT;
}

function typicalCost(model: ChatModel): number {
  // Without a known price a model is taken only where none has one: all are equal then.
  return costUsd(model, TYPICAL_RUN) ?? Infinity;
}
