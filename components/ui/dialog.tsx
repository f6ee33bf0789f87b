import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { isComposing } from '@/utils/keyboard/is-composing';
import './dialog.css';

/**
 * Asks or tells something before anything else can be done; it is open while it is drawn. Escape and a press
 * beside it close it. The focus comes in by the browser's rules, and goes back to where it was.
 */
export function Dialog(props: {
  title: string;
  onClose: () => void;
  /** Buttons, at the end. */
  actions: ComponentChildren;
  children?: ComponentChildren;
}) {
  const { onClose } = props;
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const { activeElement: before } = document;
    const { current: shown } = dialog;
    shown?.showModal();
    return () => {
      shown?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    // Its keys and its backdrop are the dialog's own; every control inside has keys of its own.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events -- see above
    <dialog
      ref={dialog}
      class="dialog"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || isComposing(event)) return;
        // Otherwise a popup would close with it.
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
      onClick={({ target }) => {
        if (target === dialog.current) onClose();
      }}
    >
      <div class="dialog-body">
        <h2 id={id}>{props.title}</h2>
        {props.children}
        <div class="row dialog-actions">{props.actions}</div>
      </div>
    </dialog>
  );
}
