import type { ComponentChildren } from 'preact';

/** A link that opens in a tab of its own, but for one to another place of the page it stands on. */
export function PageLink(props: {
  href: string;
  class?: string;
  /** Arrow keys come to it, not Tab. */
  isMenuItem?: boolean;
  children: ComponentChildren;
}) {
  const { href, children } = props;
  const isHere = href.startsWith(`${location.pathname}#`);
  return (
    <a
      class={props.class}
      href={href}
      {...(props.isMenuItem && { role: 'menuitem', tabIndex: -1 })}
      {...(isHere ? {} : { target: '_blank', rel: 'noreferrer' })}
    >
      {children}
    </a>
  );
}
