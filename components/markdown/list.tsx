import type { Tokens } from 'marked';
import type { ComponentChildren } from 'preact';

interface ListProps {
  readonly token: Tokens.List;
  /** Renders the content of one item. */
  readonly children: (item: Tokens.ListItem) => ComponentChildren;
}

/** An ordered or unordered list; tasks carry a mark in text, so nothing looks like a control. */
export function List({ token, children }: ListProps) {
  const items = token.items.map((item, index) => (
    <li key={index} class={item.task ? 'md-task-item' : undefined} dir="auto">
      {children(item)}
    </li>
  ));
  if (!token.ordered) return <ul>{items}</ul>;
  return <ol start={token.start === '' ? 1 : token.start}>{items}</ol>;
}
