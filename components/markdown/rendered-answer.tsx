import { useMemo, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { finishLex, lexIncrementally, type LexState } from '@/utils/markdown/lex-incrementally';
import { Markdown, type MarkdownLabels } from './markdown';

/** A growing answer as Markdown. Only what is new is lexed; the end resolves what it defines. */
export function RenderedAnswer(props: { text: string; isBusy: boolean }) {
  const { text, isBusy } = props;
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
    image: (alt, host) =>
      host ? i18n.t('run.image', { alt, host }) : i18n.t('run.imageWithoutHost', { alt }),
    table: i18n.t('run.table'),
    copyCode: i18n.t('run.copyCode'),
    // Where copying is refused the code can still be selected.
    onCopyCode: (code) => void navigator.clipboard.writeText(code).catch(() => undefined),
  };
}
