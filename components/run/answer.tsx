import { useEffect } from 'preact/hooks';
import { useSignal, type ReadonlySignal } from '@preact/signals';
import { i18n } from '#i18n';

/** Loaded with the first answer: the lexer is larger than the rest of the page. */
type Renderer = typeof import('@/components/markdown/rendered-answer');

/** The answer as it grows. */
export function Answer(props: {
  answer: ReadonlySignal<string>;
  /** Offsets where it was continued after it had broken off. */
  seams: readonly number[];
  /** More may come. */
  isBusy: boolean;
  /** Its name where it is not the newest. */
  label?: string;
}) {
  const renderer = useSignal<Renderer | undefined>(undefined);
  const text = props.answer.value;
  useEffect(() => {
    if (text === '' || renderer.value) return;
    void import('@/components/markdown/rendered-answer').then((module) => {
      renderer.value = module;
    });
  }, [text === '']);
  return (
    <section
      class="answer"
      aria-label={props.label ?? i18n.t('run.answer')}
      aria-busy={props.isBusy}
    >
      {renderer.value && text !== '' ? (
        <renderer.value.RenderedAnswer text={text} seams={props.seams} isBusy={props.isBusy} />
      ) : (
        text
      )}
    </section>
  );
}
