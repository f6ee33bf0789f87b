import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { isComposing } from '@/utils/keyboard/is-composing';
import { useTopLayer } from './use-top-layer';
import './tooltip.css';

/**
 * A few more words about something that can have the focus, while it has that or the pointer, which may go to
 * the words as well; Escape takes them away, wherever the focus is (WCAG 2.2, 1.4.13).
 */
export function Tooltip(props: {
  words: string;
  /** Draws it, with the id as its `aria-describedby`, or as its `aria-labelledby` if it has no words. */
  children: (wordsId: string) => ComponentChildren;
}) {
  const id = useId();
  const anchor = useRef<HTMLSpanElement>(null);
  const words = useRef<HTMLSpanElement>(null);
  const isOpen = useSignal(false);
  const show = () => {
    isOpen.value = true;
  };
  const hide = () => {
    isOpen.value = false;
  };
  // No gap, in which the pointer would be on neither.
  useTopLayer(isOpen.value, anchor, words, 0);
  useEffect(() => {
    if (!isOpen.value) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || isComposing(event)) return;
      // It takes back this, and nothing around it.
      event.preventDefault();
      event.stopPropagation();
      hide();
    };
    document.addEventListener('keydown', onKey, true);
    return () => document.removeEventListener('keydown', onKey, true);
  }, [isOpen.value]);
  return (
    // What the control inside gets bubbles to it.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- see above
    <span
      ref={anchor}
      class="tooltip-place"
      onPointerEnter={show}
      onPointerLeave={() => {
        if (!anchor.current?.contains(document.activeElement)) hide();
      }}
      onFocusIn={show}
      onFocusOut={hide}
    >
      {props.children(id)}
      <span ref={words} id={id} class="tooltip" role="tooltip" popover="manual">
        {props.words}
      </span>
    </span>
  );
}
