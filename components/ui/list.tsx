import type { ComponentChildren } from 'preact';
import './list.css';

/** Things of one kind, one below the other, each between lines. */
export function List<T>(props: {
  items: readonly T[];
  keyOf: (item: T) => string;
  /** Its name, where no heading says it. */
  label?: string;
  children: (item: T) => ComponentChildren;
}) {
  return (
    <ul class="list" aria-label={props.label}>
      {props.items.map((item) => (
        <li key={props.keyOf(item)}>{props.children(item)}</li>
      ))}
    </ul>
  );
}
