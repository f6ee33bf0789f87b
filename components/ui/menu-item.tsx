import type { ComponentChildren } from 'preact';
import { PageLink } from './page-link';

/** One choice of a menu: something to do, or a page to open. */
export function MenuItem(
  props: { children: ComponentChildren } & ({ onChoose: () => void } | { href: string }),
) {
  if ('href' in props) {
    return (
      <PageLink class="menu-entry" href={props.href} isMenuItem>
        {props.children}
      </PageLink>
    );
  }
  return (
    <button type="button" class="menu-entry" role="menuitem" tabIndex={-1} onClick={props.onChoose}>
      {props.children}
    </button>
  );
}
