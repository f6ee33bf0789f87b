import { i18n } from '#i18n';
import { formatCount, formatUsd } from '@/utils/format/numbers';
import type { RunState } from '@/utils/runs/run';

/** Asks before a cut or dear text is sent: what would go, what it would cost, and a way out. */
export function Confirmation(props: {
  state: Extract<RunState, { by: 'confirmation' }>;
  textLength: number;
  onConfirm: () => void;
  onCancel: () => void;
}) {
  const { state, textLength } = props;
  const isCut = state.sendCharacters < textLength;
  return (
    <div class="notice notice-question" role="group" aria-labelledby="confirmation-question">
      <p id="confirmation-question">
        {isCut
          ? i18n.t('run.confirmCut', { total: formatCount(textLength) })
          : i18n.t('run.confirmCost')}
      </p>
      <div class="row">
        <button type="button" class="button button-primary" onClick={props.onConfirm}>
          {confirmLabel(state, isCut)}
        </button>
        <button type="button" class="button" onClick={props.onCancel}>
          {i18n.t('run.cancel')}
        </button>
      </div>
    </div>
  );
}

function confirmLabel(state: Extract<RunState, { by: 'confirmation' }>, isCut: boolean): string {
  const sent = formatCount(state.sendCharacters);
  if (state.costUsd === undefined) return i18n.t('run.confirmSendPart', { sent });
  const cost = formatUsd(state.costUsd);
  return isCut
    ? i18n.t('run.confirmSendPartCost', { sent, cost })
    : i18n.t('run.confirmSendAll', { sent, cost });
}
