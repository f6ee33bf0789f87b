import { isEditable } from './text-field';

/** Editors that have only the lines in view as elements, or a hidden field with a part of the selection. */
const DRAWING_EDITORS = '.monaco-editor, .cm-editor';

/** In CSS pixels: no text can be read in what is smaller. */
const UNREADABLE_PX = 4;

/**
 * Where an editor that draws its own text takes its keys, if that is where the focus or the selection is:
 * the document has only a part of such a text, or nothing.
 */
export function drawnEditorInput(focused: Element | null): Element | undefined {
  const node = document.getSelection()?.anchorNode ?? null;
  const selected = node instanceof Element ? node : node?.parentElement;
  for (const element of [focused, selected]) {
    if (element?.closest(DRAWING_EDITORS)) return element;
  }
  return focused && isEditable(focused) && !isSeen(focused) ? focused : undefined;
}

/** Whether the element, and the frame it is in, can be seen by a person. */
function isSeen(element: HTMLElement): boolean {
  if (!element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })) return false;
  return [element, window.frameElement].every((part) => !part || hasSpace(part));
}

function hasSpace(element: Element): boolean {
  const { width, height, right, bottom } = element.getBoundingClientRect();
  const hasArea = Math.min(width, height) >= UNREADABLE_PX;
  const { scrollX, scrollY } = element.ownerDocument.defaultView ?? window;
  // What is above or left of the page's beginning can't be scrolled to.
  return hasArea && right + scrollX > 0 && bottom + scrollY > 0;
}
