import { i18n } from '#i18n';
import { Button } from '@/components/ui/button';
import { formatUsd } from '@/utils/format/numbers';
import { plural } from '@/utils/format/plural';
import type { AskReason } from '@/utils/money/reason-to-ask';
import type { RunState } from '@/utils/runs/run';

/** Asks before a cut or dear text is sent: what would go, what it would cost, and a way out. */
export function Confirmation(props: {
  state: Extract<RunState, { by: 'confirmation' }>;
  textLength: number;
  onConfirm: () => void;
  onCancel: () => void;
}) {
  const { state, textLength } = props;
  const isCut = state.reason === 'cut';
  return (
    <div class="notice notice-question" role="group" aria-labelledby="confirmation-question">
      <p id="confirmation-question">{questionOf(state.reason, textLength)}</p>
      <div class="row">
        <Button kind="primary" onClick={props.onConfirm}>
          {confirmLabel(state, isCut)}
        </Button>
        <Button onClick={props.onCancel}>{i18n.t('run.cancel')}</Button>
      </div>
    </div>
  );
}

function questionOf(reason: AskReason, textLength: number): string {
  switch (reason) {
    case 'cut':
      return plural('run.confirmCut', textLength);
    case 'cost':
      return i18n.t('run.confirmCost');
    case 'cap':
      return i18n.t('run.confirmCap');
  }
}

function confirmLabel(state: Extract<RunState, { by: 'confirmation' }>, isCut: boolean): string {
  const { sendCharacters: count } = state;
  if (state.costUsd === undefined) {
    return isCut ? plural('run.confirmSendPart', count) : plural('run.confirmSend', count);
  }
  const cost = formatUsd(state.costUsd);
  return isCut
    ? plural('run.confirmSendPartCost', count, { cost })
    : plural('run.confirmSendAll', count, { cost });
}
