import type { LiveProvider } from './chat-model';

/** What the router can be told instead of a provider's name. */
const POLICIES = ['cheapest', 'fastest', 'preferred'] as const;

export type ProviderPolicy = (typeof POLICIES)[number];

/** Whether the suffix leaves the choice to the router. */
export function isProviderPolicy(suffix: string): suffix is ProviderPolicy {
  return (POLICIES as readonly string[]).includes(suffix);
}

/** Those with the lowest output price, which is what the router's `:cheapest` means; all, where none has a price. */
export function cheapestOf(providers: readonly LiveProvider[]): LiveProvider[] {
  return extremesOf(providers, ({ price }) => price && -price.output);
}

/** Those with the highest throughput, which is what the router's `:fastest` means; all, where none is measured. */
export function fastestOf(providers: readonly LiveProvider[]): LiveProvider[] {
  return extremesOf(providers, ({ tokensPerSecond }) => tokensPerSecond);
}

function extremesOf(
  providers: readonly LiveProvider[],
  valueOf: (provider: LiveProvider) => number | undefined,
): LiveProvider[] {
  const best = Math.max(...providers.flatMap((provider) => valueOf(provider) ?? []));
  const extremes = providers.filter((provider) => valueOf(provider) === best);
  return extremes.length > 0 ? extremes : [...providers];
}
