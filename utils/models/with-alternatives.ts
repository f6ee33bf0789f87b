import { readConfiguration, type ModelPolicy } from '@/utils/config/configuration';
import type { CompanionError } from '@/utils/errors/companion-error';
import type { Run } from '@/utils/runs/run';
import { settledWithin } from '@/utils/settled-within';
import {
  modelCatalogueItem,
  privateModelsItem,
  settingsByAccountItem,
} from '@/utils/storage/items';
import { allowedModels } from './allowed-models';
import type { ChatModel } from './chat-model';
import { freeModels } from './free-models';
import { readModelCatalogue } from './model-catalogue';
import { narrowPolicy } from './narrow-policy';
import { nearestModel } from './nearest-model';
import { pinnedProvider } from './pinned-provider';
import { toChatModel } from './private-model';
import { waysToPay } from './ways-to-pay';

/** More would be a wall of buttons. */
const MAXIMUM_FREE = 3;
/** What was free yesterday need not be today. */
const OLDEST_MS = 10 * 60_000;
/** Longer nobody should wait to be told. */
const PATIENCE_MS = 3_000;

/**
 * Adds to an error of a run what can be used instead: the nearest model to one that cannot answer, other
 * providers where one was named that does not serve it, the free models, own endpoints and organizations that
 * can pay where the credits are used up. By the stored list, which may be a day old, but for the free ones by
 * one of now where the router has it soon, and by what policy and the owner's list of providers allow of it.
 * Never fails; without a list the error stays as it is.
 *
 * @param run whose owner's private models and organizations count too
 */
export async function withAlternatives(
  error: CompanionError,
  run: Pick<Run, 'owner' | 'override' | 'choice'>,
): Promise<CompanionError> {
  const { kind } = error;
  const { owner } = run;
  if (kind === 'model-gone' || kind === 'model-not-supported') {
    const { models, policy } = await readUsable(owner);
    const nearest = nearestModel(models, error.model);
    const pinned = run.choice && pinnedProvider(run.choice, models, policy);
    return { ...error, ...(nearest && { nearest: nearest.id }), ...(pinned && { pinned }) };
  }
  if (kind === 'credits-used-up') {
    await settledWithin(readModelCatalogue(OLDEST_MS), PATIENCE_MS);
    const { models } = await readUsable(owner);
    const free = freeModels(models).slice(0, MAXIMUM_FREE);
    return { ...error, free: free.map(({ id }) => id), ...(await waysToPay(run)) };
  }
  return error;
}

async function readUsable(
  owner: string | undefined,
): Promise<{ models: ChatModel[]; policy: ModelPolicy }> {
  try {
    const [configuration, catalogue, lists, settings] = await Promise.all([
      readConfiguration(),
      modelCatalogueItem.get(),
      privateModelsItem.get(),
      settingsByAccountItem.get(),
    ]);
    const listed = catalogue?.routerOrigin === configuration.routerOrigin ? catalogue.models : [];
    const own = (owner !== undefined && lists?.[owner]?.models) || [];
    const live = own.filter(({ liveProviders }) => liveProviders > 0);
    const { providers } = (owner !== undefined && settings?.[owner]) || {};
    const policy = narrowPolicy(configuration, providers);
    return { models: allowedModels([...listed, ...live.map(toChatModel)], policy), policy };
  } catch {
    // Storage has failed. The error that is to be told is worse news, and must not be lost.
    return { models: [], policy: { allowedModels: undefined, allowedProviders: undefined } };
  }
}
