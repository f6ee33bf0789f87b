import { useSignal, type Signal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { readActiveTabSelection } from '@/utils/selection/read-selection';

/**
 * Puts what is selected on the page into a text box, and shows its beginning.
 *
 * @returns the ref of the box
 */
export function useSelectedText(text: Signal<string>) {
  const textBox = useRef<HTMLTextAreaElement>(null);
  const selected = useSignal('');
  useEffect(() => {
    void readActiveTabSelection().then((selection) => {
      // What the person has begun to type meanwhile stands.
      if (text.value !== '' || selection === '') return;
      text.value = selection;
      selected.value = selection;
    });
  }, []);
  useLayoutEffect(() => {
    // The caret stands at the end of what is filled in, and the box opens scrolled to it.
    textBox.current?.setSelectionRange(0, 0);
    textBox.current?.scrollTo(0, 0);
  }, [selected.value]);
  return textBox;
}
