import type { ChatModel, LiveProvider } from './chat-model';
import { costUsd } from './cost';
import { recommendedFirst, TYPICAL_RUN } from './default-model';
import { searchModels } from './search-models';

/** What a list of models is narrowed to; all of it must hold. */
export interface ModelFilter {
  /** Words of the id. */
  query: string;
  /** Takes pictures. */
  hasVision: boolean;
  /** A live provider takes tools. */
  hasTools: boolean;
  /** The cheapest provider costs nothing. */
  isFree: boolean;
  /** At least this much, in tokens; what is not known is less. */
  contextLength: number;
}

/** What a list of models is sorted by. */
export const MODEL_ORDERS = [
  'recommended',
  'price',
  'first-token',
  'throughput',
  'context',
] as const;

export type ModelOrder = (typeof MODEL_ORDERS)[number];

/** Those of a list for which the filter holds, in their order. */
export function filterModels(models: readonly ChatModel[], filter: ModelFilter): ChatModel[] {
  return searchModels(models, filter.query).filter(
    (model) =>
      (!filter.hasVision || model.hasVision) &&
      (!filter.hasTools || hasTools(model)) &&
      (!filter.isFree || isFree(model)) &&
      (filter.contextLength === 0 || (model.contextLength ?? 0) >= filter.contextLength),
  );
}

/**
 * A list in another order: the best first, what is not known last, and among equals as recommended. By the
 * price of a typical run, not of a token.
 */
export function sortModels(models: readonly ChatModel[], order: ModelOrder): ChatModel[] {
  const recommended = recommendedFirst(models);
  if (order === 'recommended') return recommended;
  return recommended
    .map((model) => ({ model, value: badness(model, order) }))
    .toSorted((a, b) => (a.value === b.value ? 0 : a.value - b.value))
    .map(({ model }) => model);
}

/** The shortest wait that a provider of it is known for, in milliseconds. */
export function shortestWait({ providers = [] }: ChatModel): number | undefined {
  return best(providers, ({ firstTokenMs }) => firstTokenMs, Math.min);
}

/** The highest throughput that a provider of it is known for, in tokens a second. */
export function highestThroughput({ providers = [] }: ChatModel): number | undefined {
  return best(providers, ({ tokensPerSecond }) => tokensPerSecond, Math.max);
}

/** Whether a live provider of it takes tools. */
export function hasTools({ providers = [] }: ChatModel): boolean {
  return providers.some((provider) => provider.hasTools);
}

/** Whether its cheapest provider costs nothing. */
export function isFree({ price }: ChatModel): boolean {
  return price?.input === 0 && price.output === 0;
}

function badness(model: ChatModel, order: Exclude<ModelOrder, 'recommended'>): number {
  switch (order) {
    case 'price':
      return costUsd(model, TYPICAL_RUN) ?? Infinity;
    case 'first-token':
      return shortestWait(model) ?? Infinity;
    case 'throughput':
      return -(highestThroughput(model) ?? -Infinity);
    case 'context':
      return -(model.contextLength ?? -Infinity);
  }
}

function best(
  providers: readonly LiveProvider[],
  valueOf: (provider: LiveProvider) => number | undefined,
  of: (...values: number[]) => number,
): number | undefined {
  const known = providers.flatMap((provider) => valueOf(provider) ?? []);
  return known.length > 0 ? of(...known) : undefined;
}
