import { useLayoutEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { imageWords } from '@/components/markdown/image-label';
import { Markdown } from '@/components/markdown/markdown';
import type { MarkdownLabels } from '@/components/markdown/markdown-labels';
import { useLexed } from '@/components/markdown/use-lexed';
import { directUnreadable } from './draw-unreadable';

/** The answer of a card as Markdown, as it grows. */
export function CardAnswer(props: {
  answer: string;
  /** Offsets where it was continued after it had broken off. */
  seams: readonly number[];
  /** More may come. */
  isBusy: boolean;
}) {
  const place = useRef<HTMLDivElement>(null);
  const labels = useRef(createLabels());
  const state = useLexed(props.answer, props.seams, props.isBusy);
  useLayoutEffect(() => {
    if (place.current) directUnreadable(place.current);
  }, [state]);
  return (
    <div ref={place}>
      <Markdown state={state} labels={labels.current} />
    </div>
  );
}

/** Without a button on code: what a page lets be copied, and how, only the card's own knows. */
function createLabels(): MarkdownLabels {
  return {
    image: imageWords,
    table: i18n.t('run.table'),
    formula: i18n.t('run.formula'),
    seam: i18n.t('run.seam'),
  };
}
