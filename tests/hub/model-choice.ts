import type { Model, ModelProvider } from './model-catalogue.ts';

type Choice =
  | { readonly kind: 'chosen'; readonly id: string; readonly provider: string }
  | { readonly kind: 'unsupported'; readonly id: string }
  | { readonly kind: 'unknown'; readonly id: string };

/**
 * Resolves a requested model id with its optional suffix (`:fastest`, `:cheapest`, `:preferred`,
 * `:<provider>`; Hugging Face Inference Providers docs) to the model and the provider that serves.
 */
export function chooseModel(requested: string, models: readonly Model[]): Choice {
  const { id, rule } = splitId(requested, models);
  const model = models.find((candidate) => candidate.id === id);
  if (model === undefined) return { kind: 'unknown', id };
  const live = model.providers.filter(({ status }) => status === 'live');
  const provider = choose(live, rule);
  if (provider === undefined || !model.architecture.output_modalities.includes('text')) {
    return { kind: 'unsupported', id };
  }
  return { kind: 'chosen', id, provider: provider.provider };
}

// The ids of some upstream servers contain a colon themselves.
function splitId(requested: string, models: readonly Model[]): { id: string; rule: string } {
  const colon = requested.lastIndexOf(':');
  if (colon < 0 || models.some(({ id }) => id === requested)) {
    return { id: requested, rule: 'fastest' };
  }
  return { id: requested.slice(0, colon), rule: requested.slice(colon + 1) };
}

function choose(live: readonly ModelProvider[], rule: string): ModelProvider | undefined {
  switch (rule) {
    case 'preferred':
      return live[0];
    case 'fastest':
      return live.toSorted((a, b) => (b.throughput ?? 0) - (a.throughput ?? 0))[0];
    case 'cheapest':
      return live.toSorted((a, b) => outputPrice(a) - outputPrice(b))[0];
    default:
      return live.find(({ provider }) => provider === rule);
  }
}

function outputPrice({ pricing }: ModelProvider): number {
  return pricing?.output ?? Number.POSITIVE_INFINITY;
}
