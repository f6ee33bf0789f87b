import type { Account } from '@/utils/account/account';
import type { AccountSettings } from '@/utils/account/account-settings';
import type { Configuration } from '@/utils/config/configuration';
import { takesToken } from '@/utils/endpoints/endpoint-headers';
import { asChatModel, isEndpointAllowed } from '@/utils/endpoints/endpoint-models';
import { findEndpoint } from '@/utils/endpoints/own-endpoint';
import { ownEndpointsItem } from '@/utils/storage/items';
import { prepareFreeRun, type FreeRun } from './prepare-free-run';
import type { Preparation } from './preparation';

/** For whom, and under what, a run is prepared. */
interface EndpointRunContext {
  /** The one in use, or whose run it is. */
  account: Account | undefined;
  /** Its settings, or those of nobody. */
  settings: AccountSettings | undefined;
  configuration: Configuration;
}

/**
 * Goes through what a run on an own endpoint needs: the endpoint, policy, a sign-in only where the token is to
 * go, and a yes where the text would be cut. It costs nothing that could be known here.
 */
export async function prepareEndpointRun(
  { run, earlier, choice }: FreeRun,
  { account, settings, configuration }: EndpointRunContext,
): Promise<Preparation> {
  const owner = run.owner ?? account?.sub;
  const endpoint = findEndpoint(await ownEndpointsItem.get(), choice.endpoint);
  if (!endpoint) return { kind: 'failed', error: { kind: 'endpoint-gone' }, owner };
  if (!isEndpointAllowed(choice.model, configuration)) {
    return { kind: 'failed', error: { kind: 'endpoint-not-allowed' }, owner };
  }
  if (takesToken(endpoint) && account?.session !== 'open') {
    return { kind: 'held', state: { kind: 'held', by: 'sign-in' }, owner };
  }
  const served = asChatModel(choice.model, endpoint);
  const target = { kind: 'endpoint', endpoint, owner } as const;
  return await prepareFreeRun({ run, earlier, choice }, { owner, settings, served, target });
}
