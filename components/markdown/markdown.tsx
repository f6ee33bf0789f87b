import type { LexState } from '@/utils/markdown/lex-state';
import { MemoBlock } from './block';
import type { MarkdownLabels } from './markdown-labels';

export type { MarkdownLabels } from './markdown-labels';

interface MarkdownProps {
  readonly state: LexState;
  readonly labels: MarkdownLabels;
}

/**
 * Renders a lexed markdown text. Blocks are keyed by their place and rendered again only when
 * their token is another object, so the frozen part of a streaming answer costs nothing. Emits
 * text nodes and a fixed set of elements; no HTML string exists and nothing is ever loaded.
 */
export function Markdown({ state, labels }: MarkdownProps) {
  const tokens = [...state.frozen, ...state.tail];
  return (
    <div class="md-root">
      {tokens.map((token, index) => (
        <MemoBlock key={index} token={token} labels={labels} />
      ))}
    </div>
  );
}
