import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { isComposing } from '@/utils/keyboard/is-composing';
import { nextItem } from './next-item';
import { useTopLayer } from './use-top-layer';
import './menu.css';

/** What a menu's button opens. */
export function MenuItems(props: {
  id: string;
  label: string;
  button: RefObject<HTMLButtonElement | null>;
  isOpen: boolean;
  onClose: () => void;
  children: ComponentChildren;
}) {
  const { button, isOpen, onClose } = props;
  const menu = useRef<HTMLDivElement>(null);
  const items = () => [...(menu.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
  useTopLayer(isOpen, button, menu);
  useLayoutEffect(() => {
    if (isOpen) items()[0]?.focus();
  }, [isOpen]);
  /** Closes it with the focus back on the button. */
  const leave = () => {
    onClose();
    button.current?.focus();
  };
  useEffect(() => {
    if (!isOpen) return;
    const onPress = ({ target }: Event) => {
      const isHere =
        target instanceof Node && [menu, button].some((part) => part.current?.contains(target));
      if (!isHere) onClose();
    };
    const onKeyDown = (event: KeyboardEvent) => {
      const item = nextItem(items(), document.activeElement, event.key);
      const leaves = event.key === 'Escape' && !isComposing(event);
      if (!item && !leaves) return;
      // The first Escape closes the menu, not the popup or what is around it.
      event.preventDefault();
      if (item) item.focus();
      else leave();
    };
    document.addEventListener('pointerdown', onPress);
    document.addEventListener('focusin', onPress);
    // Before others on the document, which leave alone what has been taken.
    document.addEventListener('keydown', onKeyDown, true);
    return () => {
      document.removeEventListener('pointerdown', onPress);
      document.removeEventListener('focusin', onPress);
      document.removeEventListener('keydown', onKeyDown, true);
    };
  }, [isOpen]);
  return (
    <div
      ref={menu}
      id={props.id}
      class="menu"
      role="menu"
      aria-label={props.label}
      tabIndex={-1}
      popover="manual"
      hidden={!isOpen}
      // Before the choice itself, which may move the focus on. It is hidden, not taken away: a link is followed yet.
      onClickCapture={leave}
    >
      {props.children}
    </div>
  );
}
