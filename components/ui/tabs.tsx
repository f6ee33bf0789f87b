import type { ComponentChildren } from 'preact';
import './tabs.css';

/** A part of a page that has an address of its own. */
export interface Tab {
  href: string;
  label: ComponentChildren;
}

/** The parts of a page as links, the one that is shown marked: addresses can be kept, and Back works. */
export function Tabs(props: { label: string; tabs: readonly Tab[]; current: string }) {
  return (
    <nav class="tabs" aria-label={props.label}>
      {props.tabs.map(({ href, label }) => (
        <a
          key={href}
          class="tab"
          href={href}
          aria-current={href === props.current ? 'page' : undefined}
        >
          {label}
        </a>
      ))}
    </nav>
  );
}
