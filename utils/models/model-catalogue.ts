import { readConfiguration } from '@/utils/config/configuration';
import { modelCatalogueItem } from '@/utils/storage/items';
import type { ModelCatalogue } from './chat-model';
import { fetchModels } from './fetch-models';

const DAY_MS = 24 * 60 * 60_000;

let refresh: Promise<ModelCatalogue> | undefined;

/**
 * The model list, at most a day old, or as old as is said. An older one is used when the router cannot be asked: yesterday's
 * list is better than none.
 *
 * @throws Failure when there is no list of this router at all
 */
export async function readModelCatalogue(oldestMs = DAY_MS): Promise<ModelCatalogue> {
  const [{ routerOrigin }, any] = await Promise.all([
    readConfiguration(),
    modelCatalogueItem.get(),
  ]);
  const stored = any?.routerOrigin === routerOrigin ? any : undefined;
  // One from the future was fetched by a clock that was wrong.
  const age = stored ? Date.now() - stored.fetchedAt : Infinity;
  if (stored && age >= 0 && age < oldestMs) return stored;
  refresh ??= fetchCatalogue(routerOrigin, stored).finally(() => {
    refresh = undefined;
  });
  if (!stored) return await refresh;
  return await refresh.catch(() => stored);
}

async function fetchCatalogue(
  routerOrigin: string,
  stored: ModelCatalogue | undefined,
): Promise<ModelCatalogue> {
  // What is known of models from their answers stays.
  const thinking = new Set(stored?.models.flatMap(({ id, isThinking }) => (isThinking ? id : [])));
  const models = (await fetchModels(routerOrigin)).map((model) =>
    thinking.has(model.id) ? { ...model, isThinking: true } : model,
  );
  const catalogue = { routerOrigin, fetchedAt: Date.now(), models };
  // An empty list is a moment's trouble at the router; kept, it would be everybody's for a day.
  // A list that can't be kept is as good for now.
  if (models.length > 0) await modelCatalogueItem.set(catalogue).catch(() => undefined);
  return catalogue;
}

/**
 * Has the list asked for again when it is next needed: a model of it turned out to be gone. Where that
 * can't be stored, the list does for the rest of its day.
 */
export async function expireModelCatalogue(): Promise<void> {
  await modelCatalogueItem
    .update((stored) => stored && { ...stored, fetchedAt: 0 })
    .catch(() => undefined);
}
