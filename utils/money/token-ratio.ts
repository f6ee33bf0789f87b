import * as v from 'valibot';
import { readModelName } from '@/utils/models/model-name';
import { storedObject } from '@/utils/storage/stored-object';

/** How many tokens models of a family really make of one that we estimate, by receipts. */
export const tokenRatiosSchema = v.record(
  v.string(),
  storedObject({ ratio: v.number(), receipts: v.number() }),
);

export type TokenRatios = v.InferOutput<typeof tokenRatiosSchema>;

/** Fewer tokens say more about the frame of a request than about its text. */
const SMALLEST_SAMPLE = 50;
/** A later receipt moves the ratio by at least so much: tokenizers change with versions. */
const LEAST_WEIGHT = 0.1;
/** What is beyond is another kind of count. */
const BOUNDS = { low: 0.25, high: 4 };

/** The tokenizer's family, as far as the name of a model tells. */
export function familyOf(model: string): string {
  const { owner, families } = readModelName(model);
  return [...families].toSorted().join(' ') || owner;
}

/** Tokens of this model for one that we estimate; 1 until a receipt has told. */
export function ratioOf(ratios: TokenRatios | undefined, model: string): number {
  const family = familyOf(model);
  return ratios && Object.hasOwn(ratios, family) ? (ratios[family]?.ratio ?? 1) : 1;
}

/** The ratios, corrected by a receipt that has the server's own count. */
export function withSample(
  ratios: TokenRatios,
  model: string,
  { estimated, counted }: { estimated: number; counted: number },
): TokenRatios {
  if (estimated < SMALLEST_SAMPLE) return ratios;
  const family = familyOf(model);
  const known = Object.hasOwn(ratios, family) ? ratios[family] : undefined;
  const { ratio = 1, receipts = 0 } = known ?? {};
  const sample = Math.min(Math.max(counted / estimated, BOUNDS.low), BOUNDS.high);
  const weight = Math.max(1 / (receipts + 1), LEAST_WEIGHT);
  return {
    ...ratios,
    [family]: { ratio: ratio + (sample - ratio) * weight, receipts: receipts + 1 },
  };
}
