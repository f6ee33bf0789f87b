import * as v from 'valibot';
import { Failure } from '@/utils/errors/failure';
import type { RunsDatabase } from '@/utils/journal/runs-database';
import { EXPORT_FORMAT, EXPORT_VERSION, type ExportedRun } from './exported-run';
import { importedRunSchema } from './imported-run';
import { changeRuns, type RunsTransaction } from './runs-transaction';
import { indexRuns, wordsOf, type IndexedRun } from './word-index';

/** Runs that are written in one transaction: the more, the fewer buckets are written again. */
const RUNS_AT_ONCE = 500;

/** Keys that are read at once to find a moment when no run started. */
const KEYS_AT_ONCE = 1_000;

/** The browser's own number for no window. */
const NO_WINDOW = -1;

const envelopeSchema = v.object({
  format: v.literal(EXPORT_FORMAT),
  version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  runs: v.array(v.unknown()),
});

/** What became of the runs of a batch. */
export interface ImportResult {
  added: number;
  /** These are in the history already, and stay as they are. */
  known: number;
  unreadable: number;
}

/**
 * Adds runs of a file to an account's history.
 *
 * @param batch some of the runs, in what the file says of itself: `{ format, version, runs }`. Untrusted.
 * @throws Failure `import-not-readable`, `import-newer`; nothing was added then
 */
export async function importHistory(database: RunsDatabase, batch: unknown): Promise<ImportResult> {
  const envelope = v.safeParse(envelopeSchema, batch);
  if (!envelope.success) throw new Failure({ kind: 'import-not-readable' });
  if (envelope.output.version > EXPORT_VERSION) throw new Failure({ kind: 'import-newer' });
  const readable = envelope.output.runs.flatMap((run) => {
    const parsed = v.safeParse(importedRunSchema, run);
    return parsed.success ? [parsed.output] : [];
  });
  // The order of a conversation is that of its times, also where some of them must move.
  const runs = readable.toSorted((a, b) => a.startedAt - b.startedAt);
  let added = 0;
  for (let from = 0; from < runs.length; from += RUNS_AT_ONCE) {
    added += await addRuns(database, runs.slice(from, from + RUNS_AT_ONCE));
  }
  return {
    added,
    known: runs.length - added,
    unreadable: envelope.output.runs.length - runs.length,
  };
}

/**
 * @param runs in the order of their moments
 * @returns how many were not known
 */
async function addRuns(database: RunsDatabase, runs: readonly ExportedRun[]): Promise<number> {
  const words = runs.map(({ page, text, question, answer }) =>
    wordsOf([page?.title ?? '', text ?? '', question ?? '', answer]),
  );
  const transaction = changeRuns(database);
  const ids = transaction.objectStore('runs').index('id');
  const keys = await Promise.all(runs.map(({ id }) => ids.getKey(id)));
  const known = new Set(runs.flatMap(({ id }, index) => (keys[index] === undefined ? [] : [id])));
  const indexed: IndexedRun[] = [];
  const writes: Promise<void>[] = [];
  let startedAt = -1;
  for (const [index, run] of runs.entries()) {
    if (known.has(run.id)) continue;
    known.add(run.id);
    // They are in order, so what lies between its own moment and the last one found is taken.
    startedAt = await freeMoment(transaction, Math.max(run.startedAt, startedAt + 1));
    writes.push(addRun(transaction, { ...run, startedAt }));
    indexed.push({ startedAt, words: words[index] ?? new Set() });
  }
  await Promise.all([...writes, indexRuns(transaction, indexed)]);
  await transaction.done;
  return indexed.length;
}

async function addRun(transaction: RunsTransaction, run: ExportedRun): Promise<void> {
  const { text, answer, reasoning, ...others } = run;
  const { startedAt } = run;
  const isAnswered = answer !== '' || reasoning !== '';
  await Promise.all([
    transaction.objectStore('runs').add({ ...others, windowId: NO_WINDOW }),
    text !== undefined && transaction.objectStore('texts').put(text, startedAt),
    isAnswered && transaction.objectStore('answers').put({ answer, reasoning }, [startedAt, 0]),
  ]);
}

/** The first moment from `startedAt` on when no run started: it is the key of a run. */
async function freeMoment(transaction: RunsTransaction, startedAt: number): Promise<number> {
  const store = transaction.objectStore('runs');
  if ((await store.getKey(startedAt)) === undefined) return startedAt;
  let moment = startedAt + 1;
  for (;;) {
    const keys = await store.getAllKeys(IDBKeyRange.lowerBound(moment), KEYS_AT_ONCE);
    const gap = keys.findIndex((key, index) => key !== moment + index);
    if (gap !== -1) return moment + gap;
    moment += keys.length;
    if (keys.length < KEYS_AT_ONCE) return moment;
  }
}
