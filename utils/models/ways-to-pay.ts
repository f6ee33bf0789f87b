import { findAccount } from '@/utils/account/accounts';
import { readConfiguration } from '@/utils/config/configuration';
import { isEndpointAllowed } from '@/utils/endpoints/endpoint-models';
import type { CompanionError } from '@/utils/errors/companion-error';
import type { Run } from '@/utils/runs/run';
import { accountsItem, ownEndpointsItem, settingsByAccountItem } from '@/utils/storage/items';
import { isBuiltInAllowed } from './built-in';

type Ways = Pick<
  Extract<CompanionError, { kind: 'credits-used-up' }>,
  'builtIn' | 'endpoints' | 'organizations'
>;

/** More of a kind would be a wall of buttons. */
const MAXIMUM = 3;

/**
 * The browser's own model and own endpoints, as policy allows, and the organizations that can pay: not where policy says who pays,
 * nor the one whose credits are used up. Reads storage only. Never fails; without storage there are none.
 */
export async function waysToPay(run: Pick<Run, 'owner' | 'override'>): Promise<Ways> {
  try {
    return await readWays(run);
  } catch {
    // The error that is to be told is worse news, and must not be lost.
    return {};
  }
}

async function readWays({ owner, override }: Pick<Run, 'owner' | 'override'>): Promise<Ways> {
  const [configuration, accounts, settings, stored = []] = await Promise.all([
    readConfiguration(),
    accountsItem.get(),
    settingsByAccountItem.get(),
    ownEndpointsItem.get(),
  ]);
  const endpoints = stored.flatMap(({ id, name, model }) =>
    model !== undefined && isEndpointAllowed(model, configuration) ? [{ id, name, model }] : [],
  );
  const payer = override?.billTo ?? settings?.[owner ?? '']?.billTo;
  const { organizations = [] } = findAccount(accounts, owner) ?? {};
  const able =
    configuration.billingOrganization === undefined
      ? organizations.filter(({ canPay, username }) => canPay && username !== payer)
      : [];
  const payers = able.slice(0, MAXIMUM).map(({ username, name }) => ({ username, name }));
  return {
    ...(isBuiltInAllowed(configuration) ? { builtIn: true } : {}),
    ...(endpoints.length > 0 ? { endpoints: endpoints.slice(0, MAXIMUM) } : {}),
    ...(payers.length > 0 ? { organizations: payers } : {}),
  };
}
