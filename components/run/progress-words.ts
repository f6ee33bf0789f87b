import { i18n } from '#i18n';
import type { RunState } from '@/utils/runs/run';

/** Where a run stands that neither waits for the person nor has failed. */
type Progress = Exclude<RunState, { kind: 'held' | 'failed' }>;

/** Says it in a few words. */
export function progressWords(state: Progress, hasText: boolean): string {
  switch (state.kind) {
    case 'preparing':
      return i18n.t('run.preparing');
    case 'waiting':
      return i18n.t('run.queued');
    case 'streaming':
      return hasText ? i18n.t('run.streaming') : i18n.t('run.waiting');
    case 'done':
      return state.finish === 'length' ? i18n.t('run.doneAtLimit') : i18n.t('run.done');
    case 'stopped':
      return hasText ? i18n.t('run.stopped') : i18n.t('run.stoppedWithoutText');
  }
}
