/** Why a person is asked before something is sent. */
export type AskReason = 'cut' | 'cost' | 'cap';

/** What a person wants to be asked about. */
export interface Limits {
  /** What one run may cost unasked, USD. */
  askAboveUsd: number;
  /** What a month may cost unasked, USD; `undefined` where there is no such bound. */
  capUsd: number | undefined;
  /** What the month has cost so far, USD. */
  spentUsd: number;
}

/** More than a cent is asked about, unless the person wants it otherwise. USD. */
export const ASK_ABOVE_USD = 0.01;

/**
 * Why a run must be asked about first; `undefined` for one that can go. What has no known price only counts
 * against a month that is used up already; what is free, never.
 *
 * @param plan its highest price in USD, and whether only a part of the text fits
 */
export function reasonToAsk(
  { isCut, costUsd }: { isCut: boolean; costUsd: number | undefined },
  { askAboveUsd, capUsd, spentUsd }: Limits,
): AskReason | undefined {
  if (isCut) return 'cut';
  if (costUsd === 0) return undefined;
  if (capUsd !== undefined && spentUsd + (costUsd ?? 0) >= capUsd) return 'cap';
  return costUsd !== undefined && costUsd > askAboveUsd ? 'cost' : undefined;
}
