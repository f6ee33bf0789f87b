import type { ChatModel } from './chat-model';

/** Favourites first, each half in its order. */
export function favouritesFirst(
  models: readonly ChatModel[],
  favourites: readonly string[],
): ChatModel[] {
  const ids = new Set(favourites);
  const isFavourite = ({ id }: ChatModel) => ids.has(id);
  return [...models.filter(isFavourite), ...models.filter((model) => !isFavourite(model))];
}
