import type { ModelPolicy } from '@/utils/config/configuration';
import { isNamed } from './provider-suffix';

/**
 * What the administrator's policy and a person's own list of providers allow together. The person can only
 * take away: what policy does not allow stays so. Where the two have no provider in common none is left.
 *
 * @param providers the person's list; `undefined` where they have none
 */
export function narrowPolicy(
  policy: ModelPolicy,
  providers: readonly string[] | undefined,
): ModelPolicy {
  const { allowedModels, allowedProviders } = policy;
  if (!providers) return { allowedModels, allowedProviders };
  const both = providers.filter((name) => !allowedProviders || isNamed(name, allowedProviders));
  return { allowedModels, allowedProviders: both };
}
