import type { AccountSettings } from '@/utils/account/account-settings';
import type { RunOverride } from '@/utils/runs/run';

/**
 * User name of the organization that pays: what policy has decided, else what was said of one run alone, else
 * what the account has chosen.
 *
 * @returns `undefined` where the person pays
 */
export function payerOf(
  { billingOrganization }: { billingOrganization: string | undefined },
  override: Pick<RunOverride, 'billTo'> | undefined,
  settings: Pick<AccountSettings, 'billTo'> | undefined,
): string | undefined {
  return (billingOrganization ?? override?.billTo ?? settings?.billTo) || undefined;
}
