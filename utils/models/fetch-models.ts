import { Failure } from '@/utils/errors/failure';
import type { ChatModel } from './chat-model';
import { parseModels } from './parse-models';

/**
 * Asks the router for its live models. The list is public: no token is sent.
 *
 * @throws Failure `offline`, `unreachable` or `model-list-unavailable`
 */
export async function fetchModels(routerOrigin: string): Promise<ChatModel[]> {
  const response = await fetch(`${routerOrigin}/v1/models`, {
    signal: AbortSignal.timeout(20_000),
  }).catch((cause: unknown) => {
    // What is no Failure yet is the time that is over.
    if (cause instanceof Failure) throw cause;
    throw new Failure({ kind: 'model-list-unavailable' }, { cause });
  });
  const body: unknown = await response.json().catch(() => undefined);
  const models = response.ok ? parseModels(body) : undefined;
  if (!models) throw new Failure({ kind: 'model-list-unavailable' });
  return models;
}
