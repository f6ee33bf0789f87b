import { useLayoutEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { imageWords } from '@/components/markdown/image-label';
import { Markdown } from '@/components/markdown/markdown';
import type { MarkdownLabels } from '@/components/markdown/markdown-labels';
import { finishLex, lexIncrementally, type LexState } from '@/utils/markdown/lex-incrementally';
import { withSeams } from '@/utils/markdown/seams';
import { drawUnreadable } from './draw-unreadable';

/** The answer of a card as Markdown, as it grows; the page can't read it. */
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
  const labels = useRef<MarkdownLabels | undefined>(undefined);
  useLayoutEffect(() => {
    lexed.current = lexIncrementally(lexed.current, text);
    labels.current ??= createLabels();
    const state = isBusy ? lexed.current : finishLex(lexed.current);
    if (place.current) {
      drawUnreadable(<Markdown state={state} labels={labels.current} />, place.current);
    }
  }, [text, isBusy]);
  return <div ref={place} />;
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
