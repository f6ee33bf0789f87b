import { i18n } from '#i18n';
import type { RunState } from '@/utils/runs/run';

/** Where the run stands, in a few words that are announced politely. */
export function RunStatus(props: { state: RunState; hasText: boolean }) {
  return (
    <p class="hint run-status" role="status">
      {statusText(props.state, props.hasText)}
    </p>
  );
}

function statusText(state: RunState, hasText: boolean): string {
  switch (state.kind) {
    case 'preparing':
      return i18n.t('run.preparing');
    case 'streaming':
      return hasText ? i18n.t('run.streaming') : i18n.t('run.waiting');
    case 'done':
      return state.finish === 'length' ? i18n.t('run.doneAtLimit') : i18n.t('run.done');
    case 'stopped':
      return hasText ? i18n.t('run.stopped') : i18n.t('run.stoppedWithoutText');
    case 'held':
      // The gates speak for themselves.
      return state.by === 'question' || state.by === 'confirmation'
        ? i18n.t('run.waitingForYou')
        : '';
    case 'failed':
      // A notice says it.
      return '';
  }
}
