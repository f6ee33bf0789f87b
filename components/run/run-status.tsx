import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import { isUnderWay, type RunState } from '@/utils/runs/run';
import { Elapsed } from './elapsed';
import { progressWords } from './progress-words';

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
  if (state.kind === 'held') {
    // The other gates speak for themselves.
    const isAsked = state.by === 'question' || state.by === 'confirmation';
    return isAsked ? i18n.t('run.waitingForYou') : '';
  }
  // A notice says what failed.
  return state.kind === 'failed' ? '' : progressWords(state, hasText);
}
