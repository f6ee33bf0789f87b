import type { ReadonlySignal } from '@preact/signals';
import { selectionNote, type SelectionNote } from '@/utils/selection/selection-note';

/** Why the selection of the page is not in the text box, or not all of it. */
export function SelectionHint(props: { note: ReadonlySignal<SelectionNote | undefined> }) {
  const note = props.note.value;
  return (
    <p class="hint" role="status">
      {note && selectionNote(note)}
    </p>
  );
}
