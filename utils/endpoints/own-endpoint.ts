import * as v from 'valibot';
import { storedObject } from '@/utils/storage/stored-object';

/** An endpoint of a person's own, as every extension page may know it: its key is elsewhere. */
const ownEndpointSchema = storedObject({
  id: v.string(),
  /** As the person calls it; its host, if they don't. */
  name: v.string(),
  /** Where its API begins, absolute and ending in `/v1`: what `normalizeEndpointUrl` gives. */
  url: v.string(),
  /** Which of its models is used; absent until one is known. */
  model: v.optional(v.string()),
  /** The models that it offered when it was last asked. */
  models: v.array(v.string()),
  /** What is known of some of them, by their names. */
  known: v.optional(
    v.record(
      v.string(),
      storedObject({
        /** Tokens, by the server's own word. */
        contextLength: v.optional(v.number()),
        /** It has thought before it answered. */
        isThinking: v.optional(v.boolean()),
      }),
    ),
  ),
  /** Whether it has a key. */
  hasKey: v.boolean(),
  /** Whether the person wants the token of their account to go there. Counts for hosts of Hugging Face alone. */
  sendsToken: v.boolean(),
});

export type OwnEndpoint = v.InferOutput<typeof ownEndpointSchema>;

/** The list as stored, in the order in which they were added. */
export const ownEndpointsSchema = v.array(ownEndpointSchema);

/** The endpoint with this id. */
export function findEndpoint(
  endpoints: readonly OwnEndpoint[] | undefined,
  id: string | undefined,
): OwnEndpoint | undefined {
  return id === undefined ? undefined : endpoints?.find((endpoint) => endpoint.id === id);
}

/** Scheme, host and port of an endpoint. */
export function originOf({ url }: Pick<OwnEndpoint, 'url'>): string {
  return new URL(url).origin;
}
