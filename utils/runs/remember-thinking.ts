import type { ModelChoice } from '@/utils/models/model-choice';
import { modelCatalogueItem, ownEndpointsItem } from '@/utils/storage/items';

/**
 * Keeps that a model has thought before it answered, though its name didn't say so: the next run leaves room for
 * that, and the price before has it in. Never fails; where it can't be kept, the next time will do.
 */
export async function rememberThinking({ model, endpoint }: ModelChoice): Promise<void> {
  const kept =
    endpoint === undefined
      ? modelCatalogueItem.update(
          (list) =>
            list && {
              ...list,
              models: list.models.map((one) =>
                one.id === model ? { ...one, isThinking: true } : one,
              ),
            },
        )
      : ownEndpointsItem.update((endpoints) =>
          endpoints?.map((one) => {
            if (one.id !== endpoint) return one;
            const known = { ...one.known?.[model], isThinking: true };
            return { ...one, known: { ...one.known, [model]: known } };
          }),
        );
  await kept.catch(() => undefined);
}
