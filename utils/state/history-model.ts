import { batch, signal, type ReadonlySignal } from '@preact/signals';
import type { CompanionError } from '@/utils/errors/companion-error';
import type { HistoryRow } from '@/utils/history/history-row';
import { PAGE_SIZE } from '@/utils/history/page-size';
import { request } from '@/utils/messaging/request-client';

/** The ended runs that answer to a query, as far as they have been read. */
export interface FoundRuns {
  query: string;
  /** Newest first. */
  rows: readonly HistoryRow[];
  /** There are no more. */
  isAll: boolean;
}

/** The history of the account in use as a view shows it. */
export interface HistoryModel {
  /** Under way, waiting for the person, or ended and not seen yet; newest first. */
  now: ReadonlySignal<readonly HistoryRow[]>;
  /** `undefined` until the first answer. Stays until the answer to another query is there. */
  found: ReadonlySignal<FoundRuns | undefined>;
  /** Why the last reading or deleting failed. */
  error: ReadonlySignal<CompanionError | undefined>;
  /** Reads what answers to a query; a blank one finds all. The answer to the latest query counts. */
  search: (query: string) => void;
  /** Reads one more page. Does nothing while something is read, or when there are no more. */
  readMore: () => void;
  /** Reads again what is under way and, where some of that has gone, the newest ended runs. */
  refresh: () => void;
  /** Deletes a run. @returns whether it is gone */
  delete: (row: HistoryRow) => Promise<boolean>;
}

/** Makes the model, and reads the beginning. */
export function createHistoryModel(sub: string): HistoryModel {
  const now = signal<readonly HistoryRow[]>([]);
  const found = signal<FoundRuns | undefined>(undefined);
  const error = signal<CompanionError | undefined>(undefined);
  /** Answers that are on their way may still hold them. */
  const deleted = new Set<string>();
  const list = latestOnly();
  const current = latestOnly();
  let query = '';
  /** Something has ended since the page that is on its way was asked for. */
  let isStale = false;

  const present = (rows: readonly HistoryRow[]) => rows.filter(({ id }) => !deleted.has(id));
  const shown = () => (found.value?.query === query ? found.value : undefined);

  const read = async (
    before: number | undefined,
    join: (page: FoundRuns, known: FoundRuns | undefined) => FoundRuns,
  ) => {
    const asked = query;
    const answer = request('history.list', {
      sub,
      query,
      ...(before === undefined ? {} : { before }),
    });
    await list.take(answer, (result) =>
      batch(() => {
        error.value = result.ok ? undefined : result.error;
        if (!result.ok) return;
        const { rows } = result.value;
        const page = { query: asked, rows, isAll: rows.length < PAGE_SIZE };
        const joined = join(page, shown());
        found.value = { ...joined, rows: present(joined.rows) };
      }),
    );
    if (isStale && !list.isWaiting()) refreshRows();
  };
  const readFirst = () => void read(undefined, (page) => page);
  const refreshRows = () => {
    isStale = list.isWaiting();
    if (!isStale) void read(undefined, aboveKnown);
  };
  const readNow = () =>
    current.take(request('history.now', { sub }), (result) => {
      if (!result.ok) {
        error.value = result.error;
        return;
      }
      const ids = new Set(result.value.map(({ id }) => id));
      const hasEnded = now.value.some(({ id }) => !ids.has(id));
      now.value = present(result.value);
      if (hasEnded) refreshRows();
    });
  const takeOut = ({ id }: HistoryRow) => {
    deleted.add(id);
    now.value = present(now.value);
    if (!found.value) return;
    found.value = { ...found.value, rows: present(found.value.rows) };
    if (found.value.rows.length === 0 && !found.value.isAll) refreshRows();
  };

  readFirst();
  void readNow();
  return {
    now,
    found,
    error,
    search: (next) => {
      query = next;
      readFirst();
    },
    readMore: () => {
      const known = shown();
      const last = known?.rows.at(-1);
      if (!known || !last || known.isAll || list.isWaiting()) return;
      void read(last.startedAt, belowKnown);
    },
    refresh: () => void readNow(),
    delete: async (row) => {
      const answer = await request('history.delete', { sub, runId: row.id });
      batch(() => {
        error.value = answer.ok ? undefined : answer.error;
        if (answer.ok) takeOut(row);
      });
      return answer.ok;
    },
  };
}

/** A page that follows what is known. */
function belowKnown(page: FoundRuns, known: FoundRuns | undefined): FoundRuns {
  return { ...page, rows: [...(known?.rows ?? []), ...page.rows] };
}

/** The first page read again: what is known below it stays. */
function aboveKnown(page: FoundRuns, known: FoundRuns | undefined): FoundRuns {
  const last = page.rows.at(-1);
  if (page.isAll || !known || !last) return page;
  const older = known.rows.filter(({ startedAt }) => startedAt < last.startedAt);
  return older.length === 0 ? page : { ...known, rows: [...page.rows, ...older] };
}

/** Takes only the answer to the latest of several questions. */
function latestOnly() {
  let latest: Promise<unknown> | undefined;
  return {
    isWaiting: () => latest !== undefined,
    async take<T>(answer: Promise<T>, use: (answer: T) => void): Promise<void> {
      latest = answer;
      const arrived = await answer;
      if (latest !== answer) return;
      latest = undefined;
      use(arrived);
    },
  };
}
