import { createHash } from 'node:crypto';
import type { Model } from './model-catalogue.ts';
import { ownerOf, type Repository } from './repository.ts';

/** What a list says of each model when nothing is asked for with `expand`. */
const PLAIN_FIELDS: readonly string[] = [
  'modelId',
  'likes',
  'private',
  'downloads',
  'tags',
  'pipeline_tag',
  'createdAt',
];

/**
 * One model as `GET /api/models` describes it (Hugging Face Hub API): `_id` and `id` always, then
 * the expanded fields and no others; fields that do not exist are left out.
 */
export function modelInfo(
  repository: Repository,
  expand: readonly string[],
): Readonly<Record<string, unknown>> {
  const { model, isPrivate } = repository;
  const { id, created } = model;
  const createdAt = new Date(created * 1000).toISOString();
  const fields: Readonly<Record<string, unknown>> = {
    modelId: id,
    author: ownerOf(model),
    private: isPrivate,
    gated: false,
    disabled: false,
    likes: 3,
    downloads: 128,
    tags: [],
    pipeline_tag: pipelineOf(model),
    createdAt,
    lastModified: createdAt,
    inferenceProviderMapping: mappingOf(model),
  };
  const wanted = expand.length > 0 ? expand : PLAIN_FIELDS;
  return {
    _id: createHash('sha256').update(id).digest('hex').slice(0, 24),
    id,
    ...Object.fromEntries(Object.entries(fields).filter(([name]) => wanted.includes(name))),
  };
}

// A list where one model alone has a record: clients have to take both.
function mappingOf(model: Model): readonly object[] {
  return model.providers.map(({ provider, status, is_model_author: isModelAuthor }) => ({
    provider,
    providerId: `${provider}/${model.id}`,
    status,
    task: pipelineOf(model) === 'text-to-image' ? 'text-to-image' : 'conversational',
    isModelAuthor,
  }));
}

function pipelineOf({
  architecture: { input_modalities: input, output_modalities: output },
}: Model) {
  if (!output.includes('text')) return 'text-to-image';
  return input.includes('image') ? 'image-text-to-text' : 'text-generation';
}
