import { i18n } from '#i18n';
import { actionTitle } from '@/utils/actions/action-title';
import type { HistoryRow } from '@/utils/history/history-row';
import type { RunState } from '@/utils/runs/run';

/** What a run of the list is about: its question, or its page, or the beginning of its text. */
export function titleOf({ question, pageTitle, quote }: HistoryRow): string {
  return question ?? pageTitle ?? quote;
}

/** Its action and what it is about, to tell its controls from those of others. */
export function nameOf(row: HistoryRow): string {
  const action = actionTitle(row.action);
  const title = titleOf(row);
  return title === '' ? action : i18n.t('history.entry', { action, title });
}

/** True for a run that goes on in the conversation of an earlier one. */
export function isFollowUp({ id, conversation }: HistoryRow): boolean {
  return id !== conversation;
}

/** How a run ended, in a word, where it did not end well; `undefined` where it did. */
export function endOf(state: RunState): string | undefined {
  if (state.kind === 'stopped') return i18n.t('history.stopped');
  if (state.kind !== 'failed') return undefined;
  return state.error.kind === 'interrupted'
    ? i18n.t('history.interrupted')
    : i18n.t('history.failed');
}

/** Where a run stands that has not ended, or whose end nobody has seen. */
export function standingOf(state: RunState): string {
  if (state.kind === 'held') return i18n.t('history.waitingForYou');
  if (state.kind === 'waiting') return i18n.t('history.queued');
  if (state.kind === 'preparing' || state.kind === 'streaming') return i18n.t('history.running');
  return endOf(state) ?? i18n.t('history.finished');
}
