import { i18n } from '#i18n';
import { Button } from '@/components/ui/button';
import { actionTitle } from '@/utils/actions/action-title';
import type { HistoryRow } from '@/utils/history/history-row';
import { isUnderWay } from '@/utils/runs/run';
import { nameOf, standingOf, titleOf } from './history-entry';

/** A run on one line: its action, what it is about and where it stands. */
export function RecentRun(props: {
  row: HistoryRow;
  onShow: (row: HistoryRow) => void;
  onStop: (row: HistoryRow) => void;
}) {
  const { row } = props;
  return (
    <li class="recent-run">
      <button type="button" class="recent-open" onClick={() => props.onShow(row)}>
        <span class="history-action">{actionTitle(row.action)}</span>{' '}
        <span class="recent-about" dir="auto">
          {row.quote || titleOf(row)}
        </span>{' '}
        <span class="hint">{standingOf(row.state)}</span>
      </button>
      {isUnderWay(row.state) && (
        <Button
          kind="quiet"
          aria-label={i18n.t('history.stopNamed', { name: nameOf(row) })}
          onClick={() => props.onStop(row)}
        >
          {i18n.t('run.stop')}
        </Button>
      )}
    </li>
  );
}
