import type { ChatModel } from './chat-model';
import { hasRoom } from './default-model';

/** Those of a list that cost nothing: with room for a page first, then those that answer without thinking. */
export function freeModels(models: readonly ChatModel[]): ChatModel[] {
  return models
    .filter(({ price }) => price?.input === 0 && price.output === 0)
    .toSorted(
      (a, b) =>
        Number(hasRoom(b)) - Number(hasRoom(a)) ||
        Number(a.isThinking) - Number(b.isThinking) ||
        b.liveProviders - a.liveProviders ||
        (a.id < b.id ? -1 : 1),
    );
}
