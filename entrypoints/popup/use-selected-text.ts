import { useSignal, type Signal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { readActiveTab, type ActiveTabSelection } from '@/utils/selection/read-active-tab';
import type { SelectionNote } from '@/utils/selection/selection-note';

/**
 * Puts what is selected on the page into a text box, and shows its beginning.
 *
 * @returns the ref of the box, what there is to say about the selection, and where it is from, as long as the box holds it
 */
export function useSelectedText(text: Signal<string>) {
  const textBox = useRef<HTMLTextAreaElement>(null);
  const selected = useSignal<ActiveTabSelection>({ text: '' });
  const note = useSignal<SelectionNote | undefined>(undefined);
  useEffect(() => {
    void readActiveTab().then((selection) => {
      // What the person has begun to type meanwhile stands.
      if (text.value !== '') return;
      text.value = selection.text;
      selected.value = selection;
      note.value = selection.note;
    });
  }, []);
  useLayoutEffect(() => {
    // The caret stands at the end of what is filled in, and the box opens scrolled to it.
    textBox.current?.setSelectionRange(0, 0);
    textBox.current?.scrollTo(0, 0);
  }, [selected.value]);
  // Its page, and what stands around it there, say nothing about another text.
  const origin = () => {
    const { text: read, surroundings, page } = selected.value;
    if (read !== text.value) return {};
    return { ...(surroundings && { surroundings }), ...(page && { page }) };
  };
  return { textBox, note, origin };
}
