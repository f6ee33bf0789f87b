import type { ChatModel } from './chat-model';
import { fastestOf, isProviderPolicy } from './provider-policy';

/**
 * What follows the id in a request to the router, so that who serves it is who the person and the policy
 * want (Hugging Face, Inference Providers). Without a list of allowed providers it is what the person has
 * chosen. With one it names a single provider of the list, so that no other can serve: the chosen one, else
 * for `fastest` the fastest, else the cheapest. The person's order at Hugging Face (`preferred`) is not known
 * here, so it cannot be kept with a list.
 *
 * @param model as its allowed providers serve it (`allowedModel`)
 * @param chosen `cheapest`, `fastest`, `preferred` or a provider's name; absent means `cheapest`
 * @param allowed the only providers that may serve; `undefined` where all may
 * @returns `undefined` when none of these is known to serve the model: it must not be asked for then
 */
export function providerSuffix(
  model: Pick<ChatModel, 'providers'>,
  chosen = 'cheapest',
  allowed?: readonly string[],
): string | undefined {
  if (!allowed) return chosen;
  const providers = (model.providers ?? []).filter(({ name }) => isNamed(name, allowed));
  const named = providers.find(({ name }) => !isProviderPolicy(name) && isNamed(name, [chosen]));
  if (named) return named.name;
  // The lowest output price stands first.
  return (chosen === 'fastest' ? fastestOf(providers) : providers)[0]?.name;
}

/** Names of providers and models differ by more than case. */
export function isNamed(name: string, names: readonly string[]): boolean {
  return names.some((other) => other.toLowerCase() === name.toLowerCase());
}
