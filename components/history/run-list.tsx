import { useId } from 'preact/hooks';
import type { HistoryRow } from '@/utils/history/history-row';
import { RunRow, type RowControls } from './run-row';

/** Runs under a heading. */
export function RunList(
  props: { title: string; rows: readonly HistoryRow[]; isNow: boolean } & RowControls,
) {
  const titleId = useId();
  const { title, rows, ...others } = props;
  return (
    <>
      <h3 id={titleId} class="history-day">
        {title}
      </h3>
      <ul class="history-list" aria-labelledby={titleId}>
        {rows.map((row) => (
          <RunRow key={row.id} row={row} {...others} />
        ))}
      </ul>
    </>
  );
}
