import type { ReadonlySignal } from '@preact/signals';
import { i18n } from '#i18n';
import { RenderedAnswer } from '@/components/markdown/rendered-answer';
import { Skeleton } from './skeleton';

/** The answer as it grows; before its first word its room, with a sign that something is coming. */
export function Answer(props: {
  answer: ReadonlySignal<string>;
  /** Offsets where it was continued after it had broken off. */
  seams: readonly number[];
  /** More may come. */
  isBusy: boolean;
  /** Its name where it is not the newest. */
  label?: string;
}) {
  const { seams, isBusy } = props;
  const text = props.answer.value;
  return (
    <section class="answer" aria-label={props.label ?? i18n.t('run.answer')} aria-busy={isBusy}>
      {text === '' ? <Skeleton /> : <RenderedAnswer text={text} seams={seams} isBusy={isBusy} />}
    </section>
  );
}
