import type { FrameSelection } from '../frame-selection';
import { copiedText } from './copied-text';
import { drawnEditorInput } from './drawn-editor';
import { focusedElement } from './focused-element';
import { surroundingSentence } from './surrounding-sentence';
import { isEditable, isSecretField, selectedInField } from './text-field';

/**
 * Reads what is selected in the frame it runs in: lines and indentation as they are shown. Changes
 * nothing in the page.
 */
export function readFrame(): FrameSelection {
  const focused = focusedElement();
  if (isSecretField(focused)) return { kind: 'secret' };
  const selected = document.getSelection();
  const text = selectedInField(focused) || (selected?.toString() ?? '');
  const input = drawnEditorInput(focused);
  if (input) return readDrawnEditor(input, text);
  if (text.trim() !== '') {
    const sentence = isEditable(focused) ? undefined : surroundingSentence(selected, text);
    const found = { kind: 'text' as const, text, isCut: leavesOutLines(selected) };
    return sentence === undefined ? found : { ...found, sentence };
  }
  return { kind: isForeign(focused) ? 'foreign' : 'none' };
}

/** @param inDocument what of the selection is in the document */
function readDrawnEditor(input: Element, inDocument: string): FrameSelection {
  // CodeMirror copies the line of the caret when nothing is selected; its selection is in the document.
  const isEmpty = inDocument === '' && input.closest('.cm-editor') !== null;
  if (isEmpty) return { kind: 'none' };
  const copied = copiedText(input);
  if (copied === '') return { kind: 'none' };
  if (copied !== undefined) return { kind: 'text', text: copied, isCut: false };
  return inDocument === '' ? { kind: 'drawn' } : { kind: 'text', text: inDocument, isCut: true };
}

/** Whether a selection of the page has lines of CodeMirror in it that are not drawn. */
function leavesOutLines(selection: Selection | null): boolean {
  const gaps = document.querySelectorAll('.cm-gap');
  return [...gaps].some((gap) => selection?.containsNode(gap, true));
}

function isForeign(focused: Element | null): boolean {
  if (document.contentType === 'application/pdf') return true;
  const isFrame = focused?.matches('iframe, frame, object, embed') ?? false;
  return isFrame && !(focused as HTMLIFrameElement).contentDocument;
}
