import { useComputed, useSignal, useSignalEffect, type ReadonlySignal } from '@preact/signals';
import { i18n } from '#i18n';
import { planAction } from '@/utils/actions/plan';
import { formatUsd } from '@/utils/format/numbers';
import type { ChatModel } from '@/utils/models/chat-model';

/** Planning takes about 50 ms for each megabyte: too long for every key, */
const LONG_TEXT = 100_000;
/** so a long text is priced when the keys rest. */
const REST_MS = 300;
/** Below this a price is not worth its digits. */
const TINY_USD = 0.0001;

/** What an action on the text costs at most at list price, or that it is not known. */
export function CostNote(props: {
  text: ReadonlySignal<string>;
  model: ReadonlySignal<ChatModel | undefined>;
}) {
  const { text, model } = props;
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
  const note = useComputed(() =>
    model.value && priced.value
      ? costNote(planAction('summarize', priced.value, model.value).costUsd)
      : '',
  );
  return <>{note}</>;
}

function costNote(usd: number | undefined): string {
  if (usd === undefined) return i18n.t('run.costNoteUnknown');
  return usd < TINY_USD
    ? i18n.t('run.costNoteTiny', { cost: formatUsd(TINY_USD) })
    : i18n.t('run.costNote', { cost: formatUsd(usd) });
}
