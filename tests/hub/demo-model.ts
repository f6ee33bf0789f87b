import type { Model, ModelProvider } from './model-catalogue.ts';

/** The architecture of a model that reads and writes text only. */
export const TEXT = { input_modalities: ['text'], output_modalities: ['text'] };

/** A live provider of a demo model; the price is USD per million tokens, input and output. */
export function provider(
  name: string,
  context: number,
  [input, output]: readonly [number, number],
  more: Partial<ModelProvider> = {},
): ModelProvider {
  return {
    provider: name,
    status: 'live',
    context_length: context,
    pricing: { input, output },
    supports_tools: false,
    supports_structured_output: false,
    first_token_latency_ms: 180,
    throughput: 90,
    is_model_author: false,
    ...more,
  };
}

/** A demo model; it is owned by what stands before the slash of its id. */
export function model(
  id: string,
  architecture: Model['architecture'],
  ...providers: ModelProvider[]
): Model {
  const [owner = ''] = id.split('/');
  return { id, object: 'model', created: 1_760_000_000, owned_by: owner, architecture, providers };
}
