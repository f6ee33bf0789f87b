import { useMemo, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { finishLex, lexIncrementally, type LexState } from '@/utils/markdown/lex-incrementally';
import { withSeams } from '@/utils/markdown/seams';
import { imageWords } from './image-label';
import { Markdown, type MarkdownLabels } from './markdown';

/** A growing answer as Markdown. Only what is new is lexed; the end resolves what it defines. */
export function RenderedAnswer(props: {
  text: string;
  /** Offsets where the answer was continued after it had broken off. */
  seams: readonly number[];
  isBusy: boolean;
}) {
  const { isBusy } = props;
  const text = withSeams(props.text, props.seams);
  const previous = useRef<LexState | undefined>(undefined);
  const state = useMemo(() => {
    const next = lexIncrementally(previous.current, text);
    previous.current = next;
    return isBusy ? next : finishLex(next);
  }, [text, isBusy]);
  const labels = useMemo(createLabels, []);
  return <Markdown state={state} labels={labels} />;
}

function createLabels(): MarkdownLabels {
  return {
    image: imageWords,
    table: i18n.t('run.table'),
    formula: i18n.t('run.formula'),
    seam: i18n.t('run.seam'),
    copyCode: i18n.t('run.copyCode'),
  };
}
