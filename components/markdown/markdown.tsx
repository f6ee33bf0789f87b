import type { Token } from 'marked';
import type { LexState } from '@/utils/markdown/lex-state';
import { BlockGroup } from './block-group';
import type { MarkdownLabels } from './markdown-labels';

export type { MarkdownLabels } from './markdown-labels';

const GROUP_SIZE = 64;

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
  const groups = groupsOf([...state.frozen, ...state.tail]);
  return (
    <div class="md-root">
      {groups.map((tokens, index) => (
        <BlockGroup key={index} tokens={tokens} labels={labels} />
      ))}
    </div>
  );
}

/** By their place alone, so that a block stays in its group while the text grows. */
function groupsOf(tokens: readonly Token[]): Token[][] {
  const count = Math.ceil(tokens.length / GROUP_SIZE);
  return Array.from({ length: count }, (_value, index) =>
    tokens.slice(index * GROUP_SIZE, (index + 1) * GROUP_SIZE),
  );
}
