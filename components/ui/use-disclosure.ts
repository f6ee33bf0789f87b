import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { isComposing } from '@/utils/keyboard/is-composing';

/**
 * Opens and closes what a button shows: Escape closes it and gives the focus back to the button, and
 * so does going elsewhere, but for the focus.
 */
export function useDisclosure<Container extends HTMLElement>() {
  const isOpen = useSignal(false);
  const container = useRef<Container>(null);
  const button = useRef<HTMLButtonElement>(null);
  const closeUnlessWithin = (target: EventTarget | null) => {
    if (target instanceof Node && !container.current?.contains(target)) isOpen.value = false;
  };
  useEffect(() => {
    if (!isOpen.value) return;
    const onPointerDown = ({ target }: Event) => closeUnlessWithin(target);
    document.addEventListener('pointerdown', onPointerDown);
    return () => document.removeEventListener('pointerdown', onPointerDown);
  }, [isOpen.value]);
  /** Closes it with the focus back on the button. */
  const close = () => {
    isOpen.value = false;
    button.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen.value || isComposing(event)) return;
    // The first Escape closes the menu, not the popup.
    event.preventDefault();
    close();
  };
  const onFocusOut = ({ relatedTarget }: FocusEvent) => closeUnlessWithin(relatedTarget);
  return { isOpen, container, button, close, onKeyDown, onFocusOut };
}
