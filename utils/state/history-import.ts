import type { ImportResult } from '@/utils/history/import-history';
import { request } from '@/utils/messaging/request-client';
import type { Result } from '@/utils/result';

/** Characters of the runs of one message: well below the 64 MiB that one of Chromium can hold. */
const BATCH_CHARACTERS = 4_000_000;

/** How far an import has come, and what became of its runs. */
export interface ImportProgress extends ImportResult {
  total: number;
}

/**
 * Adds the runs of a file to the history of the account in use, in batches. The background checks each run;
 * here only what it takes to part them is looked at.
 *
 * @param onProgress hears after each batch what became of all so far; what was added stays, whatever follows
 * @param signal ends it before the next batch
 */
export async function importFile(
  { sub, file }: { sub: string; file: Blob },
  onProgress: (progress: ImportProgress) => void,
  signal: AbortSignal,
): Promise<Result<null>> {
  const parsed = await parse(file);
  if (!parsed) return { ok: false, error: { kind: 'import-not-readable' } };
  const { runs, ...head } = parsed;
  const sum: ImportProgress = { added: 0, known: 0, unreadable: 0, total: runs.length };
  for (const batch of batchesOf(runs)) {
    if (signal.aborted) break;
    const answer = await request('history.import', { sub, batch: { ...head, runs: batch } });
    if (!answer.ok) return answer;
    sum.added += answer.value.added;
    sum.known += answer.value.known;
    sum.unreadable += answer.value.unreadable;
    onProgress({ ...sum });
  }
  return { ok: true, value: null };
}

/** What a file says of itself, and what may be runs; `undefined` when it has no list of them. */
async function parse(
  file: Blob,
): Promise<{ format: unknown; version: unknown; runs: unknown[] } | undefined> {
  let content: unknown;
  try {
    content = JSON.parse(await file.text());
  } catch {
    // No JSON, or longer than a string may be: no file of ours.
    return undefined;
  }
  if (typeof content !== 'object' || content === null) return undefined;
  const { format, version, runs } = content as Record<string, unknown>;
  return Array.isArray(runs) ? { format, version, runs } : undefined;
}

/** At least one batch: the background says whether the file can be read at all. */
function* batchesOf(runs: readonly unknown[]): Generator<unknown[]> {
  let batch: unknown[] = [];
  let characters = 0;
  for (const run of runs) {
    const length = JSON.stringify(run).length;
    if (batch.length > 0 && characters + length > BATCH_CHARACTERS) {
      yield batch;
      batch = [];
      characters = 0;
    }
    batch.push(run);
    characters += length;
  }
  yield batch;
}
