import type { ChatModel, LiveProvider } from './chat-model';

/**
 * A model as these live providers serve it.
 *
 * @param providers the lowest output price first: that one is asked, so its price and context hold
 */
export function withProviders(
  { id, isThinking, hasVision }: Pick<ChatModel, 'id' | 'isThinking' | 'hasVision'>,
  providers: LiveProvider[],
): ChatModel {
  const [cheapest] = providers;
  const known = providers.flatMap((provider) => provider.contextLength ?? []);
  const smallest = known.length > 0 ? Math.min(...known) : undefined;
  const contextLength = cheapest?.contextLength ?? smallest;
  return {
    id,
    liveProviders: providers.length,
    providers,
    isThinking,
    ...(hasVision ? { hasVision } : {}),
    ...(contextLength === undefined ? {} : { contextLength }),
    ...(cheapest?.price ? { price: cheapest.price } : {}),
  };
}
