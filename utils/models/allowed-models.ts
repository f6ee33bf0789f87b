import type { ModelPolicy } from '@/utils/config/configuration';
import type { ChatModel } from './chat-model';
import { isNamed } from './provider-suffix';
import { withProviders } from './with-providers';

/** The models that the policy allows, each as its allowed providers serve it. */
export function allowedModels(models: readonly ChatModel[], policy: ModelPolicy): ChatModel[] {
  return models.flatMap((model) => allowedModel(model, policy) ?? []);
}

/**
 * A model as its allowed providers serve it.
 *
 * @returns `undefined` when the policy allows neither it nor any provider that is known to serve it
 */
export function allowedModel(model: ChatModel, policy: ModelPolicy): ChatModel | undefined {
  if (!isIdAllowed(model.id, policy)) return undefined;
  const { allowedProviders } = policy;
  if (!allowedProviders) return model;
  const providers = model.providers?.filter(({ name }) => isNamed(name, allowedProviders)) ?? [];
  return providers.length === 0 ? undefined : withProviders(model, providers);
}

/** Whether the list of models, if there is one, has this id or all of its organization. */
export function isIdAllowed(id: string, { allowedModels: ids }: ModelPolicy): boolean {
  return ids === undefined || isNamed(id, ids) || isNamed(id.replace(/\/.*/, '/*'), ids);
}
