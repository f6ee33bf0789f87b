import type { Account } from '@/utils/account/account';
import type { AccountSettings } from '@/utils/account/account-settings';
import type { Configuration } from '@/utils/config/configuration';
import { takesToken } from '@/utils/endpoints/endpoint-headers';
import { asChatModel, isEndpointAllowed } from '@/utils/endpoints/endpoint-models';
import { findEndpoint } from '@/utils/endpoints/own-endpoint';
import type { ModelChoice } from '@/utils/models/model-choice';
import { ownEndpointsItem } from '@/utils/storage/items';
import { makeBrief } from './make-brief';
import { planRun } from './plan-run';
import type { Held, Preparation } from './prepare-run';
import type { Run } from './run';

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
  { run, earlier, choice }: { run: Run; earlier: readonly Run[]; choice: ModelChoice },
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
  const served = asChatModel(choice.model);
  const brief = await makeBrief(run, settings);
  const plan = planRun({ ...run, brief }, earlier, served);
  if (!plan) return { kind: 'failed', error: { kind: 'text-too-long' }, owner };
  const { characters, isCut } = plan;
  const { confirmed } = run;
  if (isCut && !(confirmed?.model === choice.model && confirmed.characters === characters)) {
    const state: Held = {
      kind: 'held',
      by: 'confirmation',
      reason: 'cut',
      sendCharacters: characters,
      costUsd: undefined,
    };
    return { kind: 'held', state, brief, choice, owner };
  }
  const target = { kind: 'endpoint', endpoint, owner } as const;
  return {
    kind: 'ready',
    owner,
    prepared: { ...plan, brief, choice, target, served, tokenRatio: 1, costUsd: undefined },
  };
}
