import type { ModelPolicy } from '@/utils/config/configuration';
import type { CompanionError } from '@/utils/errors/companion-error';
import { isIdAllowed } from './allowed-models';

/** More would be a wall of names. */
const MAXIMUM_NAMED = 6;

/**
 * The error for a model that the policy refuses.
 *
 * @param model id of the chosen one; `undefined` when the policy leaves none to choose from
 */
export function modelNotAllowed(model: string | undefined, policy: ModelPolicy): CompanionError {
  const { allowedModels, allowedProviders = [] } = policy;
  const isByModel = allowedModels && (model === undefined || !isIdAllowed(model, policy));
  const names = isByModel ? allowedModels : allowedProviders;
  const isCut = names.length > MAXIMUM_NAMED;
  return {
    kind: 'model-not-allowed',
    reason: isByModel ? 'models' : 'providers',
    model,
    allowed: names.slice(0, MAXIMUM_NAMED).join(', ') + (isCut ? ', …' : ''),
  };
}
