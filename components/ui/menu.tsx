import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { Button, type ButtonKind } from './button';
import type { IconName } from './icon';
import { lazy } from './lazy';

const MenuItems = lazy(() => import('./menu-items').then((module) => module.MenuItems));

/**
 * A button and the menu that it opens. Arrow keys, Home and End go through it; Escape, going elsewhere and
 * choosing close it, and a choice leaves the focus on the button.
 */
export function Menu(props: {
  label: string;
  kind?: ButtonKind;
  icon?: IconName;
  /** Loads what the children are, where that comes late: the menu opens when it is there. */
  load?: () => Promise<void>;
  /** Of `MenuItem`, groups of them, and `<hr>`. */
  children: ComponentChildren;
}) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const state = useSignal<'never-opened' | 'open' | 'closed'>('never-opened');
  const isOpen = state.value === 'open';
  const open = async () => {
    await Promise.all([MenuItems.load(), props.load?.()]);
    state.value = 'open';
  };
  const close = () => {
    state.value = 'closed';
  };
  return (
    <>
      <Button
        ref={button}
        kind={props.kind ?? 'quiet'}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => (isOpen ? close() : void open())}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown' && !isOpen) void open();
        }}
        {...(props.icon && { icon: props.icon })}
      >
        {props.label}
      </Button>
      {state.value !== 'never-opened' && (
        <MenuItems id={id} label={props.label} button={button} isOpen={isOpen} onClose={close}>
          {props.children}
        </MenuItems>
      )}
    </>
  );
}
