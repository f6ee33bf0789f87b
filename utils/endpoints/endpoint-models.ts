import type { ModelPolicy } from '@/utils/config/configuration';
import { isIdAllowed } from '@/utils/models/allowed-models';
import type { ChatModel } from '@/utils/models/chat-model';
import type { ModelChoice } from '@/utils/models/model-choice';
import { isThinkingName } from '@/utils/models/thinking-name';
import type { OwnEndpoint } from './own-endpoint';

/** One model of one endpoint, to be chosen. */
export interface EndpointModel {
  endpoint: OwnEndpoint;
  model: string;
  /** What choosing it stores. */
  choice: ModelChoice;
}

/** All models of all endpoints that policy allows: a group for a picker. */
export function endpointModels(
  endpoints: readonly OwnEndpoint[],
  policy: ModelPolicy,
): EndpointModel[] {
  return endpoints.flatMap((endpoint) =>
    endpoint.models
      .filter((model) => isEndpointAllowed(model, policy))
      .map((model) => ({ endpoint, model, choice: { model, endpoint: endpoint.id } })),
  );
}

/**
 * Whether policy lets text go to a model of an own endpoint. A list of providers names those of the router
 * alone, so none of one's own is on it.
 */
export function isEndpointAllowed(model: string, policy: ModelPolicy): boolean {
  return policy.allowedProviders === undefined && isIdAllowed(model, policy);
}

/** As planning takes it. What it costs an own endpoint doesn't say, and how much it takes only some do. */
export function asChatModel(model: string, { known }: OwnEndpoint): ChatModel {
  const { contextLength, isThinking = isThinkingName(model) } = known?.[model] ?? {};
  return { id: model, liveProviders: 1, contextLength, isThinking };
}
