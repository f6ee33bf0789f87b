import { findAccount } from '@/utils/account/accounts';
import { readConfiguration } from '@/utils/config/configuration';
import { isEndpointAllowed } from '@/utils/endpoints/endpoint-models';
import type { CompanionError } from '@/utils/errors/companion-error';
import { payerOf } from '@/utils/money/payer';
import type { Run } from '@/utils/runs/run';
import { accountsItem, ownEndpointsItem, settingsByAccountItem } from '@/utils/storage/items';
import { isBuiltInAllowed } from './built-in';

type Ways = Pick<
  Extract<CompanionError, { kind: 'credits-used-up' }>,
  'builtIn' | 'endpoints' | 'isByOrganization' | 'organizations'
>;

/** More of a kind would be a wall of buttons. */
const MAXIMUM = 3;

/**
 * The browser's own model and own endpoints, as policy allows, and who else can pay, but for where policy says
 * who does: the person, in place of an organization, and the organizations that can, without the one whose
 * credits are used up. Reads storage only. Never fails; without storage there are none.
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
  const payer = payerOf(configuration, override, settings?.[owner ?? '']);
  const { organizations = [] } = findAccount(accounts, owner) ?? {};
  const canChoose = configuration.billingOrganization === undefined;
  const able = organizations.filter(({ canPay, username }) => canPay && username !== payer);
  const payers = able
    .slice(0, canChoose ? MAXIMUM : 0)
    .map(({ username, name }) => ({ username, name }));
  return {
    ...(isBuiltInAllowed(configuration) ? { builtIn: true } : {}),
    ...(endpoints.length > 0 ? { endpoints: endpoints.slice(0, MAXIMUM) } : {}),
    ...(canChoose && payer !== undefined ? { isByOrganization: true } : {}),
    ...(payers.length > 0 ? { organizations: payers } : {}),
  };
}
