import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** Gives the text box the focus of a popup that opens, unless something else has it already. */
export function useFirstFocus(textBox: RefObject<HTMLTextAreaElement | null>): void {
  useEffect(() => {
    const takeFocus = () => {
      if (document.activeElement === document.body) textBox.current?.focus();
    };
    takeFocus();
    // Firefox gives none to a popup that is not drawn yet; when the popup itself gets it, it is.
    addEventListener('focus', takeFocus);
    return () => removeEventListener('focus', takeFocus);
  }, []);
}
