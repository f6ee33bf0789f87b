import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import { isUnderWay, type RunState } from '@/utils/runs/run';
import { Elapsed } from './elapsed';

/** After this a person wonders whether anything still happens. */
const LONG_MS = 20_000;

/** Where the run stands, in a few words that are announced politely, and for how long something has been going on. */
export function RunStatus(props: { state: RunState; since: number; hasText: boolean }) {
  const { state, hasText } = props;
  const isLong = useSignal(false);
  const isWaiting = state.kind === 'streaming' && !hasText;
  useEffect(() => {
    isLong.value = false;
    if (!isWaiting) return;
    const timer = setTimeout(() => {
      isLong.value = true;
    }, LONG_MS);
    return () => clearTimeout(timer);
  }, [isWaiting]);
  return (
    <div class="run-status">
      <p class="hint" role="status">
        {isWaiting && isLong.value ? i18n.t('run.waitingLong') : statusText(state, hasText)}
      </p>
      {isUnderWay(state) && <Elapsed since={props.since} />}
    </div>
  );
}

function statusText(state: RunState, hasText: boolean): string {
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
