import type { ChatModel } from './chat-model';

/** Models whose id holds every word of the query, in any order and case; all for an empty query. */
export function searchModels(models: readonly ChatModel[], query: string): ChatModel[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return models.filter(({ id }) => words.every((word) => id.toLowerCase().includes(word)));
}
