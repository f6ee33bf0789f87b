import { i18n } from '#i18n';

/** What there is to say about the selection of a page. */
export type SelectionNote = 'none' | 'part' | 'secret' | 'drawn' | 'unreadable';

/** Says it, and what can be done. */
export function selectionNote(note: SelectionNote): string {
  return i18n.t(`run.selection.${note}`);
}
