import { IDBFactory } from 'fake-indexeddb';
import { indexRun } from '@/utils/history/word-index';
import { openRunsDatabase, type RunsDatabase } from '@/utils/journal/runs-database';
import type { StoredRun } from '@/utils/journal/stored-run';

/** Monday of a week in 2026, in epoch milliseconds. */
export const MONDAY = Date.UTC(2026, 5, 15);
export const DAY_MS = 24 * 60 * 60 * 1000;

/** A run to keep: what differs from a plain one, and its long texts. */
export interface KeptRun extends Partial<StoredRun> {
  startedAt: number;
  text?: string | undefined;
  answer?: string;
  reasoning?: string;
}

/** An empty database of an account. The first call of a test forgets those of earlier ones. */
export async function emptyDatabase(sub = 'ada'): Promise<RunsDatabase> {
  globalThis.indexedDB = new IDBFactory();
  return await openRunsDatabase(sub, () => undefined);
}

/** A record of an ended run, whose id is made of the time it started. */
export function storedRun({ text = '', answer = '', ...change }: KeptRun): StoredRun {
  const { reasoning: _, ...others } = change;
  const id = `run-${change.startedAt}`;
  return {
    id,
    conversation: id,
    action: 'explain',
    windowId: 1,
    quote: text.slice(0, 100),
    textLength: text.length,
    isSelectionCut: false,
    choice: { model: 'org/model' },
    droppedTurns: 0,
    seams: [],
    preview: answer.slice(0, 100),
    state: { kind: 'done', finish: 'stop' },
    ...others,
  };
}

/** Keeps a run as the journal does: in pieces, and in the index once it has ended. */
export async function keep(database: RunsDatabase, ...runs: KeptRun[]): Promise<void> {
  for (const run of runs) {
    const { startedAt, text, answer = '', reasoning = '', page, question } = run;
    const transaction = database.transaction(['runs', 'texts', 'answers', 'words'], 'readwrite');
    await transaction.objectStore('runs').put(storedRun(run));
    if (text !== undefined) await transaction.objectStore('texts').put(text, startedAt);
    const half = Math.ceil(answer.length / 2);
    const pieces = [
      { answer: answer.slice(0, half), reasoning },
      { answer: answer.slice(half), reasoning: '' },
    ];
    for (const [index, piece] of pieces.entries()) {
      await transaction.objectStore('answers').put(piece, [startedAt, index]);
    }
    if (run.underWay === undefined) {
      await indexRun(transaction, startedAt, [
        page?.title ?? '',
        text ?? '',
        question ?? '',
        answer,
      ]);
    }
    await transaction.done;
  }
}

/** Everything in all stores of a database, keys and values. */
export async function dump(database: RunsDatabase): Promise<string> {
  const stores: Record<string, unknown[]> = {};
  for (const name of database.objectStoreNames) {
    const keys = await database.getAllKeys(name);
    const values = await database.getAll(name);
    stores[name] = keys.map((key, index) => [key, values[index]]);
  }
  return JSON.stringify(stores);
}

/** What `dump` gives of a database without any run. */
export const NOTHING = '{"answers":[],"damaged":[],"runs":[],"texts":[],"words":[]}';
