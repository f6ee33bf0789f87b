import * as v from 'valibot';
import { storedObject } from '@/utils/storage/stored-object';
import type { ChatModel } from './chat-model';
import { isThinkingName } from './thinking-name';

/** A private chat model of an account or of its organizations. */
const privateModelSchema = storedObject({
  /** Hub id, `owner/name`. */
  id: v.string(),
  /** Providers that are live; most private models have none. */
  liveProviders: v.number(),
});

export type PrivateModel = v.InferOutput<typeof privateModelSchema>;

/** The private models of each account by its `sub`, as stored. */
export const privateModelsSchema = v.record(
  v.string(),
  storedObject({
    /** Epoch milliseconds. */
    fetchedAt: v.number(),
    models: v.array(privateModelSchema),
  }),
);

/** As the model search shows it. What it costs and how much it takes is not known. */
export function toChatModel({ id, liveProviders }: PrivateModel): ChatModel {
  return { id, liveProviders, isThinking: isThinkingName(id), isPrivate: true };
}
