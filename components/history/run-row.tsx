import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { actionTitle } from '@/utils/actions/action-title';
import { formatTimeOfDay } from '@/utils/format/times';
import type { HistoryRow } from '@/utils/history/history-row';
import { hasEnded } from '@/utils/runs/run';
import { ConfirmDeletion } from './confirm-deletion';
import { endOf, isFollowUp, nameOf, standingOf, titleOf } from './history-entry';

/** What can be done with a run of the list. */
export interface RowControls {
  onOpen: (row: HistoryRow) => void;
  /** @returns whether it is gone */
  onDelete: (row: HistoryRow) => Promise<boolean>;
}

/** One run of the list. One press opens it; deleting takes two. */
export function RunRow(props: { row: HistoryRow; isNow: boolean } & RowControls) {
  const { row, isNow } = props;
  const item = useRef<HTMLLIElement>(null);
  const isDeleting = useSignal(false);
  const remove = async () => {
    const near = neighbourOf(item.current);
    isDeleting.value = true;
    if (await props.onDelete(row)) near?.focus();
    else isDeleting.value = false;
  };
  return (
    <li ref={item} class="history-row" aria-busy={isDeleting.value}>
      <button
        type="button"
        class="history-open"
        aria-labelledby={`${row.id}-head ${row.id}-title`}
        aria-describedby={`${row.id}-texts`}
        onClick={() => props.onOpen(row)}
      >
        <RowHead row={row} word={isNow ? standingOf(row.state) : endOf(row.state)} />
        <span id={`${row.id}-title`} class="history-title" dir="auto">
          {titleOf(row)}
        </span>
        <span id={`${row.id}-texts`} class="history-texts">
          {row.quote !== '' && row.quote !== titleOf(row) && (
            <span class="history-quote" dir="auto">
              {row.quote}
            </span>
          )}
          {row.preview !== '' && (
            <span class="history-preview" dir="auto">
              {row.preview}
            </span>
          )}
        </span>
      </button>
      {hasEnded(row.state) && (
        <ConfirmDeletion
          label={i18n.t('history.delete')}
          name={i18n.t('history.deleteNamed', { name: nameOf(row) })}
          question={i18n.t('history.confirmDelete')}
          onConfirm={() => void remove()}
        />
      )}
    </li>
  );
}

/** Which action it was, when, and how it ended or stands. */
function RowHead({ row, word }: { row: HistoryRow; word: string | undefined }) {
  return (
    <span id={`${row.id}-head`} class="history-head">
      <span class="history-action">{actionTitle(row.action)}</span>{' '}
      {isFollowUp(row) && <span class="history-mark">{i18n.t('history.followUp')}</span>}{' '}
      {word !== undefined && <span class="history-mark">{word}</span>}{' '}
      <time dateTime={new Date(row.startedAt).toISOString()}>{formatTimeOfDay(row.startedAt)}</time>
    </span>
  );
}

/** Where the focus goes when a row goes: to the next, or the one before, or the search. */
function neighbourOf(item: HTMLElement | null): HTMLElement | undefined {
  const history = item?.closest('.history');
  const rows = [...(history?.querySelectorAll<HTMLElement>('.history-open') ?? [])];
  const index = rows.findIndex((row) => item?.contains(row));
  return rows[index + 1] ?? rows[index - 1] ?? history?.querySelector('input') ?? undefined;
}
