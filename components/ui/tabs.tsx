import type { ComponentChildren } from 'preact';

/** A part of a page that has an address of its own. */
export interface Tab {
  href: string;
  label: ComponentChildren;
}

/** The parts of a page as links, the one that is shown marked: addresses can be kept, and Back works. */
export function Tabs(props: {
  label: string;
  /** How they are drawn is their page's. */
  class: string;
  tabs: readonly Tab[];
  current: string;
}) {
  return (
    <nav class={props.class} aria-label={props.label}>
      <ul>
        {props.tabs.map(({ href, label }) => (
          <li key={href}>
            <a href={href} aria-current={href === props.current ? 'page' : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
