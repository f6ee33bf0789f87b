import type { ChatModel } from '@/utils/models/chat-model';

/** A model that passes every clause of the default rule, with what differs. */
export function chatModel(id: string, change: Partial<ChatModel> = {}): ChatModel {
  return {
    id,
    liveProviders: 1,
    contextLength: 128_000,
    price: { input: 0.1, output: 0.2 },
    isThinking: false,
    ...change,
  };
}

/** A model without what a list may leave out. */
export function bareModel(id: string, change: Partial<ChatModel> = {}): ChatModel {
  return { id, liveProviders: 1, isThinking: false, ...change };
}
