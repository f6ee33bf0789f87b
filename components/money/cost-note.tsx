import { useComputed, useSignal, useSignalEffect, type ReadonlySignal } from '@preact/signals';
import { i18n } from '#i18n';
import type { ActionId } from '@/utils/actions/action';
import { actionTitle } from '@/utils/actions/action-title';
import { formatUsd } from '@/utils/format/numbers';
import { asServed, servedBy } from '@/utils/models/served-by';
import { estimateCost, type CostEstimate } from '@/utils/money/estimate-cost';
import { ratioOf } from '@/utils/money/token-ratio';
import type { AppModel } from '@/utils/state/app-model';

/** Planning takes about 50 ms for each megabyte: too long for every key, */
const LONG_TEXT = 100_000;
/** so a long text is priced when the keys rest. */
const REST_MS = 300;
/** Below this a price is not worth its digits. */
const TINY_USD = 0.0001;

/** What an action on the text will about cost at list price, or that it is not known. */
export function CostNote(props: {
  /** Stands before it. In two texts the space between them would move when the price comes. */
  lead?: string;
  text: ReadonlySignal<string>;
  action: ReadonlySignal<ActionId>;
  app: Pick<AppModel, 'chosen' | 'modelPolicy' | 'tokenRatios'>;
}) {
  const { text, action, app } = props;
  const priced = useSignal('');
  useSignalEffect(() => {
    const next = text.value;
    if (next.length < LONG_TEXT) {
      priced.value = next;
      return;
    }
    const timer = setTimeout(() => {
      priced.value = next;
    }, REST_MS);
    return () => clearTimeout(timer);
  });
  const note = useComputed(() => {
    const { model, provider } = app.chosen(action.value);
    if (!model || !priced.value) return '';
    const serving = servedBy(model, provider, app.modelPolicy.value.allowedProviders);
    const ratio = ratioOf(app.tokenRatios.value, model.id);
    const input = { action: action.value, text: priced.value };
    return costWords(action.value, estimateCost(input, asServed(model, serving), serving, ratio));
  });
  return <>{[props.lead, note.value].filter(Boolean).join(' ')}</>;
}

/** What an action will about cost, or that it is not known, in a sentence. */
export function costWords(action: ActionId, estimate: CostEstimate | undefined): string {
  const title = actionTitle(action);
  if (!estimate) return i18n.t('run.costNoteUnknown', { action: title });
  const { low, high } = estimate;
  if (high === 0) return i18n.t('run.costNoteFree', { action: title });
  if (high < TINY_USD) {
    return i18n.t('run.costNoteTiny', { action: title, cost: formatUsd(TINY_USD) });
  }
  const [from, to] = [formatUsd(low), formatUsd(high)];
  return from === to
    ? i18n.t('run.costNote', { action: title, cost: to })
    : i18n.t('run.costNoteRange', { action: title, from, to });
}
