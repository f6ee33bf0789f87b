import type { ChatModel, LiveProvider, Price } from './chat-model';
import { cheapestOf } from './provider-policy';
import { isNamed, providerSuffix } from './provider-suffix';

/** How a model is served when it is asked for in a certain way, as far as the list of models knows. */
export interface Serving {
  /** Each may be the one that serves. Empty where nobody is known to. */
  providers: readonly LiveProvider[];
  /** The lowest and the highest of their known prices, input and output apart. */
  price: { low: Price; high: Price } | undefined;
  /** What certainly fits, in tokens. */
  contextLength: number | undefined;
}

/**
 * Who may serve a model: for `cheapest` the lowest output price; for `fastest` anybody, since who is fast
 * changes within minutes and the list may be a day old; for `preferred` too, since only Hugging Face knows the
 * person's order; otherwise the one that is named.
 *
 * @param chosen as in `providerSuffix`, and so are the others
 */
export function servedBy(model: ChatModel, chosen?: string, allowed?: readonly string[]): Serving {
  const live = model.providers ?? [];
  const suffix = providerSuffix(model, chosen, allowed);
  const providers = suffix === undefined ? [] : candidates(live, suffix);
  return {
    providers,
    price: priceRange(providers) ?? (live.length === 0 ? unlisted(model) : undefined),
    contextLength: smallestContext(providers) ?? smallestContext(live) ?? model.contextLength,
  };
}

/** A model as a plan must see it: at the highest price of who may serve it, with the context that certainly fits. */
export function asServed(model: ChatModel, { price, contextLength }: Serving): ChatModel {
  const { price: _price, contextLength: _contextLength, ...rest } = model;
  return {
    ...rest,
    ...(price ? { price: price.high } : {}),
    ...(contextLength === undefined ? {} : { contextLength }),
  };
}

function candidates(live: readonly LiveProvider[], suffix: string): readonly LiveProvider[] {
  switch (suffix) {
    case 'cheapest':
      return cheapestOf(live);
    case 'fastest':
    case 'preferred':
      return live;
    default:
      return live.filter(({ name }) => isNamed(name, [suffix]));
  }
}

function priceRange(providers: readonly LiveProvider[]): Serving['price'] {
  const prices = providers.flatMap(({ price }) => price ?? []);
  if (prices.length === 0) return undefined;
  const inputs = prices.map(({ input }) => input);
  const outputs = prices.map(({ output }) => output);
  return {
    low: { input: Math.min(...inputs), output: Math.min(...outputs) },
    high: { input: Math.max(...inputs), output: Math.max(...outputs) },
  };
}

/** Of a model whose providers no list has. */
function unlisted({ price }: ChatModel): Serving['price'] {
  return price && { low: price, high: price };
}

function smallestContext(providers: readonly LiveProvider[]): number | undefined {
  const known = providers.flatMap(({ contextLength }) => contextLength ?? []);
  return known.length > 0 ? Math.min(...known) : undefined;
}
