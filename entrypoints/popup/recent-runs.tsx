import type { ReadonlySignal } from '@preact/signals';
import { RecentRun } from '@/components/history/recent-run';
import { i18n } from '#i18n';
import type { HistoryRow } from '@/utils/history/history-row';
import type { RunId } from '@/utils/runs/run';

/** The newest runs: what goes on first, with Stop; one press shows a run. */
export function RecentRuns(props: {
  rows: ReadonlySignal<readonly HistoryRow[]>;
  /** It is shown already. */
  shownId: RunId | undefined;
  onShow: (row: HistoryRow) => void;
  onStop: (row: HistoryRow) => void;
}) {
  const rows = props.rows.value.filter(({ id }) => id !== props.shownId);
  if (rows.length === 0) return null;
  return (
    <section>
      <h2 id="recent-title" class="recent-title">
        {i18n.t('history.recent')}
      </h2>
      <ul class="recent-list" aria-labelledby="recent-title">
        {rows.map((row) => (
          <RecentRun key={row.id} row={row} onShow={props.onShow} onStop={props.onStop} />
        ))}
      </ul>
    </section>
  );
}
