import { buildConfiguration } from '@/utils/config/build-configuration';
import { modelCatalogueItem } from '@/utils/storage/items';
import type { ModelCatalogue } from './chat-model';
import { fetchModels } from './fetch-models';

const DAY_MS = 24 * 60 * 60_000;

let refresh: Promise<ModelCatalogue> | undefined;

/**
 * The model list, at most a day old. An older one is used when the router cannot be asked: yesterday's
 * list is better than none.
 *
 * @throws Failure when there is no list at all
 */
export async function readModelCatalogue(): Promise<ModelCatalogue> {
  const stored = await modelCatalogueItem.get();
  if (stored && Date.now() - stored.fetchedAt < DAY_MS) return stored;
  refresh ??= fetchCatalogue().finally(() => {
    refresh = undefined;
  });
  if (!stored) return await refresh;
  return await refresh.catch(() => stored);
}

async function fetchCatalogue(): Promise<ModelCatalogue> {
  const models = await fetchModels(buildConfiguration.routerOrigin);
  const catalogue = { fetchedAt: Date.now(), models };
  // An empty list is a moment's trouble at the router; kept, it would be everybody's for a day.
  if (models.length > 0) await modelCatalogueItem.set(catalogue);
  return catalogue;
}

/** Has the list asked for again when it is next needed: a model of it turned out to be gone. */
export async function expireModelCatalogue(): Promise<void> {
  const stored = await modelCatalogueItem.get();
  if (stored) await modelCatalogueItem.set({ ...stored, fetchedAt: 0 });
}
