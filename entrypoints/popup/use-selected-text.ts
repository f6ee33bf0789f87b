import { useSignal, type Signal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { readActiveTab, type ActiveTabSelection } from '@/utils/selection/read-active-tab';
import type { SelectionNote } from '@/utils/selection/selection-note';

/** A page is asked within milliseconds, unless it is busy: nobody should wait for it longer than this. */
const PATIENCE_MS = 2_000;

/**
 * Puts what is selected on the page into a text box, and shows its beginning.
 *
 * @returns the ref of the box, what there is to say about the selection, where it is from, as long as the box holds it,
 *   and what to wait for before the box counts as empty: it resolves with what was filled in
 */
export function useSelectedText(text: Signal<string>) {
  const textBox = useRef<HTMLTextAreaElement>(null);
  const selected = useSignal<ActiveTabSelection>({ text: '' });
  const note = useSignal<SelectionNote | undefined>(undefined);
  const reading = useRef<Promise<unknown>>(undefined);
  useEffect(() => {
    reading.current = readActiveTab().then((selection) => {
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
  const whenRead = async () => {
    await Promise.race([reading.current, new Promise((done) => setTimeout(done, PATIENCE_MS))]);
    return selected.value.text;
  };
  return { textBox, note, origin, whenRead };
}
