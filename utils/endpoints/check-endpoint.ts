import * as v from 'valibot';
import { activeAccount } from '@/utils/account/accounts';
import { isLoopbackEndpointOrigin } from '@/utils/config/origins';
import { Failure } from '@/utils/errors/failure';
import { accountsItem, ownEndpointsItem } from '@/utils/storage/items';
import { askEndpoint } from './ask-endpoint';
import { classifyEndpointResponse } from './classify-endpoint';
import { originOf, type OwnEndpoint } from './own-endpoint';
import { readEndpoint } from './stored-endpoint';

/** A server that has a model to load answers its list at once all the same. */
const PATIENCE_MS = 15_000;

/** More than a person would choose from. */
const MAXIMUM_MODELS = 200;

/** A longer name is none, and would fill the storage. Characters. */
const LONGEST_NAME = 200;

/** Tokens; what is no such number counts as not said. */
const tokensSchema = v.fallback(
  v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  undefined,
);

const modelSchema = v.object({
  id: v.string(),
  /** Of vLLM and SGLang. */
  max_model_len: tokensSchema,
  /** Of OpenRouter and others that pass on to many. */
  context_length: tokensSchema,
  /** Of llama.cpp: what it was started with, which can be less than what the model was made for. */
  meta: v.fallback(v.optional(v.object({ n_ctx: tokensSchema })), undefined),
});

const listSchema = v.object({ data: v.array(modelSchema) });

/** A model as a server lists it. */
interface ListedModel {
  name: string;
  contextLength: number | undefined;
}

/**
 * Asks an own endpoint for its models and keeps their names, and how much they take where it says so. The chosen one stays while it is among them,
 * else the first is chosen.
 *
 * @throws Failure that says what is wrong with the endpoint
 */
export async function checkEndpoint(id: string): Promise<null> {
  const endpoint = await readEndpoint(id);
  const models = await listModels(endpoint);
  await ownEndpointsItem.update((endpoints) =>
    endpoints?.map((one) => (one.id === id ? withModels(one, models) : one)),
  );
  return null;
}

async function listModels(endpoint: OwnEndpoint): Promise<ListedModel[]> {
  const { host } = new URL(endpoint.url);
  const account = activeAccount(await accountsItem.get());
  const owner = account?.session === 'open' ? account.sub : undefined;
  const signal = AbortSignal.timeout(PATIENCE_MS);
  try {
    const response = await askEndpoint({ endpoint, owner }, '/models', { signal });
    if (!response.ok) throw new Failure(await classifyEndpointResponse(response, endpoint));
    await checkOrigin({ endpoint, owner }, signal);
    const list = v.safeParse(listSchema, await response.json().catch(() => undefined));
    if (!list.success) throw new Failure({ kind: 'endpoint-not-compatible', host });
    return list.output.data
      .map(({ id, max_model_len, context_length, meta }) => ({
        name: id,
        contextLength: max_model_len ?? context_length ?? meta?.n_ctx,
      }))
      .filter(({ name }) => name !== '' && name.length <= LONGEST_NAME);
  } catch (cause) {
    if (!signal.aborted) throw cause;
    throw new Failure({ kind: 'stalled' }, { cause });
  }
}

/**
 * Whether a server on this computer lets an extension ask for answers. Browsers name their origin in a POST
 * alone, so the list of models doesn't tell; a request without a message is refused by all, and costs nothing.
 */
async function checkOrigin(
  asked: { endpoint: OwnEndpoint; owner: string | undefined },
  signal: AbortSignal,
): Promise<void> {
  if (!isLoopbackEndpointOrigin(originOf(asked.endpoint))) return;
  const headers = { 'content-type': 'application/json' };
  const init = { method: 'POST', headers, body: '{}', signal } as const;
  const response = await askEndpoint(asked, '/chat/completions', init);
  if (response.status !== 403) return void response.body?.cancel().catch(() => undefined);
  throw new Failure(await classifyEndpointResponse(response, asked.endpoint));
}

function withModels(endpoint: OwnEndpoint, listed: readonly ListedModel[]): OwnEndpoint {
  const { model = '' } = endpoint;
  const models = [...new Set(listed.map(({ name }) => name))].slice(0, MAXIMUM_MODELS);
  const known = { ...endpoint.known };
  for (const { name, contextLength } of listed) {
    if (contextLength !== undefined || known[name]) known[name] = { ...known[name], contextLength };
  }
  return { ...endpoint, models, known, model: models.includes(model) ? model : models[0] };
}
