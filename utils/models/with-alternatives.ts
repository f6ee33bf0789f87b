import { readConfiguration } from '@/utils/config/configuration';
import type { CompanionError } from '@/utils/errors/companion-error';
import type { Run } from '@/utils/runs/run';
import {
  modelCatalogueItem,
  privateModelsItem,
  settingsByAccountItem,
} from '@/utils/storage/items';
import { allowedModels } from './allowed-models';
import type { ChatModel } from './chat-model';
import { freeModels } from './free-models';
import { narrowPolicy } from './narrow-policy';
import { nearestModel } from './nearest-model';
import { toChatModel } from './private-model';
import { waysToPay } from './ways-to-pay';

/** More would be a wall of buttons. */
const MAXIMUM_FREE = 3;

/**
 * Adds to an error of a run what can be used instead: the nearest model to one that cannot answer, the
 * free ones, own endpoints and organizations that can pay where the credits are used up. Reads storage only: the stored list, which may be a day old, and
 * what policy and the owner's list of providers allow of it. Never fails; without a list the error stays as it is.
 *
 * @param run whose owner's private models and organizations count too
 */
export async function withAlternatives(
  error: CompanionError,
  run: Pick<Run, 'owner' | 'override'>,
): Promise<CompanionError> {
  const { kind } = error;
  const { owner } = run;
  if (kind === 'model-gone' || kind === 'model-not-supported') {
    const nearest = nearestModel(await usableModels(owner), error.model);
    return nearest ? { ...error, nearest: nearest.id } : error;
  }
  if (kind === 'credits-used-up') {
    const free = freeModels(await usableModels(owner)).slice(0, MAXIMUM_FREE);
    return { ...error, free: free.map(({ id }) => id), ...(await waysToPay(run)) };
  }
  return error;
}

async function usableModels(owner: string | undefined): Promise<ChatModel[]> {
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
    return allowedModels([...listed, ...live.map(toChatModel)], policy);
  } catch {
    // Storage has failed. The error that is to be told is worse news, and must not be lost.
    return [];
  }
}
