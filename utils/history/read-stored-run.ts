import * as v from 'valibot';
import { storedRunSchema, type StoredRun } from '@/utils/journal/stored-run';
import type { HistoryRow } from './history-row';

/** A stored value as a run; `undefined` when it does not fit. A database outlives the code that wrote it. */
export function readStoredRun(value: unknown): StoredRun | undefined {
  const parsed = v.safeParse(storedRunSchema, value);
  return parsed.success ? parsed.output : undefined;
}

/** What a list shows of a run. */
export function toHistoryRow(run: StoredRun): HistoryRow {
  return {
    id: run.id,
    startedAt: run.startedAt,
    conversation: run.conversation,
    action: run.action,
    pageTitle: run.page?.title ?? null,
    question: run.question ?? null,
    quote: run.quote,
    preview: run.preview,
    model: run.choice?.model ?? null,
    state: run.state,
  };
}
