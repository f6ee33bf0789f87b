import { openDB } from 'idb';
import { expect, vi } from 'vitest';

/** Everything in the database of an account's runs, by store. */
export interface KeptRuns {
  runs: { id: string; underWay?: 1; unread?: 1; state: { kind: string } }[];
  texts: string[];
  answers: { answer: string; reasoning: string }[];
  words: unknown[];
  damaged: unknown[];
}

/** Reads the database of an account's runs as it is; `undefined` when there is none. */
export async function readKeptRuns(sub: string): Promise<KeptRuns | undefined> {
  const name = `companion-runs.${sub}`;
  const databases = await indexedDB.databases();
  if (!databases.some((database) => database.name === name)) return undefined;
  const database = await openDB(name);
  try {
    const stores = [...database.objectStoreNames];
    const all = stores.map(async (store) => [store, await database.getAll(store)] as const);
    return Object.fromEntries(await Promise.all(all)) as unknown as KeptRuns;
  } finally {
    database.close();
  }
}

/** Waits until the disk has so many runs of an account in a state. */
export async function untilKept(sub: string, kind: string, count = 1): Promise<void> {
  await vi.waitFor(
    async () => {
      const runs = (await readKeptRuns(sub))?.runs ?? [];
      expect(runs.filter(({ state }) => state.kind === kind)).toHaveLength(count);
    },
    { timeout: 4_000, interval: 10 },
  );
}
