/** What is under way and may cost so much, by who pays. In memory: it ends with the background, as they do. */
const pending = new Map<string, number[]>();

const underWay = new Set<Promise<void>>();

/** What an account's requests that are under way may cost together, USD. */
export function pendingUsd(sub: string): number {
  return (pending.get(sub) ?? []).reduce((sum, usd) => sum + usd, 0);
}

/**
 * Counts a request as under way, so that the next is asked about where both would pass the month's bound.
 *
 * @param usd at most
 * @returns the function to call, once, when it stands in the ledger or has cost nothing
 */
export function addPending(sub: string, usd: number): () => void {
  pending.set(sub, [...(pending.get(sub) ?? []), usd]);
  const { promise: settled, resolve } = Promise.withResolvers<void>();
  underWay.add(settled);
  return () => {
    underWay.delete(settled);
    resolve();
    const others = pending.get(sub) ?? [];
    pending.set(sub, others.toSpliced(others.indexOf(usd), 1));
  };
}

/** Resolves when the requests that are under way now stand in the ledger, or have cost nothing. */
export async function untilSettled(): Promise<void> {
  await Promise.all(underWay);
}
