import { useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import { imageWords } from './image-label';
import { Markdown, type MarkdownLabels } from './markdown';
import { useLexed } from './use-lexed';

/** A growing answer as Markdown. */
export function RenderedAnswer(props: {
  text: string;
  /** Offsets where the answer was continued after it had broken off. */
  seams: readonly number[];
  isBusy: boolean;
}) {
  const state = useLexed(props.text, props.seams, props.isBusy);
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
