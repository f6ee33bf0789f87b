import type { ModelPolicy } from '@/utils/config/configuration';
import type { ChatModel } from './chat-model';
import type { ModelChoice } from './model-choice';
import { isProviderPolicy } from './provider-policy';
import { isNamed } from './provider-suffix';

/**
 * The provider that a person has named for a model which others serve too.
 *
 * @param models as policy allows them
 * @returns `undefined` where the choice is the router's, policy does not allow the one that is named, or no
 *   other is known
 */
export function pinnedProvider(
  { model: id, provider }: ModelChoice,
  models: readonly ChatModel[],
  { allowedProviders }: Pick<ModelPolicy, 'allowedProviders'>,
): string | undefined {
  if (provider === undefined || isProviderPolicy(provider)) return undefined;
  if (allowedProviders && !isNamed(provider, allowedProviders)) return undefined;
  const { providers = [] } = models.find((model) => model.id === id) ?? {};
  return providers.some(({ name }) => !isNamed(name, [provider])) ? provider : undefined;
}
