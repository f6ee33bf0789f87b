import type { ChatModel } from './chat-model';
import { defaultModel } from './default-model';
import { readModelName, type ModelName } from './model-name';
import { isThinkingName } from './thinking-name';

/** Where only one of two names has a size or a version: about as far as 8 from 70 billion, or 3 from 4. */
const UNKNOWN = { size: 3, version: 1 };

/**
 * The model of a list that can best stand in for one that cannot answer: of the same organization and
 * family, for the same kind of work, then the nearest in size and version, the newer of two; else the default.
 *
 * A specialist, such as a coder, never stands in for a generalist; a generalist may for a specialist.
 *
 * @param models those that can be used now
 * @param goneId id of the one that cannot; it is never the answer, whatever the list says
 * @returns `undefined` when there is no other model at all
 */
export function nearestModel(models: readonly ChatModel[], goneId: string): ChatModel | undefined {
  const others = models.filter(({ id }) => id.toLowerCase() !== goneId.toLowerCase());
  const gone = readModelName(goneId);
  // The list says it of the others; of this one only the name is left.
  const isThinking = models.find(({ id }) => id === goneId)?.isThinking ?? isThinkingName(goneId);
  const relatives = others.flatMap((model) => {
    const name = readModelName(model.id);
    if (!canStandIn(name, gone)) return [];
    const kind = gone.specialities.size - name.specialities.size;
    return [
      {
        model,
        kind: kind + (model.isThinking === isThinking ? 0 : 1),
        by: distance(name, gone),
        version: name.version ?? 0,
      },
    ];
  });
  const [nearest] = relatives.toSorted(
    (a, b) =>
      a.kind - b.kind ||
      a.by - b.by ||
      b.version - a.version ||
      b.model.liveProviders - a.model.liveProviders ||
      (a.model.id < b.model.id ? -1 : 1),
  );
  return nearest?.model ?? defaultModel(others);
}

function canStandIn(name: ModelName, gone: ModelName): boolean {
  return (
    name.owner === gone.owner &&
    [...name.families].some((family) => gone.families.has(family)) &&
    [...name.specialities].every((speciality) => gone.specialities.has(speciality))
  );
}

/** How often the size doubles between them, and how far the versions are apart. */
function distance(a: ModelName, b: ModelName): number {
  const size = between(a.size && Math.log2(a.size), b.size && Math.log2(b.size), UNKNOWN.size);
  // As good as equal is equal: 3.2 is as far from 3.1 as 3 is.
  return Math.round((size + between(a.version, b.version, UNKNOWN.version)) * 100);
}

function between(a: number | undefined, b: number | undefined, unknown: number): number {
  if (a === undefined || b === undefined) return a === b ? 0 : unknown;
  return Math.abs(a - b);
}
