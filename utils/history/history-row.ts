import type { ActionId } from '@/utils/actions/action';
import type { RunId, RunState } from '@/utils/runs/run';

/** An ended run in a list. JSON-safe: it crosses contexts. */
export interface HistoryRow {
  id: RunId;
  /** Epoch milliseconds; where a next page begins. */
  startedAt: number;
  conversation: RunId;
  action: ActionId;
  pageTitle: string | null;
  question: string | null;
  /** The beginning of the selected text on one line; empty in a follow-up. */
  quote: string;
  /** The beginning of the answer on one line. */
  preview: string;
  model: string | null;
  state: RunState;
}

/** Some of the ended runs, newest first. */
export interface HistoryPage {
  /** Fewer than were asked for: there are no more. */
  rows: HistoryRow[];
  /** How many runs could not be read; they have been set aside, and the person should hear of it. */
  damaged: number;
}

/** Which runs to list. */
export interface HistorySpan {
  /** Only runs that started before, in epoch milliseconds; the `startedAt` of the last row for the next page. */
  before?: number | undefined;
  limit: number;
}
