import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { useTopLayer } from './use-top-layer';
import './tooltip.css';

/** A few more words about a control, while it has the pointer or the focus; Escape takes them away. */
export function Tooltip(props: {
  words: string;
  /** Draws the control, with the id as its `aria-describedby`, or as its `aria-labelledby` if it has no words. */
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
  useTopLayer(isOpen.value, anchor, words);
  return (
    // What the control inside gets bubbles to it.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- see above
    <span
      ref={anchor}
      class="tooltip-place"
      onPointerEnter={show}
      onPointerLeave={hide}
      onFocusIn={show}
      onFocusOut={hide}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen.value) return;
        // It takes back this, and nothing around it.
        event.preventDefault();
        hide();
      }}
    >
      {props.children(id)}
      <span ref={words} id={id} class="tooltip" role="tooltip" popover="manual">
        {props.words}
      </span>
    </span>
  );
}
