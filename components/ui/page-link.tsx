import type { ComponentChildren } from 'preact';

/** A link that opens in a tab of its own, but for one to another place of the page it stands on. */
export function PageLink(props: { href: string; class?: string; children: ComponentChildren }) {
  const { href, children } = props;
  const isHere = href.startsWith(`${location.pathname}#`);
  return (
    <a class={props.class} href={href} {...(isHere ? {} : { target: '_blank', rel: 'noreferrer' })}>
      {children}
    </a>
  );
}
