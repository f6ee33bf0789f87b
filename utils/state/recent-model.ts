import { signal, type ReadonlySignal } from '@preact/signals';
import type { HistoryRow } from '@/utils/history/history-row';
import { request } from '@/utils/messaging/request-client';
import { hasEnded } from '@/utils/runs/run';

/** As many as fit below the rest of a popup. */
const RECENT = 4;

/** The newest runs of an account as the popup shows them. */
export interface RecentModel {
  /** Those that have not ended first, each part newest first. */
  rows: ReadonlySignal<readonly HistoryRow[]>;
  /** Reads them again. */
  refresh: () => Promise<void>;
}

/** Makes the model, and reads. Where there is no history, what goes on is all there is. */
export async function loadRecentModel(sub: string): Promise<RecentModel> {
  const rows = signal<readonly HistoryRow[]>([]);
  let latest = 0;
  const refresh = async () => {
    latest += 1;
    const asked = latest;
    const [now, ended] = await Promise.all([
      request('history.now', { sub }),
      request('history.list', { sub, query: '', limit: RECENT }),
    ]);
    if (asked !== latest) return;
    rows.value = newestOf(now.ok ? now.value : [], ended.ok ? ended.value.rows : []);
  };
  await refresh();
  return { rows, refresh };
}

function newestOf(now: readonly HistoryRow[], ended: readonly HistoryRow[]): HistoryRow[] {
  const byId = new Map([...ended, ...now].map((row) => [row.id, row]));
  return [...byId.values()]
    .toSorted(
      (a, b) => Number(hasEnded(a.state)) - Number(hasEnded(b.state)) || b.startedAt - a.startedAt,
    )
    .slice(0, RECENT);
}
