import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { imageWords } from '@/components/markdown/image-label';
import { Markdown } from '@/components/markdown/markdown';
import type { MarkdownLabels } from '@/components/markdown/markdown-labels';
import { finishLex, lexIncrementally, type LexState } from '@/utils/markdown/lex-incrementally';
import { withSeams } from '@/utils/markdown/seams';
import { directUnreadable } from './draw-unreadable';

/** The answer of a card as Markdown, as it grows. */
export function CardAnswer(props: {
  answer: string;
  /** Offsets where it was continued after it had broken off. */
  seams: readonly number[];
  /** More may come. */
  isBusy: boolean;
}) {
  const { isBusy } = props;
  const text = withSeams(props.answer, props.seams);
  const place = useRef<HTMLDivElement>(null);
  const lexed = useRef<LexState | undefined>(undefined);
  const labels = useRef(createLabels());
  const state = useMemo(() => {
    lexed.current = lexIncrementally(lexed.current, text);
    return isBusy ? lexed.current : finishLex(lexed.current);
  }, [text, isBusy]);
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
