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
      return i18n.t('run.stopped');
    case 'held':
    case 'failed':
      // A form or a notice says it.
      return '';
  }
}
