import { render } from 'preact';
import { Markdown, type MarkdownLabels } from '@/components/markdown/markdown';
import { finishLex, type LexState, lexIncrementally } from '@/utils/markdown/lex-incrementally';

export const labels: MarkdownLabels = {
  seam: 'Continued here',
  image: (alt, host) => `${alt} (${host})`,
  table: 'Table',
  formula: 'Formula',
};

/** The final state of a text that arrived in the given pieces. */
export function lexPieces(pieces: readonly string[]): LexState {
  let source = '';
  let state: LexState | undefined;
  for (const piece of pieces) {
    source += piece;
    state = lexIncrementally(state, source);
  }
  return finishLex(state ?? lexIncrementally(undefined, ''));
}

/** Renders a state into a new container, or again into the given one. */
export function renderState(state: LexState, container = document.createElement('div')): Element {
  render(<Markdown state={state} labels={labels} />, container);
  return container;
}

/** Renders a whole text. */
export function renderMarkdown(source: string): Element {
  return renderState(lexPieces([source]));
}
