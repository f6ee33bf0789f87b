import type { ModelPolicy } from '@/utils/config/configuration';
import type { CompanionError } from '@/utils/errors/companion-error';
import { isIdAllowed } from './allowed-models';

/** More would be a wall of names. */
const MAXIMUM_NAMED = 6;

/**
 * The error for a model that the policy, or the person's own list of providers, refuses.
 *
 * @param model id of the chosen one; `undefined` when nothing is left to choose from
 * @param policy narrowed by the person's list
 * @param own the person's list; `undefined` where they have none
 */
export function modelNotAllowed(
  model: string | undefined,
  policy: ModelPolicy,
  own?: readonly string[],
): CompanionError {
  const { allowedModels, allowedProviders = [] } = policy;
  const isByModel = allowedModels && !own && model === undefined;
  const isRefused = allowedModels && model !== undefined && !isIdAllowed(model, policy);
  const reason = isByModel || isRefused ? 'models' : own ? 'own-providers' : 'providers';
  const names = {
    models: allowedModels ?? [],
    providers: allowedProviders,
    'own-providers': own ?? [],
  }[reason];
  const isCut = names.length > MAXIMUM_NAMED;
  return {
    kind: 'model-not-allowed',
    reason,
    model,
    allowed: names.slice(0, MAXIMUM_NAMED).join(', ') + (isCut ? ', …' : ''),
  };
}
