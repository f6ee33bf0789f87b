import type { AccountSettings, ChoiceKey } from '@/utils/account/account-settings';
import type { ModelChoice } from './model-choice';
import { isProviderPolicy } from './provider-policy';

/**
 * What a person has chosen for an action: its own model, else the one for all actions.
 *
 * @param key `default` asks for the one for all actions
 * @returns `undefined` where the default of the list is used
 */
export function choiceFor(
  key: ChoiceKey,
  settings: Pick<AccountSettings, 'choices'> | undefined,
): ModelChoice | undefined {
  return settings?.choices?.[key] ?? settings?.choices?.default;
}

/**
 * A choice with another model. A policy of the router goes along, the name of a provider doesn't: it need not
 * serve the other model.
 */
export function withModel(choice: ModelChoice | undefined, model: string): ModelChoice {
  const { provider } = choice ?? {};
  return provider !== undefined && isProviderPolicy(provider) ? { model, provider } : { model };
}
